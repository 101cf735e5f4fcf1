import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type * as age from 'age-encryption'
import { describe, expect, vi } from 'vitest'
import { openAttachments } from '../attachments/store'
import { openBackups } from '../backupFile'
import { openDatasets } from '../datasets'
import { makeChain } from '../journal/testing'
import { openLedger } from '../ledger'
import { Leavings } from '../leaving'
import type { KeyStore } from '../vault/slot'
import { openVault } from '../vault/vault'
import { losesNothing, type Work } from './work'

vi.mock('node:fs/promises', async (original) => {
  const { withFaults } = await import('./faultyFs')
  return withFaults(await original())
})

// The vault does its work hundreds of times here: its slow password is not what is looked at.
vi.mock('age-encryption', async (original) => {
  const real = await original<typeof age>()
  class Quick extends real.Encrypter {
    override setScryptWorkFactor(): void {
      super.setScryptWorkFactor(2)
    }
  }
  return { ...real, Encrypter: Quick }
})

/*
 * Quality 1 and 6: a disk that is full, read-only or broken at any moment. Every service of the ledger does its work
 * with the first, the second, the third … call to the file system failing. Whatever it called done is done, and the
 * start after it finds everything sound and goes on.
 */

const clock = (): Date => new Date('2026-11-22T08:00:00Z')
const lines = makeChain(6)

const journal: Work = {
  name: 'the journal',
  async run(folder, done) {
    const ledger = openLedger(folder, clock)
    for (const batch of [lines.slice(0, 1), lines.slice(1, 2), lines.slice(2, 5)]) {
      const answer = await ledger.journal.append(batch)
      if (answer.ok) done(String(answer.value.lastSeq))
    }
    // Sent again, as the feeder does, until the journal takes lines again.
    const again = await ledger.journal.append(lines.slice(0, 5))
    if (again.ok) done(String(again.value.lastSeq))
    await ledger.journal.close()
  },
  async after(folder, done) {
    const ledger = openLedger(folder, clock)
    const { lastSeq, problems } = await ledger.status()
    expect(lastSeq).toBeGreaterThanOrEqual(Math.max(0, ...done.map(Number)))
    expect(problems.filter(({ key }) => key !== 'journal.tornTail')).toEqual([])
    expect(await ledger.journal.append(lines)).toEqual({ ok: true, value: { lastSeq: 6 } })
    expect(await openLedger(folder, clock).journal.read(0, 1e6)).toEqual({ lines, done: true })
  },
}

const sentinelOf = (lastSeq: number) => ({
  officeId: 'o',
  officeName: '翠湖花园管理处',
  deviceId: 'dev-A',
  dataVersion: 1,
  lastSeq,
  lastDigest: 'd',
  counts: { complaints: 1 },
  writtenAt: '2026-11-21T08:00:00Z',
})

/** Notes work that was done; what was thrown is what the fault was for. */
async function settled(work: Promise<unknown>, onDone: () => void): Promise<void> {
  try {
    await work
    onDone()
  } catch {
    // Not done, and not called so.
  }
}

const sentinel: Work = {
  name: 'the sentinel',
  async run(folder, done) {
    const ledger = openLedger(folder, clock)
    for (const seq of [1, 2, 3]) await settled(ledger.writeSentinel(sentinelOf(seq)), () => done(String(seq)))
  },
  async after(folder, done) {
    const status = await openLedger(folder, clock).status()
    expect(status.problems).toEqual([])
    expect(status.sentinel?.lastSeq ?? 0).toBeGreaterThanOrEqual(Number(done.at(-1) ?? 0))
    await openLedger(folder, clock).writeSentinel(sentinelOf(9))
    expect((await openLedger(folder, clock).status()).sentinel?.lastSeq).toBe(9)
  },
}

const setAside: Work = {
  name: 'a ledger set aside',
  async run(folder, done) {
    const ledger = openLedger(folder, clock)
    const written = await ledger.journal.append(lines)
    if (!written.ok) return
    done('written')
    await ledger.setAside()
    done('aside')
  },
  async after(folder, done) {
    const { lastSeq } = await openLedger(folder, clock).status()
    if (done.includes('aside')) expect(lastSeq).toBe(0)
    else if (done.includes('written') && lastSeq === 0) {
      const aside = await openLedger(
        join(folder, `aside-${clock().toISOString().replaceAll(/[:.]/g, '-')}`),
        clock,
      ).status()
      expect(aside.lastSeq).toBe(6)
    }
    expect((await openLedger(folder, clock).journal.append(lines)).ok).toBe(true)
  },
}

const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const photo = (size: number): Uint8Array =>
  Uint8Array.from([...JPEG, ...Array.from({ length: size }, (_, i) => i)])

const attachments: Work = {
  name: '附件',
  async run(folder, done) {
    const store = openAttachments(join(folder, 'attachments'))
    for (const size of [10, 5000, 10]) {
      const kept = await store.store({ bytes: photo(size) }, 'a.jpg', 1e6)
      if (kept.ok) done(kept.value.sha256)
    }
  },
  async after(folder, done) {
    const store = openAttachments(join(folder, 'attachments'))
    for (const sha256 of done) expect(await store.check(sha256)).toBe('sound')
    const again = await store.store({ bytes: photo(5000) }, 'a.jpg', 1e6)
    expect(again.ok && (await store.check(again.value.sha256))).toBe('sound')
  },
}

