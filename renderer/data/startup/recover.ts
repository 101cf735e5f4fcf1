import { verifyEntry } from '../../../shared/domain/audit/chain'
import type { JournalEntry } from '../../../shared/domain/audit/types'
import { parseNumber, seriesOf } from '../../../shared/domain/numbering/number'
import type { JournalLine } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema'
import { journalEntrySchema } from '../../../shared/schema/audit'
import { loadPinyin } from '../../../shared/util/pinyin'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { refIdsOf } from '../core/refIds'
import { RowWriter } from '../core/rowWriter'
import { type ChainState, isRecordTable } from '../core/tables'

/** Reads the ledger in portions, in order of their sequence. */
export interface LedgerReader {
  read: (afterSeq: number) => Promise<Result<{ lines: JournalLine[]; done: boolean }>>
}

export interface RecoveryProgress {
  done: number
  total: number
}

/**
 * Rebuilds the database from the ledger: every command again, in order, with its numbers, lists and search
 * documents. Continues after what the database already holds. Each portion is one transaction, so a power cut
 * during recovery leaves a shorter but sound database that the next start continues.
 * Refusals: journal.damaged `{ seq }` where a line does not fit the chain; what was read up to there is kept.
 */
export async function recoverFromLedger(
  db: DeskDatabase,
  ledger: LedgerReader,
  total: number,
  onProgress: (progress: RecoveryProgress) => void,
): Promise<Result<{ lastSeq: number }>> {
  if (!db.isOpen()) await db.open()
  await loadPinyin()
  let chain = ((await db.of('meta').get('chain'))?.value as ChainState | undefined) ?? null
  for (;;) {
    const portion = await ledger.read(chain?.seq ?? 0)
    if (!portion.ok) return portion
    const replayed = await replay(db, portion.value.lines, chain)
    if (!replayed.ok) return replayed
    chain = replayed.value
    onProgress({ done: chain?.seq ?? 0, total })
    if (portion.value.done || portion.value.lines.length === 0) return accept({ lastSeq: chain?.seq ?? 0 })
  }
}

/** Throws the database away and makes it anew; only after somebody chose recovery. */
export async function emptyDatabase(db: DeskDatabase): Promise<void> {
  db.close()
  await db.delete()
  await db.open()
}

async function replay(
  db: DeskDatabase,
  lines: JournalLine[],
  from: ChainState | null,
): Promise<Result<ChainState | null>> {
  let broken: number | null = null
  const chain = await db.transaction('rw', db.tables, async () => {
    const writer = new RowWriter(db)
    let last = from
    for (const line of lines) {
      const entry = readEntry(line, last)
      if (!entry) {
        broken = line.seq
        break
      }
      await replayEntry(db, writer, entry)
      last = advance(last, entry)
    }
    await writer.finish()
    if (last) await db.of('meta').put({ key: 'chain', value: last })
    return last
  })
  return broken === null ? accept(chain) : refuse('journal.damaged', undefined, { seq: broken })
}

function readEntry(line: JournalLine, last: ChainState | null): JournalEntry | null {
  const parsed = journalEntrySchema.safeParse(JSON.parse(line.body))
  if (!parsed.success || !parsed.data.writes.every(({ table }) => mayReplay(table))) return null
  const entry = parsed.data as JournalEntry
  const expectedPrev = last?.digest ?? entry.audit.prev
  const sound = verifyEntry(entry.audit, entry.detail) && entry.audit.digest === line.digest
  return sound && entry.audit.prev === expectedPrev ? entry : null
}

/** A line of a newer release, or a forged one, may name a table that commands never write. */
function mayReplay(table: string): boolean {
  return isRecordTable(table) || table === 'audit' || table === 'auditDetails'
}

function advance(last: ChainState | null, { audit }: JournalEntry): ChainState {
  const newestAt = last && last.newestAt > audit.at ? last.newestAt : audit.at
  return { seq: audit.seq, digest: audit.digest, newestAt }
}

async function replayEntry(db: DeskDatabase, writer: RowWriter, entry: JournalEntry): Promise<void> {
  const { audit, detail, writes } = entry
  for (const write of writes) {
    if (!('put' in write)) continue
    if (isRecordTable(write.table)) await writer.put(write.table, write.put)
    // Only a ledger written anew carries these: the entries of the chain before it.
    else await db.table(write.table).put(write.put)
    await raiseNumber(db, write.put)
  }
  await db.of('audit').put({ ...audit, refIds: refIdsOf(entry) })
  await db.of('auditDetails').put(detail)
  if (audit.seq === 1) {
    await db.of('meta').bulkPut([
      { key: 'deviceId', value: audit.deviceId },
      { key: 'dataVersion', value: DATA_VERSION },
    ])
  }
}

/** A number once given is never given again, recovered or not (domain 2). */
async function raiseNumber(db: DeskDatabase, row: Record<string, unknown>): Promise<void> {
  const parsed = typeof row['number'] === 'string' ? parseNumber(row['number']) : null
  if (!parsed) return
  const id = seriesOf(parsed)
  const known = await db.of('numbers').get(id)
  if ((known?.last ?? 0) < parsed.seq) await db.of('numbers').put({ id, last: parsed.seq })
}
