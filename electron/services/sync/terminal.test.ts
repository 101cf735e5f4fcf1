import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { openTerminal } from './terminal'

it('takes a line for each question, also where all lines come at once', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const terminal = openTerminal(input, output)
  input.end('admin\n密码 1\n')
  expect(await terminal.ask('user: ', false)).toBe('admin')
  expect(await terminal.ask('password: ', true)).toBe('密码 1')
  expect(await terminal.ask('more: ', false)).toBeNull()
  terminal.close()
  expect(String(output.read())).toBe('user: password: \nmore: ')
})

it('does not show a secret that is typed at a terminal', async () => {
  const [input, output] = [Object.assign(new PassThrough(), { isTTY: true }), new PassThrough()]
  const terminal = openTerminal(input, output)
  const user = terminal.ask('user: ', false)
  input.write('admin\r')
  expect(await user).toBe('admin')
  const password = terminal.ask('password: ', true)
  input.write('geheim\r')
  expect(await password).toBe('geheim')
  terminal.close()
  const shown = String(output.read())
  expect(shown).toContain('admin')
  expect(shown).not.toMatch(/g.*e.*h.*e.*i.*m/)
})
