import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from './log'

let folder = ''
const clock = (): Date => new Date('2026-11-21T08:00:00Z')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('writes one line an event, in order, and no word that is not an id', async () => {
  const log = openLog({ path: join(folder, 'logs', 'desk.log'), clock })
  log.write('info', 'start.usable', [812])
  log.write('error', 'a\nb', ['张三 13800000000\n', '0192-abc', '客服-TS-2026-0001'])
  await log.flush()
  expect(await readFile(join(folder, 'logs', 'desk.log'), 'utf8')).toBe(
    '2026-11-21T08:00:00.000Z info start.usable 812\n2026-11-21T08:00:00.000Z error ? ? 0192-abc TS-2026-0001\n',
  )
})

it('turns over by size and keeps only so many', async () => {
  const log = openLog({ path: join(folder, 'desk.log'), clock, maxBytes: 120, keep: 2 })
  for (let at = 0; at < 20; at += 1) log.write('info', `code${at}`)
  await log.flush()
  expect((await readdir(folder)).sort()).toEqual(['desk.log', 'desk.log.1', 'desk.log.2'])
  const newest = await readFile(join(folder, 'desk.log'), 'utf8')
  expect(newest).toContain('code19')
  expect(newest.length).toBeLessThanOrEqual(120)
})

it('never throws, whatever the disk says', async () => {
  await writeFile(join(folder, 'file'), '')
  const log = openLog({ path: join(folder, 'file', 'desk.log'), clock })
  log.write('info', 'x')
  await expect(log.flush()).resolves.toBeUndefined()
})
