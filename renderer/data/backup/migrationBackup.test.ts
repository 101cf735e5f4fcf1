import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { type BackupEnd, BACKUP_ENTRIES, backupManifestSchema } from '../../../shared/schema/backup'
import { accept } from '../../../shared/util/result'
import { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { RECORD_TABLES } from '../core/tables'
import { DeskData } from '../deskData'
import { restoreInto } from '../restore/restore'
import { type PlainBackup, sourceOf } from '../testing/backup'
import { frozenDatabase, frozenRelease, migrated } from '../testing/frozenRelease'
import { DATA_VERSION } from '../../../shared/schema'
import type { BackupPort } from './makeBackup'

const KEY = new Uint8Array(32).fill(7)

/** Main, which seals what it is given; the entries as they went in. */
function sealingMain(entries: PlainBackup): BackupPort {
  return {
    appVersion: async () => '1',
    begin: async (reason) => {
      expect(reason).toBe('migration')
      return accept({ token: 't' })
    },
    add: async (_token, name, text) => {
      entries.push({ name, text })
      return accept({})
    },
    finish: async (_token, end: BackupEnd) => {
      entries.push({ name: BACKUP_ENTRIES.end, text: JSON.stringify(end) })
      return accept({ name: '20261122-090000-migration.fdbackup', bytes: 1 })
    },
    cancel: async () => undefined,
  }
}

/** What an office with a vault does before its older data is changed: `DeskData.migrate`, with as much of it as it needs. */
function migrate(db: DeskDatabase, archive: BackupPort, stored: number) {
  const plain = async () => {
    throw new Error('nothing of an office with a vault is copied in the open')
  }
  const ports = {
    now: () => '2026-11-22T01:00:00.000Z',
    newId: () => `migration-${stored}`,
    archive,
    backup: { begin: plain, append: plain, finish: plain },
  }
  const feeder = { flush: async () => true }
  const desk = Object.assign(Object.create(DeskData.prototype) as DeskData, { db, ports, runner: { feeder } })
  return desk.migrate(stored, DATA_VERSION)
}

const plainRows = async (db: DeskDatabase): Promise<Record<string, unknown[]>> => {
  const tables = RECORD_TABLES.map(async (table) => {
    const rows: object[] = await db.table(table).toArray()
    return [table, rows.map(withoutListKeys)] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

describe.each([1, 2, 3, 4, 5, 6])('an office of version %i that has a vault', (version) => {
  it('is backed up sealed before it is migrated, and the backup gives the same books', async () => {
    const release = frozenRelease(version)
    const db = await frozenDatabase(release)
    db.fieldKey = KEY
    const entries: PlainBackup = []
    const done = await migrate(db, sealingMain(entries), version)
    expect(done).toEqual(accept({ backup: '20261122-090000-migration.fdbackup' }))
    expect((await db.of('meta').get('dataVersion'))?.value).toBe(DATA_VERSION)
    // The copy is of what was there before.
    const manifest = backupManifestSchema.parse(JSON.parse(entries[0]?.text ?? ''))
    expect(manifest.dataVersion).toBe(version)

    const name = `restored-of-${version}`
    const restored = await restoreInto({
      database: name,
      fieldKey: KEY,
      source: sourceOf(entries),
      backup: { name: 'a.fdbackup', madeAt: manifest.madeAt },
      now: '2026-11-22T02:00:00.000Z',
      ledger: null,
      erasures: [],
      onProgress: () => undefined,
      signal: new AbortController().signal,
    })
    expect(restored).toMatchObject({ ok: true })
    const back = new DeskDatabase(name)
    back.fieldKey = KEY
    await back.open()
    expect(await plainRows(back)).toEqual(
      await plainRows(await migrated(await frozenDatabase(release), version)),
    )
    back.close()
    db.close()
  })
})
