import { verifyEntry } from '../../../shared/domain/audit/chain'
import type { JournalEntry } from '../../../shared/domain/audit/types'
import { DATA_VERSION, stepsFrom } from '../../../shared/schema'
import { journalEntrySchema } from '../../../shared/schema/audit'
import type { Refusal } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { numbersIn, restoredIn } from '../core/chainFacts'
import { FIRST_VERSION, versionIn } from '../core/dataVersion'
import { raiseNumber, raiseSeries } from '../core/raiseNumber'
import { refIdsOf } from '../core/refIds'
import { RowWriter } from '../core/rowWriter'
import { TAKEN_ERASE_COMMAND } from '../privacy/erasing'
import { keepReplicating } from '../replica/mark'
import { outboxId, type QueuedWrite, queueWrites } from '../replica/queue'
import { type ChainState, isRecordTable } from '../core/tables'
import { applySteps } from './migrateDatabase'

/** Refuses journal.newer `{ version }` for an entry that a newer release wrote. */
export function refusalOfVersion({ detail }: JournalEntry): Refusal | null {
  const version = versionIn(detail)?.after ?? FIRST_VERSION
  return version > DATA_VERSION ? { key: 'journal.newer', params: { version } } : null
}

/** The entry of a journal line (`digest`, and its `body` in JSON); null where it does not continue the chain. */
export function readEntry(
  line: { digest: string; body: string },
  last: ChainState | null,
): JournalEntry | null {
  const parsed = journalEntrySchema.safeParse(JSON.parse(line.body))
  if (!parsed.success || !parsed.data.writes.every(({ table }) => mayReplay(table))) return null
  const entry = parsed.data as JournalEntry
  const expectedPrev = last?.digest ?? entry.audit.prev
  const sound = verifyEntry(entry.audit, entry.detail) && entry.audit.digest === line.digest
  return sound && entry.audit.prev === expectedPrev ? entry : null
}

/** Tables beside the records that a ledger carries: chains of before, and what was agreed on with the server. */
const BESIDE = new Set(['audit', 'auditDetails', 'agreed', 'outbox'])

/** A line of a newer release, or a forged one, may name a table that commands never write. */
function mayReplay(table: string): boolean {
  return isRecordTable(table) || BESIDE.has(table)
}

/** The chain with one more entry. */
export function advance(last: ChainState | null, { audit }: JournalEntry): ChainState {
  const newestAt = last && last.newestAt > audit.at ? last.newestAt : audit.at
  return { seq: audit.seq, digest: audit.digest, newestAt }
}

/** Commands whose rows the server has, or gets, from elsewhere. */
const NOTHING_TO_TELL: ReadonlySet<string> = new Set(['ledger.rebuild', TAKEN_ERASE_COMMAND])

type Row = Record<string, unknown>
type OnPut = (table: string, row: Row, before: Row | undefined) => void

/** Takes entries in the order of their chain, inside a transaction. */
export class Replay {
  private readonly writer: RowWriter
  /** Something was agreed on with a server. */
  private agreed = false

  constructor(
    private readonly db: DeskDatabase,
    /** Of the rows taken so far. */
    private version: number,
    /** Told of every row that was written, with the one it replaced. */
    private readonly onPut: OnPut = () => undefined,
  ) {
    this.writer = new RowWriter(db)
  }

  async take(entry: JournalEntry): Promise<void> {
    const { audit, detail, writes } = entry
    if (audit.seq === 1) await this.begin(entry)
    else await this.migrate(versionIn(detail)?.after ?? this.version)
    const queued: QueuedWrite[] = []
    for (const write of writes) {
      if (!('put' in write)) continue
      const before = await this.put(write.table, write.put)
      if (isRecordTable(write.table)) queued.push({ table: write.table, id: String(write.put['id']), before })
    }
    await this.queue(entry, queued)
    await this.db.of('audit').put({ ...audit, refIds: refIdsOf(entry) })
    if (detail) await this.db.of('auditDetails').put(detail)
    for (const series of numbersIn(detail)) await raiseSeries(this.db, series)
    const mark = restoredIn(detail)
    if (mark) await this.db.of('meta').put({ key: 'restored', value: mark })
  }

  /** What the server is to learn is queued as the command did it; rows taken from the server wait no more. */
  private async queue({ audit }: JournalEntry, writes: QueuedWrite[]): Promise<void> {
    if (NOTHING_TO_TELL.has(audit.command)) return
    const own = new Set(audit.refs.map(({ id }) => id))
    const taken = audit.command === 'sync.take' ? writes.filter(({ id }) => !own.has(id)) : []
    await this.db.of('outbox').bulkDelete(taken.map(({ table, id }) => outboxId(table, id)))
    const made = writes.filter((write) => !taken.includes(write))
    const { deviceId, seq } = audit
    await queueWrites(this.db, made, { deviceId, seq, replicating: await this.replicates() })
  }

  private async replicates(): Promise<boolean> {
    this.agreed ||= (await this.db.of('agreed').limit(1).toArray()).length > 0
    return this.agreed
  }

  async finish(last: ChainState | null): Promise<void> {
    await this.writer.finish()
    if (await this.replicates()) await keepReplicating(this.db)
    const { db, version } = this
    if (last)
      await db.of('meta').bulkPut([
        { key: 'chain', value: last },
        { key: 'dataVersion', value: version },
      ])
  }

  private async begin({ audit, detail }: JournalEntry): Promise<void> {
    this.version = versionIn(detail)?.after ?? FIRST_VERSION
    await this.db.of('meta').put({ key: 'deviceId', value: audit.deviceId })
  }

  private async migrate(to: number): Promise<void> {
    if (to <= this.version) return
    await applySteps(
      this.db,
      stepsFrom(this.version).filter((step) => step.to <= to),
      to,
    )
    this.version = to
  }

  private async put(table: string, row: Row): Promise<Row | undefined> {
    // Rows of an older release are not what lists and search documents are made from: their migration makes those.
    // The entries of a chain before this one stand in a ledger that was written anew.
    const before = await this.replace(table, row)
    this.onPut(table, row, before)
    await raiseNumber(this.db, row)
    return before
  }

  private async replace(table: string, row: Row): Promise<Row | undefined> {
    if (isRecordTable(table) && this.version === DATA_VERSION) return this.writer.put(table, row)
    const before: Row | undefined = isRecordTable(table)
      ? await this.db.table(table).get(String(row['id']))
      : undefined
    await this.db.table(table).put(row)
    return before
  }
}
