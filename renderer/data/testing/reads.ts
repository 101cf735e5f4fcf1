import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie'
import type { DeskDatabase } from '../core/database'

/** What was read of a database, by table: rows or keys that were handed out, and index entries that were counted. */
export type Reads = Map<string, number>

/**
 * Counts what is read of a database from now on: rows and keys as the store hands them out, and every entry that a
 * `count()` runs over, because the store walks them one by one. To be called before the database is opened.
 */
export function countReads(db: DeskDatabase): Reads {
  const reads: Reads = new Map()
  const note = (table: string, count: number) => reads.set(table, (reads.get(table) ?? 0) + count)
  db.use(counting(note))
  return reads
}

/** Everything that was read while `work` ran. */
export async function readsDuring(reads: Reads, work: () => Promise<unknown>): Promise<number> {
  reads.clear()
  await work()
  return [...reads.values()].reduce((sum, one) => sum + one, 0)
}

type Note = (table: string, count: number) => void

function counting(note: Note): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'counting',
    // Nearest to the store, so that no cache above answers for it.
    level: -20,
    create: (down) => ({ table: (name) => counted(down.table(name), (count) => note(name, count)) }),
  }
}

function counted(down: DBCoreTable, note: (count: number) => void): DBCoreTable {
  const noted = <T>(answer: T, count: number): T => {
    note(count)
    return answer
  }
  return {
    ...down,
    get: (req) => down.get(req).then((row) => noted(row, 1)),
    getMany: (req) => down.getMany(req).then((rows) => noted(rows, rows.length)),
    query: (req) => down.query(req).then((answer) => noted(answer, answer.result.length)),
    count: (req) => down.count(req).then((count) => noted(count, count)),
    openCursor: (req) => down.openCursor(req).then((cursor) => cursor && walked(cursor, note)),
  }
}

/** Each step of a cursor is a row or a key that the store handed out. */
function walked(cursor: DBCoreCursor, note: (count: number) => void): DBCoreCursor {
  note(1)
  const start = (onNext: () => void) =>
    cursor.start(() => {
      note(1)
      onNext()
    })
  return Object.create(cursor, {
    start: { value: start },
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => cursor.value },
  }) as DBCoreCursor
}
