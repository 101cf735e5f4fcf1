import {
  BACKUP_ENTRIES,
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupEnd,
  type BackupManifest,
  type BackupReason,
} from '../../../shared/schema/backup'
import { type Result, refuse } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { BACKUP_TABLES, readTable, RowsWritten } from './readTables'
import { endNow, erasedBetween, startNow } from './moment'

/** Where a backup goes: main seals and keeps it. */
export interface BackupPort {
  appVersion: () => Promise<string>
  begin: (
    reason: BackupReason,
    office: { officeId: string; estateName: string; officeName: string },
  ) => Promise<Result<{ token: string }>>
  add: (token: string, name: string, content: string, rows: number) => Promise<Result<unknown>>
  finish: (token: string, ending: BackupEnd) => Promise<Result<{ name: string; bytes: number }>>
  cancel: () => Promise<unknown>
}

/** What making one needs of the world. */
export interface BackupWorld {
  now: () => string
  /** Sends what the journal has not taken yet; false where it cannot. */
  flushJournal: () => Promise<boolean>
}

/** How often a backup is begun anew: another place, or something was erased meanwhile. */
const TRIES = 3

/**
 * Makes a backup while the desk goes on working: rows in portions by key, then the end of the chain. What was written
 * meanwhile main adds from the journal, so that the whole is exactly the state at the end (docs/backup-format.md).
 * Refuses as the channels `backup.*`, and backup.erasedMeanwhile when that happened again and again.
 */
export async function makeBackup(
  db: DeskDatabase,
  port: BackupPort,
  reason: BackupReason,
  world: BackupWorld,
): Promise<Result<{ name: string; bytes: number }>> {
  for (let left = TRIES - 1; ; left -= 1) {
    const made = await tryOnce(db, port, reason, world)
    const again = !made.ok && ['backup.placeFailed', 'backup.erasedMeanwhile'].includes(made.refusal.key)
    if (!again || left === 0) return made
  }
}

async function tryOnce(
  db: DeskDatabase,
  port: BackupPort,
  reason: BackupReason,
  world: BackupWorld,
): Promise<Result<{ name: string; bytes: number }>> {
  const office = await db.of('office').toCollection().first()
  if (!office) return refuse('backup.failed', undefined, { code: 'office' })
  const { id: officeId, estateName, officeName } = office
  const begun = await port.begin(reason, { officeId, estateName, officeName })
  if (!begun.ok) return begun
  try {
    const made = await stream(db, port, begun.value.token, reason, world)
    if (!made.ok) await port.cancel()
    return made
  } catch (error) {
    await port.cancel()
    throw error
  }
}

/** Gives a portion to main; what it answers decides whether the next one is read. */
type Give = (name: string, content: string, rows: number) => Promise<Result<unknown>>

async function stream(
  db: DeskDatabase,
  port: BackupPort,
  token: string,
  reason: BackupReason,
  world: BackupWorld,
): Promise<Result<{ name: string; bytes: number }>> {
  const give: Give = (name, content, rows) => port.add(token, name, content, rows)
  const { manifest, numbers } = await openingOf(db, reason, world.now(), await port.appVersion())
  const head = await give(BACKUP_ENTRIES.manifest, JSON.stringify(manifest), 0)
  if (!head.ok) return head
  const series = await give(BACKUP_ENTRIES.numbers, numbers, 0)
  if (!series.ok) return series
  const written = new RowsWritten()
  for (const table of BACKUP_TABLES) {
    for await (const { content, rows, portion } of readTable(db, table, written)) {
      const taken = await give(BACKUP_ENTRIES.table(table, portion), content, rows)
      if (!taken.ok) return taken
    }
  }
  const end = await endNow(db)
  if (await erasedBetween(db, manifest.from, end.to)) return refuse('backup.erasedMeanwhile')
  if (!(await world.flushJournal())) return refuse('backup.journalBehind')
  return port.finish(token, { ...end, rows: written.rows, attachments: [...written.files] })
}

async function openingOf(
  db: DeskDatabase,
  reason: BackupReason,
  madeAt: string,
  appVersion: string,
): Promise<{ manifest: BackupManifest; numbers: string }> {
  const { office, from, dataVersion, counts, numbers } = await startNow(db)
  const { id: officeId, estateName, officeName } = office
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    appVersion,
    dataVersion,
    reason,
    madeAt,
    officeId,
    estateName,
    officeName,
    from,
    counts,
  }
  return { manifest, numbers: numbers.map((row) => `${JSON.stringify(row)}\n`).join('') }
}
