import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKUP_ENTRIES, type BackupEnd, backupManifestSchema } from '../../../shared/schema/backup'
import { filesNamedBy } from '../../../shared/schema/backupFiles'
import { accept, refuse } from '../../../shared/util/result'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { changeSettingsCommand } from '../commands/office'
import { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { restoreInto } from '../restore/restore'
import { type PlainBackup, sourceOf } from '../testing/backup'
import { intakeOf } from '../testing/complaints'
import { expectDerived } from '../testing/derived'
import { openTestOffice, type TestOffice } from '../testing/office'
import { type BackupPort, makeBackup } from './makeBackup'
import { BACKUP_TABLES } from './readTables'

const WORLD = (office: TestOffice) => ({
  now: () => office.clock.now,
  flushJournal: () => office.runner.feeder.flush(),
})

/** Main as far as a backup needs it: what it was given, with the lines that were written meanwhile. */
class FakeMain implements BackupPort {
  entries: PlainBackup = []
  begun = 0
  cancelled = 0
  private from = 0

  constructor(
    private readonly office: TestOffice,
    /** Runs before each entry is taken, with its place. */
    private readonly meanwhile: (at: number) => Promise<unknown> = async () => undefined,
    private readonly refusals: string[] = [],
  ) {}

  async appVersion() {
    return '1'
  }

  async begin() {
    this.begun += 1
    this.entries = []
    this.from = this.office.lines.length
    return accept({ token: 't' })
  }

  async add(_token: string, name: string, text: string) {
    await this.meanwhile(this.entries.length)
    const refusal = this.refusals.shift()
    if (refusal) return refuse(refusal)
    this.entries.push({ name, text })
    return accept({})
  }

  async finish(_token: string, end: BackupEnd) {
    const manifest = backupManifestSchema.parse(JSON.parse(this.entries[0]?.text ?? ''))
    const lines = this.office.lines.slice(this.from)
    const bodies = lines.filter(({ seq }) => seq > manifest.from.seq && seq <= end.to.seq)
    if (bodies.length > 0)
      this.entries.push({
        name: BACKUP_ENTRIES.journal(1),
        text: bodies.map(({ body }) => `${body}\n`).join(''),
      })
    this.entries.push({ name: BACKUP_ENTRIES.end, text: JSON.stringify(end) })
    return accept({ name: 'a.fdbackup', bytes: 1 })
  }

  async cancel() {
    this.cancelled += 1
  }
}

let made = 0
async function restored(entries: PlainBackup): Promise<DeskDatabase> {
  made += 1
  const database = `from-backup-${made}`
  const answer = await restoreInto({
    database,
    fieldKey: new Uint8Array(32).fill(7),
    source: sourceOf(entries),
    backup: { name: 'a.fdbackup', madeAt: '2026-11-21T02:00:00.000Z' },
    now: '2026-11-22T01:00:00.000Z',
    ledger: null,
    erasures: [],
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  expect(answer).toMatchObject({ ok: true })
  const db = new DeskDatabase(database)
  db.fieldKey = new Uint8Array(32).fill(7)
  return db
}

async function contents(db: DeskDatabase) {
  const tables = [...BACKUP_TABLES, 'numbers'] as const
  const rows = await Promise.all(
    tables.map(
      async (name) => [name, ((await db.table(name).toArray()) as object[]).map(withoutListKeys)] as const,
    ),
  )
  return Object.fromEntries(rows)
}

const register = (office: TestOffice, content: string) =>
  office.runner.run(registerComplaintCommand, { intake: intakeOf(content), receivedBy: '' })

async function voidFirst(office: TestOffice): Promise<void> {
  const open = (await office.db.of('complaints').toArray()).find(({ state }) => state !== 'void')
  await office.signInAs('supervisor')
  if (open) await office.runner.run(voidComplaintCommand, { id: open.id, rev: open.rev, reason: '重复登记' })
}

async function change(office: TestOffice, n: number): Promise<void> {
  await office.signInAs('director')
  await office.runner.run(changeSettingsCommand, { spotCheckSize: 1 + n })
}

async function workingOffice(complaints: number): Promise<TestOffice> {
  const office = await openTestOffice()
  for (let i = 1; i <= complaints; i += 1) await register(office, `第${i}件`)
  return office
}

describe('a backup while the desk goes on', () => {
  it('holds every row once where nobody writes, and no journal', async () => {
    const office = await workingOffice(3)
    const main = new FakeMain(office)
    expect(await makeBackup(office.db, main, 'hourly', WORLD(office))).toMatchObject({ ok: true })
    expect(main.entries.map(({ name }) => name)).toEqual([
      'manifest.json',
      'numbers.jsonl',
      ...['office', 'settings', 'users', 'credentials', 'complaints', 'audit', 'auditDetails', 'outbox'].map(
        (table) => `tables/${table}/0001.jsonl`,
      ),
      'end.json',
    ])
    expect(JSON.parse(main.entries.at(-1)?.text ?? '').rows).toMatchObject({ complaints: 3 })
    expect(await contents(await restored(main.entries))).toEqual(await contents(office.db))
  })

  it('is exactly the state at its end, whatever was written at whatever moment', async () => {
    const deeds = fc.array(
      fc.record({ at: fc.nat(9), deed: fc.constantFrom('register', 'void', 'change') }),
      {
        maxLength: 6,
      },
    )
    await fc.assert(
      fc.asyncProperty(deeds, fc.nat(4), async (planned, complaints) => {
        const office = await workingOffice(complaints)
        const main = new FakeMain(office, async (at) => {
          for (const [n, { deed }] of planned.filter((one) => one.at === at).entries()) {
            if (deed === 'register') await register(office, `备份时 ${at}-${n}`)
            else if (deed === 'void') await voidFirst(office)
            else await change(office, at)
          }
        })
        await makeBackup(office.db, main, 'hourly', WORLD(office))
        const found = await restored(main.entries)
        expect(await contents(found)).toEqual(await contents(office.db))
        await expectDerived(found)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('reads a large table in portions, each row once', async () => {
    const office = await workingOffice(1)
    const long = '长'.repeat(9_000)
    const [row] = await office.db.of('complaints').toArray()
    const rows = Array.from({ length: 400 }, (_, i) => ({
      ...row,
      id: `x${i}`,
      number: `客服-TS-2026-${i + 2}`,
      content: long,
    }))
    await office.db.table('complaints').bulkPut(rows)
    const main = new FakeMain(office)
    await makeBackup(office.db, main, 'hourly', WORLD(office))
    const portions = main.entries.filter(({ name }) => name.startsWith('tables/complaints/'))
    expect(portions.length).toBeGreaterThan(2)
    expect(portions.map(({ name }) => name)).toEqual(
      portions.map((_, i) => BACKUP_ENTRIES.table('complaints', i + 1)),
    )
    for (const { text } of portions) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_000_000)
    const ids = portions.flatMap(({ text }) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    )
    expect(new Set(ids).size).toBe(401)
    expect(ids).toHaveLength(401)
  })

  it('begins anew where a place failed, and gives up in the end', async () => {
    const office = await workingOffice(1)
    const once = new FakeMain(office, undefined, ['backup.placeFailed'])
    expect(await makeBackup(office.db, once, 'hourly', WORLD(office))).toMatchObject({ ok: true })
    expect(once.begun).toBe(2)
    const full = new FakeMain(office, undefined, ['backup.full'])
    const answer = await makeBackup(office.db, full, 'hourly', WORLD(office))
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'backup.full' } })
    expect([full.begun, full.cancelled]).toEqual([1, 1])
  })

  it('throws away what was read when something is erased by law meanwhile', async () => {
    const office = await workingOffice(1)
    let once = true
    const main = new FakeMain(office, async (at) => {
      if (at !== 4 || !once) return
      once = false
      await register(office, '要删除的')
      const [last] = (await office.db.of('audit').toArray()).slice(-1)
      if (last) await office.db.of('audit').put({ ...last, command: 'privacy.erase' })
    })
    expect(await makeBackup(office.db, main, 'hourly', WORLD(office))).toMatchObject({ ok: true })
    expect(main.begun).toBe(2)
  })

  it('is not made while the journal cannot take what was written', async () => {
    const office = await workingOffice(1)
    office.clock.journalWorks = false
    await register(office, '流水账写不进去')
    const answer = await makeBackup(office.db, new FakeMain(office), 'hourly', WORLD(office))
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'backup.journalBehind' } })
  })
})

describe('the files that a row names', () => {
  const sha = 'a'.repeat(64)
  it.each([
    ['attachments', { sha256: sha }, [sha]],
    ['attachments', { sha256: sha, erased: { at: '' } }, []],
    ['scans', { file: { sha256: sha }, sha256s: ['b'.repeat(64), sha] }, [sha]],
    ['scans', { file: null }, []],
    ['complaints', { sha256: sha }, []],
  ])('%s %j', (table, row, files) => {
    expect(filesNamedBy(table, row)).toEqual(files)
  })
})
