import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackups } from './backupFile'

let folder = ''
let serial = 0
const store = () =>
  openBackups({
    folder,
    clock: () => new Date('2026-11-21T08:00:00Z'),
    newToken: () => `token-${(serial += 1)}`,
  })
beforeEach(async () => {
  serial = 0
  folder = join(await mkdtemp(join(tmpdir(), 'backup-')), 'backups')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

it('counts only after finish', async () => {
  const backups = store()
  const token = await backups.begin('before-2')
  await backups.append(token, '{"a":')
  await backups.append(token, '"张"}')
  expect(await readdir(folder)).toEqual(['2026-11-21T08-00-00-000Z-before-2-token-1.backup.part'])
  const finished = await backups.finish(token)
  const path = join(folder, '2026-11-21T08-00-00-000Z-before-2-token-1.backup')
  expect(finished).toEqual({ ok: true, value: { path } })
  expect(await readFile(path, 'utf8')).toBe('{"a":"张"}')
})

it('knows no token twice and no foreign one', async () => {
  const backups = store()
  const token = await backups.begin('x')
  await backups.finish(token)
  for (const answer of [
    await backups.append(token, ''),
    await backups.finish(token),
    await backups.finish('../x'),
  ])
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'copy.unknownToken' } })
})

it('removes what a dead process left, and only that', async () => {
  const first = store()
  const running = await first.begin('one')
  await writeFile(join(folder, 'dead.backup.part'), 'half')
  await writeFile(join(folder, 'whole.backup'), 'whole')
  await first.begin('two')
  expect((await readdir(folder)).filter((name) => name.includes('dead') || name === 'whole.backup')).toEqual([
    'whole.backup',
  ])
  expect((await first.append(running, 'x')).ok).toBe(true)
  await first.close()
  expect(await readdir(folder)).toEqual(['whole.backup'])
})

it('gives up the oldest where a page begins without end', async () => {
  const backups = store()
  const tokens: string[] = []
  for (let at = 0; at < 20; at += 1) tokens.push(await backups.begin(`n${at}`))
  const answers = await Promise.all(tokens.map((token) => backups.append(token, 'x')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(4)
  expect(await readdir(folder)).toHaveLength(4)
  await backups.close()
})
