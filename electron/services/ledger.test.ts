import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeChain } from './journal/testing'
import { openLedger } from './ledger'

const clock = (): Date => new Date('2026-11-21T08:00:00Z')
const sentinel = {
  officeId: 'o',
  officeName: '翠湖花园管理处',
  deviceId: 'dev-A',
  dataVersion: 1,
  lastSeq: 2,
  lastDigest: 'd',
  counts: { complaints: 1 },
  writtenAt: '2026-11-21T08:00:00Z',
}
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('is empty before the first office', async () => {
  expect(await openLedger(folder, clock).status()).toEqual({
    lastSeq: 0,
    lastDigest: '',
    sentinel: null,
    problems: [],
  })
})

it('keeps journal and sentinel over a restart', async () => {
  const ledger = openLedger(folder, clock)
  await ledger.journal.append(makeChain(2))
  await ledger.writeSentinel(sentinel)
  expect(await openLedger(folder, clock).status()).toMatchObject({ lastSeq: 2, sentinel })
})

it('reports a damaged sentinel instead of taking it for a first start', async () => {
  for (const text of ['', '{"officeId":', '{"officeId":"o"}', '\0\0\0']) {
    await writeFile(join(folder, 'sentinel.json'), text)
    expect(await openLedger(folder, clock).status()).toMatchObject({
      sentinel: null,
      problems: [{ key: 'sentinel.damaged', file: 'sentinel.json', line: 0 }],
    })
  }
})

it('sets both aside, loses nothing and starts anew', async () => {
  const ledger = openLedger(folder, clock)
  await ledger.journal.append(makeChain(2))
  await ledger.writeSentinel(sentinel)
  const aside = await ledger.setAside()
  expect((await readdir(aside)).sort()).toEqual(['journal', 'sentinel.json'])
  expect(await ledger.status()).toMatchObject({ lastSeq: 0, sentinel: null, problems: [] })
  expect(await ledger.journal.append(makeChain(1, 'new'))).toEqual({ ok: true, value: { lastSeq: 1 } })
  expect(await readdir(join(aside, 'journal'))).toContain('0001-dev-A-2026-11.fdj')
})

it('seals what was set aside before there was a vault', async () => {
  const before = openLedger(folder, clock)
  await before.journal.append(makeChain(2))
  await before.setAside()
  await before.journal.append(makeChain(3))
  const key = new Uint8Array(32).fill(1)
  const ledger = openLedger(folder, clock, async () => ({ kind: 'open', key }))
  expect(await ledger.sealPlain()).toBe(2)
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.fdj'))
  expect(names).toHaveLength(2)
  for (const name of names) expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/FDJ1|张三/)
  expect((await ledger.journal.read(0, 1e6)).lines).toEqual(makeChain(3))
  expect(await ledger.sealPlain()).toBe(0)
})
