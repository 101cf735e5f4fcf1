import type { AuditDetail, AuditEntry, AuditRef, TableWrite } from '../../../shared/domain/audit/types'
import { recordDigest } from '../../../shared/domain/monthReview/seal'
import { nextNumber, seriesOf } from '../../../shared/domain/numbering/number'
import type { RegisterCode } from '../../../shared/domain/numbering/registers'
import type { GivenNumber, RuleContext } from '../../../shared/domain/register/types'
import type { Agreed } from '../../../shared/sync/wire'
import { estateYear } from '../../../shared/util/civilTime'
import { diffFields } from '../../../shared/util/diff'
import type { QueuedWrite } from '../replica/queue'
import { countFacet } from '../queries/lists'
import { type KeyRange, keysIn } from '../queries/ranges'
import type { DeskDatabase } from './database'
import { numberChange, type RestoredMark, restoredChange, type SeriesEnd } from './chainFacts'
import { MonthLock } from './monthLock'
import { traitsOf, withoutListKeys } from './rowTraits'
import { raiseNumbers } from './raiseNumber'
import { RowWriter } from './rowWriter'
import type { MetaRow, RecordTable, RecordTables } from './tables'

type Row = Record<string, unknown>

/**
 * What a command may do inside its transaction. Every write is remembered for the audit detail and the journal
 * line, and keeps lists, counters and search documents in step.
 */
export class CommandTx {
  readonly writes: TableWrite[] = []
  /** What of it head office's server is to learn. */
  readonly queued: QueuedWrite[] = []
  readonly refs: AuditRef[] = []
  readonly changes: AuditDetail['changes'] = []
  reason = ''
  /** Set by commands that write nothing but are to be found in the chain: exports and bulk prints (domain 13). */
  logged = false
  /** Set by the command that accepts a clock set back (domain 3): from now on it is the newest. */
  acceptedClock = false
  readonly writer: RowWriter
  /** Keeps the rows of locked months (domain 12). */
  readonly lock: MonthLock

  readonly ctx: RuleContext

  constructor(
    private readonly db: DeskDatabase,
    ctx: RuleContext,
    readonly onProgress?: (done: number, total: number) => void,
  ) {
    this.lock = new MonthLock(db, ctx.now)
    this.writer = new RowWriter(db, this.lock)
    this.ctx = { ...ctx, newId: () => this.writer.made(ctx.newId()) }
  }

  /** One row, as the rules know it. */
  async get<K extends RecordTable>(table: K, id: string): Promise<RecordTables[K] | undefined> {
    const row = await this.writer.read(table, id)
    return row && withoutListKeys(row as unknown as RecordTables[K])
  }

  /** Rows whose `index` equals `key`. */
  find<K extends RecordTable>(table: K, index: string, key: string): Promise<RecordTables[K][]> {
    return this.db.of(table).where(index).equals(key).toArray() as Promise<RecordTables[K][]>
  }

  /** Every row of a small table (users, blacklist): never of a register. */
  all<K extends RecordTable>(table: K): Promise<RecordTables[K][]> {
    return this.db.of(table).toArray() as Promise<RecordTables[K][]>
  }

  /** Rows of a stretch of the list index, for a command that decides over a part of a register. */
  async listed<K extends RecordTable>(table: K, { from, to }: KeyRange): Promise<RecordTables[K][]> {
    const rows = await this.db.of(table).where('listKeys').between(from, to, true, false).toArray()
    return (rows as RecordTables[K][]).map(withoutListKeys)
  }

  /** The keys of a stretch of the list index; no row is read. */
  keysOf(table: RecordTable, range: KeyRange): Promise<string[]> {
    return keysIn(this.db, table, range)
  }

  /** How many rows a facet holds, by its counter. */
  countOf(table: RecordTable, facet: string): Promise<number> {
    return countFacet(this.db, table, facet)
  }

  /** A query inside this transaction, for what a command decides or signs as a whole; its tables are the command's too. */
  query<T>(ask: (db: DeskDatabase) => Promise<T>): Promise<T> {
    return ask(this.db)
  }

