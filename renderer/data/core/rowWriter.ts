import type { DeskDatabase } from './database'
import type { SearchChange } from './env'
import type { MonthLock } from './monthLock'
import { countersOf, listKeysOf, searchDocOf } from './rowTraits'
import { getStretch } from './sparse'
import type { RecordTable } from './tables'

type Row = Record<string, unknown>

const BULK = 500
/** Writes whose answers nobody needs yet; with more of them a long replay would hold all its rows in memory. */
const MOST_UNDER_WAY = 64

/**
 * Writes record rows together with everything derived from them: list keys, counters, search documents.
 * Commands and recovery share it, so that a rebuilt database is equal to the lost one.
 */
export class RowWriter {
  readonly search: SearchChange = { put: [], del: [] }
  private readonly counts = new Map<string, number>()
  private underWay: PromiseLike<unknown>[] = []
  /** Rows that were read and not written since: nobody else writes while the transaction lasts. */
  private readonly known = new Map<string, Row | undefined>()
  /** Ids that this transaction has made: no row can have them yet. */
  private readonly fresh = new Set<string>()

  /** @param lock what keeps the rows of locked months; none where writes are repeated that were allowed already. */
  constructor(
    private readonly db: DeskDatabase,
    private readonly lock: MonthLock | null = null,
  ) {}

  /** An id that was just made: the row that gets it is written without looking for one before it. */
  made(id: string): string {
    this.fresh.add(id)
    return id
  }

  /** A row as it is stored; asked of the database once. */
  async read(table: RecordTable, id: string): Promise<Row | undefined> {
    const key = keyOf(table, id)
    if (!this.known.has(key)) this.known.set(key, (await this.db.table(table).get(id)) as Row | undefined)
    return this.known.get(key)
  }

  /** Writes one row; answers the row it replaced. What went wrong in the database is told by `finish`. */
  async put(table: RecordTable, row: Row): Promise<Row | undefined> {
    const id = String(row['id'])
    const isNew = this.fresh.has(id)
    const before = isNew ? undefined : await this.read(table, id)
    this.lock?.keepErased(before)
    if (this.lock?.concerns(table, before, row)) await this.lock.check(table, before, row)
    const stored = this.derive(table, row, before)
    this.forget(table, id)
    this.later(isNew ? this.db.table(table).add(stored) : this.db.table(table).put(stored))
    if (this.underWay.length >= MOST_UNDER_WAY) await this.settle()
    return before
  }

  /** A write whose answer is needed only before the transaction ends: each answer is a way to the database and back. */
  later(write: PromiseLike<unknown>): void {
    // Where the command is refused meanwhile, nobody is left to hear of it.
    write.then(undefined, () => undefined)
    this.underWay.push(write)
  }

  /** Writes many rows of one table; answers the rows they replaced, in their order. */
  async bulkPut(
    table: RecordTable,
    rows: Row[],
    onProgress?: (done: number) => void,
  ): Promise<(Row | undefined)[]> {
    const replaced: (Row | undefined)[] = []
    for (let at = 0; at < rows.length; at += BULK) {
      const part = rows.slice(at, at + BULK)
      const ids = part.map((row) => String(row['id']))
      const before = await getStretch<Row>(this.db.table(table), ids)
      replaced.push(...before)
      for (const { id } of part) this.forget(table, String(id))
      for (const [i, row] of part.entries()) {
        this.lock?.keepErased(before[i])
        if (this.lock?.concerns(table, before[i], row)) await this.lock.check(table, before[i], row)
      }
      await this.db.table(table).bulkPut(part.map((row, i) => this.derive(table, row, before[i])))
      onProgress?.(at + part.length)
    }
    return replaced
  }

  /** Flushes counters and search documents; to be called once, last in the transaction. */
  async finish(): Promise<void> {
    // Most of what a record stood in it stands in afterwards: what is as it was is neither read nor written.
    const keys = [...this.counts].filter(([, by]) => by !== 0).map(([key]) => key)
    const rows = await this.db.of('counters').bulkGet(keys)
    const counts = keys.map((id, i) => ({ id, count: (rows[i]?.count ?? 0) + (this.counts.get(id) ?? 0) }))
    this.later(this.db.of('counters').bulkPut(counts))
    this.later(this.db.of('searchDocs').bulkPut(this.search.put))
    await this.settle()
  }

  private forget(table: RecordTable, id: string): void {
    this.known.delete(keyOf(table, id))
    this.fresh.delete(id)
  }

  private async settle(): Promise<void> {
    const writes = this.underWay
    this.underWay = []
    await Promise.all(writes)
  }

  private derive(table: RecordTable, row: Row, before: Row | undefined): Row {
    this.count(table, row, before)
    const doc = searchDocOf(table, row)
    if (doc) this.search.put.push(doc)
    const listKeys = listKeysOf(table, row)
    return listKeys ? { ...row, listKeys } : row
  }

  private count(table: RecordTable, row: Row, before: Row | undefined): void {
    if (!before) this.bump(`${table}|rows`, 1)
    for (const name of before ? countersOf(table, before) : []) this.bump(`${table}|${name}`, -1)
    for (const name of countersOf(table, row)) this.bump(`${table}|${name}`, 1)
  }

  private bump(key: string, by: number): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + by)
  }
}

function keyOf(table: RecordTable, id: string): string {
  return `${table}|${id}`
}
