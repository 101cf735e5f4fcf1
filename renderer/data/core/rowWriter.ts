import type { DeskDatabase } from './database'
import type { SearchChange } from './env'
import type { MonthLock } from './monthLock'
import { countersOf, listKeysOf, searchDocOf } from './rowTraits'
import type { RecordTable } from './tables'

type Row = Record<string, unknown>

const BULK = 500

/**
 * Writes record rows together with everything derived from them: list keys, counters, search documents.
 * Commands and recovery share it, so that a rebuilt database is equal to the lost one.
 */
export class RowWriter {
  readonly search: SearchChange = { put: [], del: [] }
  private readonly counts = new Map<string, number>()

  /** @param lock what keeps the rows of locked months; none where writes are repeated that were allowed already. */
  constructor(
    private readonly db: DeskDatabase,
    private readonly lock: MonthLock | null = null,
  ) {}

  /** Writes one row; answers the row it replaced. */
  async put(table: RecordTable, row: Row): Promise<Row | undefined> {
    const before = (await this.db.table(table).get(String(row['id']))) as Row | undefined
    this.lock?.keepErased(before)
    if (this.lock?.concerns(table, before, row)) await this.lock.check(table, before, row)
    await this.db.table(table).put(this.derive(table, row, before))
    return before
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
      const before = (await this.db.table(table).bulkGet(part.map((row) => String(row['id'])))) as (
        | Row
        | undefined
      )[]
      replaced.push(...before)
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
    const keys = [...this.counts.keys()]
    const rows = await this.db.of('counters').bulkGet(keys)
    const counts = keys.map((id, i) => ({ id, count: (rows[i]?.count ?? 0) + (this.counts.get(id) ?? 0) }))
    await Promise.all([
      this.db.of('counters').bulkPut(counts),
      this.db.of('searchDocs').bulkPut(this.search.put),
    ])
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