const copies: Work = {
  name: 'the copy before a migration',
  async run(folder, done) {
    let tokens = 0
    const newToken = () => `token-${(tokens += 1)}`
    const store = openBackups({ folder: join(folder, 'backups'), clock, newToken })
    for (const _ of [1, 2]) {
      const token = await store.begin('before')
      for (const chunk of ['eins\n', 'zwei\n']) await store.append(token, chunk)
      const finished = await store.finish(token)
      if (finished.ok) done(finished.value.path)
    }
  },
  async after(_folder, done) {
    for (const path of done) expect(await readFile(path, 'utf8')).toBe('eins\nzwei\n')
  },
}

const keyStoreOf = (key: number): KeyStore => ({
  isSafe: () => true,
  seal: (text) => Buffer.from(text).map((byte) => byte ^ key),
  open: (bytes) => Buffer.from(Buffer.from(bytes).map((byte) => byte ^ key)).toString('utf8'),
})
const vaultIn = (folder: string, key = 7) =>
  openVault({
    vaultPath: join(folder, 'vault.json'),
    slotPath: join(folder, 'slot.json'),
    keyStore: keyStoreOf(key),
    clock,
  })

const vault: Work = {
  name: 'the vault',
  async run(folder, done) {
    const made = await vaultIn(folder).create()
    if (made.ok) done(made.value.password)
    const renewed = await vaultIn(folder).renew()
    if (renewed.ok) done(renewed.value.password)
  },
  async after(folder, done) {
    // Given up before anything was written, it is made anew.
    if ((await vaultIn(folder).state()).kind === 'none') {
      expect(done).toEqual([])
      expect((await vaultIn(folder).create()).ok).toBe(true)
    }
    // Whatever was kept: the sheet that would be printed now opens it on another machine.
    const sheet = await vaultIn(folder).sheet()
    if (!sheet.ok) throw new Error(sheet.refusal.key)
    if (done.length > 1) expect(sheet.value.password).toBe(done[1])
    await rm(join(folder, 'slot.json'))
    expect(await vaultIn(folder, 8).unlock(sheet.value.password)).toMatchObject({ ok: true })
  },
}

const datasets: Work = {
  name: 'the pointer to the data',
  async run(folder, done) {
    let ids = 0
    const list = openDatasets({ folder, clock, newId: () => `set-${(ids += 1)}` })
    const staged = await list.stage()
    const switched = await list.activate(staged.id)
    if (switched.ok) done(switched.value.id)
  },
  async after(folder, done) {
    const list = openDatasets({ folder, clock, newId: () => 'later' })
    const { id } = await list.current()
    expect(done.length > 0 ? [done[0]] : ['first', 'set-1']).toContain(id)
    const staged = await list.stage()
    expect((await list.activate(staged.id)).ok).toBe(true)
  },
}

const FILES = ['投诉.xlsx', '说明.txt', '附件']
/** 导出全部资料, as the page does it (`renderer/features/restore/takeOut.ts`); answers the folder where it is whole. */
async function takeOut(folder: string): Promise<string | null> {
  const store = openAttachments(join(folder, 'attachments'))
  const leavings = new Leavings(() => store)
  const begun = await leavings.begin(join(folder, 'stick'), '资料', '资料（未完成）')
  if (!begun.ok) return null
  const { token } = begun.value
  try {
    const photoOf = await store.store({ bytes: photo(5000) }, 'a.jpg', 1e6)
    if (!photoOf.ok) return null
    const put = await leavings.write(token, ['投诉.xlsx'], photo(9000))
    if (!put.ok || !(await leavings.copy(token, ['附件', 'a.jpg'], photoOf.value.sha256)).ok) return null
    if (!(await leavings.write(token, ['说明.txt'], photo(100))).ok) return null
    const finished = await leavings.finish(token)
    return finished.ok ? finished.value.folder : null
  } finally {
    await leavings.discard(token)
  }
}

const leaving: Work = {
  name: '导出全部资料',
  async before(folder) {
    await mkdir(join(folder, 'stick'))
  },
  async run(folder, done) {
    const whole = await takeOut(folder)
    if (whole !== null) done(whole)
  },
  async after(folder, done) {
    const again = await takeOut(folder)
    expect(again).not.toBeNull()
    const stick = join(folder, 'stick')
    const named = (await readdir(stick)).filter((name) => !name.includes('未完成'))
    // Whatever bears the name is whole, and what was called done bears it.
    for (const name of named) {
      expect((await readdir(join(stick, name))).sort()).toEqual(FILES)
      // Not by toEqual: it took longer than all that is tested here, byte by byte.
      expect((await readFile(join(stick, name, '投诉.xlsx'))).equals(photo(9000))).toBe(true)
      expect((await readFile(join(stick, name, '附件', 'a.jpg'))).equals(photo(5000))).toBe(true)
    }
    expect(named.map((name) => join(stick, name)).sort()).toEqual([...done, again].sort())
  },
}

const WORKS = [journal, sentinel, setAside, attachments, copies, vault, datasets, leaving]

describe.each(WORKS)('$name', (work) => losesNothing(work))
