import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import type { Migration, Row, Snapshot } from '../../../shared/schema/migrations/types'
import { DATA_VERSION, migrate, stepsFrom } from '../../../shared/schema/version'
import { loadPinyin } from '../../../shared/util/pinyin'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { appendToChain, chainEnd } from '../core/chain'
import { CommandTx } from '../core/commandTx'
import type { DeskDatabase } from '../core/database'
import { type VersionChange, versionChange } from '../core/dataVersion'
import { withoutListKeys } from '../core/rowTraits'
import { RowWriter } from '../core/rowWriter'
import { SEALED, sealRow } from '../core/seal'
import { SEALED_FIELDS } from '../core/sealedFields'
import { RECORD_TABLES } from '../core/tables'

/** Where the copy made before a migration goes. */
export interface BackupSink {
  begin: (label: string) => Promise<Result<{ token: string }>>
  append: (token: string, chunk: string) => Promise<Result<unknown>>
  finish: (token: string) => Promise<Result<{ path: string }>>
}

const PORTION = 1000

/**
 * Streams every table into a backup file, one JSON line a row: `{"table":"units","row":{…}}`.
 * Answers the path; memory stays flat because rows go by key in portions.
 */
export async function copyDatabase(
  db: DeskDatabase,
  sink: BackupSink,
  label: string,
): Promise<Result<{ path: string }>> {
  const begun = await sink.begin(label)
  if (!begun.ok) return begun
  const { token } = begun.value
  for (const table of db.tables) {
    let after: unknown = null
    for (;;) {
      const from = after === null ? table.toCollection() : table.where(':id').above(after)
      const rows: Row[] = await from.limit(PORTION).toArray()
      if (rows.length === 0) break
      const chunk = rows.map((row) => `${JSON.stringify(copyOf(db, table.name, row))}\n`).join('')
      const written = await sink.append(token, chunk)
      if (!written.ok) return written
      after = keyOf(rows.at(-1) ?? {}, table.schema.primKey.keyPath)
    }
  }
  return sink.finish(token)
}

/** A row as it lies in the database: what is sealed there is sealed in its copy too, in base64. */
function copyOf(db: DeskDatabase, table: string, row: Row): { table: string; row: Row } {
  const fields = SEALED_FIELDS.get(table)
  if (!fields || !db.fieldKey) return { table, row }
  const key = keyOf(row, db.table(table).schema.primKey.keyPath)
  const { [SEALED]: sealed, ...stored } = sealRow(row, fields, { table, key }, db.fieldKey)
  return { table, row: sealed instanceof Uint8Array ? { ...stored, [SEALED]: base64(sealed) } : row }
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function keyOf(row: Row, path: string | string[] | undefined): unknown {
  return Array.isArray(path) ? path.map((part) => row[part]) : row[String(path)]
}

/** From which of our own data versions to which; `steps` other than the app's own in tests only. */
export interface VersionStep {
  stored: number
  current: number
  steps?: readonly Migration[]
}

/**
 * Brings an older database up to `current`: a copy first, then all steps in one transaction. `sink`: where the copy
 * goes, or the name of the backup that has been made already.
 * Refusals: those of the copy; migration.failed `{ step }` leaves the database as it was.
 */
export async function migrateDatabase(
  db: DeskDatabase,
  sink: BackupSink | { made: string },
  { stored, current, steps = stepsFrom(stored) }: VersionStep,
  world: { now: string; newId: () => string },
): Promise<Result<{ backup: string }>> {
  const copied =
    'made' in sink ? accept({ path: sink.made }) : await copyDatabase(db, sink, `before-v${current}`)
  if (!copied.ok) return copied
  await loadPinyin()
  try {
    await db.transaction('rw', db.tables, async () => {
      await applySteps(db, steps, current)
      await noteInChain(db, { before: stored, after: current }, world)
    })
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown'
    return refuse('migration.failed', undefined, { from: stored, to: current, code })
  }
  return accept({ backup: copied.value.path })
}

/** The chain says where the version changed, so that a recovery changes it at the same place. */
async function noteInChain(
  db: DeskDatabase,
  change: VersionChange,
  { now, newId }: { now: string; newId: () => string },
): Promise<void> {
  const end = await chainEnd(db)
  if (!end.chain) return
  const actor = { userId: 'system', name: '', role: 'director' } as const
  const tx = new CommandTx(db, { now, actor, newId, settings: DEFAULT_SETTINGS })
  tx.changes.push(versionChange(change))
  await appendToChain(db, 'data.migrate', tx, end)
}

/** Runs steps over the stored rows and makes lists, counters and search documents anew; inside a transaction. */
export async function applySteps(
  db: DeskDatabase,
  steps: readonly Migration[],
  current: number,
): Promise<void> {
  const names = [...new Set(steps.flatMap((step) => step.tables))]
  const before: Snapshot = {}
  for (const name of names) before[name] = await db.table(name).toArray()
  const after = migrate(before, steps)
  for (const name of names) {
    await db.table(name).clear()
    await db.table(name).bulkPut(after[name] ?? [])
  }
  // Of rows that a later step is still to change nothing can be derived.
  if (current === DATA_VERSION) await rebuildDerived(db)
  await db.of('meta').put({ key: 'dataVersion', value: current })
}

/**
 * Lists, counters and search documents belong to this release: they are made anew, never migrated. In portions, for the
 * books of ten years do not fit beside themselves.
 */
async function rebuildDerived(db: DeskDatabase): Promise<void> {
  await db.of('counters').clear()
  await db.of('searchDocs').clear()
  for (const name of RECORD_TABLES) {
    const table = db.table<Row, string>(name)
    for (let after: string | null = null; ; ) {
      const from = after === null ? table.toCollection() : table.where(':id').above(after)
      const rows: Row[] = await from.limit(PORTION).toArray()
      const ids = rows.map((row) => String(row['id']))
      // As if they had not been there: what stood in the counters for them is gone.
      await table.bulkDelete(ids)
      const writer = new RowWriter(db)
      await writer.bulkPut(name, rows.map(withoutListKeys))
      await writer.finish()
      if (rows.length < PORTION) break
      after = ids.at(-1) ?? null
    }
  }
}
