import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type * as age from 'age-encryption'
import { describe, expect, vi } from 'vitest'
import { DATA_VERSION } from '../../../shared/schema'
import { BACKUP_ENTRIES, type BackupListing, backupIndexSchema } from '../../../shared/schema/backup'
import { OFFICE, TestMachine, contentOf } from '../backup/testing'
import { type Datasets, openDatasets } from '../datasets'
import { bringFile, countMissing } from '../restore/bringFile'
import { openRestores } from '../restore/restores'
import { sealedBackup, smallBackup, TEST_PASSWORD } from '../restore/testing'
import { newSecrets, type Secrets, sheetIdOf } from '../vault/sealed'
import type { KeyStore } from '../vault/slot'
import { openVault, type Vault } from '../vault/vault'
import { losesNothing, type Work } from './work'

vi.mock('node:fs/promises', async (original) => {
  const { withFaults } = await import('./faultyFs')
  return withFaults(await original())
})
vi.mock('node:fs', async (original) => {
  const { withStreamFaults } = await import('./faultyFs')
  return withStreamFaults(await original())
})

// Hundreds of backups are made here: what a password costs is looked at elsewhere.
vi.mock('age-encryption', async (original) => {
  const real = await original<typeof age>()
  class Quick extends real.Encrypter {
    override setScryptWorkFactor(): void {
      super.setScryptWorkFactor(1)
    }
  }
  return { ...real, Encrypter: Quick }
})

/*
 * Quality 1 and 6, as in faults.test.ts, for backups and restores: a disk that is full, read-only or broken at any
 * moment. A backup that was called made can be read and is listed; a restore that was called done is in use and whole,
 * any other has changed nothing; and both can be done afterwards.
 */

const PHOTO = Buffer.from('bytes of a photo')
const SHA = createHash('sha256').update(PHOTO).digest('hex')

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

const machines = new Map<string, TestMachine>()
function machineAt(folder: string): TestMachine {
  const machine = machines.get(folder)
  if (!machine) throw new Error('no machine was made')
  return machine
}

/** Every file that is named like a backup in a place can be read to its end, and the list has its digest. */
async function expectSound(folder: string): Promise<string[]> {
  const there = await readdir(folder)
  const index = backupIndexSchema.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')))
  for (const name of there.filter((one) => one.endsWith('.fdbackup'))) {
    const content = await contentOf(join(folder, name))
    expect(Object.keys(content).at(-1)).toBe('end.json')
    const listed = index.backups.find((one) => one.name === name)
    const digest = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex')
    if (listed) expect(listed.sha256).toBe(digest)
  }
  expect(there.filter((name) => name.endsWith('.tmp'))).toEqual([])
  return index.backups.map(({ name }) => name)
}

const backups: Work = {
  name: 'backups in two places',
  async before(folder) {
    const machine = await TestMachine.make(folder)
    machines.set(folder, machine)
    await put(machine.path('attachments', SHA.slice(0, 2), SHA), PHOTO)
    await mkdir(machine.path('stick'))
    expect((await machine.backups.chooseSecond(machine.path('stick'), OFFICE)).ok).toBe(true)
  },
  async run(folder, done) {
    const machine = machineAt(folder)
    machine.start()
    const made = await machine.backup({ seq: 2, files: [SHA] })
    if (made.ok) done(made.value.name)
    await machine.backups.mend()
    await machine.backups.close()
  },
  async after(folder, done) {
    const machine = machineAt(folder)
    const places = ['local', 'stick']
    const before = await Promise.all(places.map((place) => readdir(machine.folder(place)).catch(() => [])))
    for (const name of done) expect(before.flat()).toContain(name)
    machine.start()
    const next = await machine.backup({ seq: 3, files: [SHA] })
    if (!next.ok) throw new Error(next.refusal.key)
    for (const place of places) {
      const listed = await expectSound(machine.folder(place))
      expect(listed).toContain(next.value.name)
      const kept = await readdir(join(machine.folder(place), 'attachments', SHA.slice(0, 2)))
      expect(kept).toEqual([`${SHA}.age`])
    }
    const { running, places: states } = await machine.backups.state()
    expect(running).toBeNull()
    expect(states.map(({ trouble }) => trouble)).toEqual([null, null])
    await machine.backups.close()
    machines.delete(folder)
  },
}

const keyStore: KeyStore = {
  isSafe: () => true,
  seal: (text) => Buffer.from(text),
  open: (bytes) => Buffer.from(bytes).toString('utf8'),
}
const clock = (): Date => new Date('2026-11-22T08:00:00Z')
let drawn: Promise<Secrets> | null = null
const secrets = (): Promise<Secrets> => (drawn ??= newSecrets(TEST_PASSWORD))
const NAME = '20261121-100000-byHand.fdbackup'