  /** The newest audit entry that names a record, with its detail; null where the detail was erased or never was. */
  async lastChangeOf(id: string): Promise<{ entry: AuditEntry; detail: AuditDetail } | null> {
    const entries = await this.db.of('audit').where('refIds').equals(id).toArray()
    // Entries of several machines: by the clock, then by each machine's own order.
    const entry = entries.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))[0]
    const detail = entry && (await this.db.of('auditDetails').get(entry.opId))
    return entry && detail ? { entry, detail } : null
  }

  /** Writes one row and notes who, what, old and new (domain 10). */
  async put<K extends RecordTable>(table: K, row: RecordTables[K]): Promise<void> {
    const next = { ...row } as unknown as Row
    const id = String(next['id'])
    const before = await this.writer.put(table, next)
    this.writes.push({ table, put: next })
    this.queued.push({ table, id, before })
    const number = typeof next['number'] === 'string' ? next['number'] : undefined
    this.refs.push({ table, id, ...(number ? { number } : {}) })
    const fields = before ? diffFields(withoutSecrets(table, before), withoutSecrets(table, next)) : []
    this.changes.push({ table, id, fields })
  }

  /** Writes a row of which something was erased: the entry names it, with the digest of what is left, and no words (domain 13). */
  async erase<K extends RecordTable>(table: K, row: RecordTables[K]): Promise<void> {
    const id = String((row as { id: unknown }).id)
    this.queued.push({ table, id, before: await this.eraseAsElsewhere(table, row) })
  }

  /** The same for what another machine erased, and told the server. Answers the row that stood here. */
  async eraseAsElsewhere<K extends RecordTable>(table: K, row: RecordTables[K]): Promise<Row | undefined> {
    const next = { ...row } as unknown as Row
    const id = String(next['id'])
    const before = await this.writer.put(table, next)
    this.writes.push({ table, put: next })
    const number = typeof next['number'] === 'string' ? next['number'] : undefined
    this.refs.push({ table, id, ...(number ? { number } : {}) })
    this.changes.push({ table, id, fields: [{ path: 'erased', before: null, after: recordDigest(next) }] })
    return before
  }

  /** Writes many rows of an import: the audit detail counts the new ones, and names what changed in the others. */
  async bulkPut<K extends RecordTable>(
    table: K,
    rows: RecordTables[K][],
    onProgress?: (done: number) => void,
  ): Promise<void> {
    const plain = rows.map((row) => ({ ...row }) as unknown as Row)
    const replaced = await this.writer.bulkPut(table, plain, onProgress)
    for (const [i, row] of plain.entries()) {
      this.writes.push({ table, put: row })
      const before = replaced[i]
      this.queued.push({ table, id: String(row['id']), before })
      const fields = before ? diffFields(withoutSecrets(table, before), withoutSecrets(table, row)) : []
      if (before) this.changes.push({ table, id: String(row['id']), fields })
    }
    const created = replaced.filter((row) => !row).length
    this.changes.push({
      table,
      id: '*',
      fields: [
        { path: 'created', before: null, after: created },
        { path: 'updated', before: null, after: plain.length - created },
      ],
    })
  }

  /**
   * Writes rows as the server has them: they are in the journal, so that a recovery brings them back, and say nothing
   * in this machine's chain, for another's tells who wrote them.
   */
  async take<K extends RecordTable>(table: K, rows: readonly RecordTables[K][]): Promise<void> {
    const plain = rows.map((row) => ({ ...row }) as unknown as Row)
    // What its own machine was allowed to write, and the server's guard took, is not asked about again.
    const { erasing } = this.lock
    this.lock.erasing = true
    await this.writer.bulkPut(table, plain)
    this.lock.erasing = erasing
    for (const row of plain) this.writes.push({ table, put: row })
    await raiseNumbers(this.db, plain)
  }

  /** Writes a row made of the server's and ours: this machine's doing, which the others are to learn. */
  async merge<K extends RecordTable>(table: K, row: RecordTables[K], server: RecordTables[K]): Promise<void> {
    await this.put(table, row)
    const queued = this.queued.at(-1)
    if (queued) Object.assign(queued, { before: { ...server }, merged: true })
  }

  /** Notes what was agreed on with the server, in the journal too where it goes with rows. */
  async agree(rows: readonly Agreed[]): Promise<void> {
    await this.db.of('agreed').bulkPut([...rows])
    if (this.writes.length === 0) return
    for (const row of rows) this.writes.push({ table: 'agreed', put: { ...row } })
  }

  /** A fact about this database, only for the first start. */
  async setMeta(key: MetaRow['key'], value: unknown): Promise<void> {
    await this.db.of('meta').put({ key, value })
  }

  /** A series goes on behind a number that was seen on paper (domain 2); the caller has seen that it is higher. */
  async raiseNumber(series: SeriesEnd): Promise<void> {
    const known = await this.db.of('numbers').get(series.id)
    await this.db.of('numbers').put(series)
    this.changes.push(numberChange(series, known?.last ?? 0))
    this.logged = true
  }

  /** The restore's question was answered: noted in the chain too. */
  async markRestored(mark: RestoredMark): Promise<void> {
    await this.setMeta('restored', mark)
    this.changes.push(restoredChange(mark))
    this.logged = true
  }

  /** The next number of a register, in the same transaction as its record: no gap, never reused (domain 2). */
  async nextNumber(register: RegisterCode): Promise<GivenNumber> {
    const year = estateYear(this.ctx.now)
    // Side by side: which series of the year is this machine's, the office tells.
    const [office, known] = await Promise.all([
      this.db.of('office').toCollection().first() as PromiseLike<RecordTables['office']>,
      this.db
        .of('numbers')
        .where('id')
        .startsWith(seriesOf({ register, year, letter: '' }))
        .toArray(),
    ])
    const series = { register, year, letter: office.deviceLetter }
    const id = seriesOf(series)
    const last = known.find((row) => row.id === id)?.last ?? 0
    const given = nextNumber({ ...series, last }, office.numberPrefix)
    this.writer.later(this.db.of('numbers').put({ id, last: given.counter.last }))
    const { number, seq } = given
    return { number, year, seq }
  }
}

function withoutSecrets(table: RecordTable, row: Row): Row {
  const secret = new Set<string>([...(traitsOf(table).secret ?? []), 'listKeys'])
  return Object.fromEntries(Object.entries(row).filter(([key]) => !secret.has(key)))
}
