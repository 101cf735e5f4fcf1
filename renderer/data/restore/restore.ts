import { Dexie } from 'dexie'
import type { JournalLine } from '../../../shared/ipc/channels'
import type { BackupEnd } from '../../../shared/schema/backup'
import { filesNamedBy } from '../../../shared/schema/backupFiles'
import type { Erasure } from '../../../shared/domain/privacy/types'
import type { Instant } from '../../../shared/util/instant'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { RestoredMark } from '../core/chainFacts'
import { DeskDatabase } from '../core/database'
import { markKey } from '../core/sealMark'
import { applyErasures } from '../privacy/applyErasures'
import { type LedgerReader, recoverFromLedger } from '../startup/recover'
import { type BackupSource, type FillOptions, fillFromBackup } from './fill'

/** Which database is filled, and from what. */
export interface RestorePlan extends FillOptions {
  /** Name of the staged dataset's database, which does not exist yet. */
  database: string
  /** Seals its rows; from the backup's secrets. */
  fieldKey: Uint8Array
  source: BackupSource
  /** File name and time of the backup, for whoever asks later. */
  backup: { name: string; madeAt: Instant }
  now: Instant
  /** The ledger in use, where its entries are to go on behind the backup's; null where the backup alone counts. */
  ledger: LedgerReader | null
  /** What was erased by law as far as is known here. */
  erasures: readonly Erasure[]
}

/** What a filled database names and how far it reaches. */
export interface Restored {
  /** Files that its rows name. */
  files: string[]
  /** Entries of the ledger that went on behind the backup. */
  continued: number
}

/**
 * Fills the database of a staged dataset. Until `dataset.activate` it is nobody's; what is broken off or refused is to be
 * thrown away with `removeDatabase`. Refuses as `fillFromBackup`.
 */
export async function restoreInto(plan: RestorePlan): Promise<Result<Restored>> {
  await removeDatabase(plan.database)
  const db = new DeskDatabase(plan.database)
  db.fieldKey = plan.fieldKey
  try {
    await db.open()
    await markKey(db)
    const filled = await fillFromBackup(db, plan.source, plan)
    if (!filled.ok) return filled
    const continued = plan.ledger ? await goOn(db, plan.ledger, filled.value) : 0
    // What was erased by law since the backup is erased again before anybody can read it (domain 13).
    await applyErasures(db, [...(await db.of('erasures').toArray()), ...plan.erasures])
    if (plan.signal.aborted) return refuse('restore.cancelled')
    await mark(db, plan, filled.value)
    return accept({ files: await filesIn(db), continued })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'QuotaExceededError') return refuse('system.diskFull')
    return refuse('system.databaseFailed', undefined, { code: name || 'unknown' })
  } finally {
    db.close()
  }
}

/** Deletes a database that no window has open; for one that does not exist there is nothing to do. */
export async function removeDatabase(name: string): Promise<void> {
  await Dexie.delete(name)
}

/** How many entries of a ledger continue a chain that ends at `to` without a gap. */
export async function countContinuing(
  ledger: LedgerReader,
  to: { seq: number; digest: string },
): Promise<number> {
  let end: Pick<JournalLine, 'seq' | 'digest'> = to
  for (;;) {
    const portion = await ledger.read(end.seq)
    if (!portion.ok) return end.seq - to.seq
    for (const line of portion.value.lines) {
      if (line.seq !== end.seq + 1 || line.prev !== end.digest) return end.seq - to.seq
      end = line
    }
    if (portion.value.done || portion.value.lines.length === 0) return end.seq - to.seq
  }
}

/** A ledger that breaks somewhere is taken up to there: what came before is worth having. */
async function goOn(db: DeskDatabase, ledger: LedgerReader, { to }: BackupEnd): Promise<number> {
  const continuing = await countContinuing(ledger, to)
  if (continuing === 0) return 0
  await recoverFromLedger(db, ledger, to.seq + continuing, () => undefined)
  const chain = (await db.of('meta').get('chain'))?.value as { seq: number } | undefined
  return (chain?.seq ?? to.seq) - to.seq
}

/** From now on a start knows where it came from: it writes a ledger anew, and asks for the numbers on paper. */
async function mark(db: DeskDatabase, { backup, now }: RestorePlan, end: BackupEnd): Promise<void> {
  const value: RestoredMark = {
    at: now,
    from: { ...backup, newestAt: end.newestAt },
    numbers: await db.of('numbers').toArray(),
    answeredAt: null,
  }
  await db.of('meta').bulkPut([
    { key: 'restoring', value: true },
    { key: 'restored', value },
  ])
}

/** Files that rows name; those of erased rows stay away. */
async function filesIn(db: DeskDatabase): Promise<string[]> {
  const named = new Set<string>()
  for (const table of ['attachments', 'scans'] as const) {
    await db.table(table).each((row: Record<string, unknown>) => {
      for (const sha256 of filesNamedBy(table, row)) named.add(sha256)
    })
  }
  return [...named]
}