function vaultOf(folder: string, list: Datasets, id: string): Vault {
  return openVault({
    vaultPath: join(list.folderOf({ id }), 'vault.json'),
    slotPath: join(folder, `vault-${id}.json`),
    keyStore,
    clock,
  })
}

/** What page and main do together in a restore (`renderer/features/restore/run.ts`), up to and with the switch. */
async function restore(folder: string, ids: () => string): Promise<string | null> {
  const ledger = join(folder, 'ledger')
  const list = openDatasets({ folder: ledger, clock, newId: ids })
  for (const { id } of (await list.list()).staged) if (!(await list.remove(id)).ok) return null
  const own = join(ledger, 'attachments')
  const reading = openRestores({
    folders: async () => [join(folder, 'stick')],
    missingOf: (beside, sha256) => countMissing(beside, own, sha256),
  })
  const [offer] = await reading.known()
  if (!offer) return null
  const readThrough = async (purpose: 'inspect' | 'read'): Promise<boolean> => {
    const begun = await reading.begin(offer.token, TEST_PASSWORD, purpose)
    if (!begun.ok) return false
    for (;;) {
      const answer = await reading.more(offer.token)
      if (!answer.ok || answer.value.done) return answer.ok
    }
  }
  if (!(await readThrough('inspect'))) return null
  const { id } = await list.stage()
  const opened = reading.opened(offer.token)
  const vault = vaultOf(folder, list, id)
  if (!opened || !(await vault.adopt(opened.secrets)).ok || !(await vault.markPrinted()).ok) return null
  if (!(await readThrough('read'))) return null
  const target = join(list.folderOf({ id }), 'attachments')
  const places = { beside: opened.folder, own, target, identity: opened.secrets.identity }
  if ((await bringFile(places, SHA)) !== 'there') return null
  const switched = await list.activate(id)
  return switched.ok ? id : null
}

/** The dataset in use is the old one as it was, or the restored one with all that belongs to it. */
async function inUse(folder: string): Promise<string> {
  const list = openDatasets({ folder: join(folder, 'ledger'), clock, newId: () => 'never' })
  const { id } = await list.current()
  expect(await readFile(join(folder, 'ledger', 'journal', 'old.fdj'), 'utf8')).toBe('old lines')
  if (id === 'first') return id
  const kept = join(list.folderOf({ id }), 'attachments', SHA.slice(0, 2), SHA)
  expect(await readFile(kept)).toEqual(PHOTO)
  const vault = vaultOf(folder, list, id)
  expect(await vault.secrets()).toEqual(await secrets())
  return id
}

const restoring: Work = {
  name: 'a restore into a place of its own',
  async before(folder) {
    const { identity, fieldKey } = await secrets()
    const keys = JSON.stringify({ identity, fieldKey })
    const entries = smallBackup({ end: { attachments: [SHA] } })
    const bytes = await sealedBackup(
      entries.map(([name, text]) => [name, name === BACKUP_ENTRIES.keys ? keys : text]),
    )
    await put(join(folder, 'stick', NAME), bytes)
    await put(join(folder, 'stick', 'attachments', SHA.slice(0, 2), `${SHA}.age`), PHOTO)
    await put(join(folder, 'ledger', 'journal', 'old.fdj'), Buffer.from('old lines'))
    const listing: BackupListing = {
      name: NAME,
      madeAt: '2026-11-21T02:00:00.000Z',
      reason: 'byHand',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheetId: sheetIdOf(TEST_PASSWORD),
      officeId: 'office-1',
      dataVersion: DATA_VERSION,
      lastSeq: 12,
    }
    const index = JSON.stringify({ version: 1, backups: [listing] })
    await writeFile(join(folder, 'stick', 'index.json'), index)
  },
  async run(folder, done) {
    const id = await restore(folder, () => 'set-1')
    if (id !== null) done(id)
  },
  async after(folder, done) {
    const id = await inUse(folder)
    if (done.length > 0) expect(id).toBe('set-1')
    // What was broken off is cleared away by the next restore, which works.
    expect(await restore(folder, () => 'set-2')).toBe('set-2')
    expect(await inUse(folder)).toBe('set-2')
    const list = openDatasets({ folder: join(folder, 'ledger'), clock, newId: () => 'never' })
    const { staged, replaced } = await list.list()
    expect(staged).toEqual([])
    expect(replaced.map((one) => one.id)).toEqual(id === 'first' ? ['first'] : ['first', 'set-1'])
    const folders = await readdir(join(folder, 'ledger', 'datasets'))
    expect(folders.sort()).toEqual(id === 'first' ? ['set-2'] : ['set-1', 'set-2'])
    await rm(join(folder, 'stick'), { recursive: true })
  },
}

/** All of them take a minute: hundreds of backups. Each service alone is tried at every call in faults.test.ts. */
const OF_EACH_KIND = 4

describe.each([backups, restoring])('$name', (work) => losesNothing(work, OF_EACH_KIND))
