import type { DeskDatabase } from '../core/database'
import { hasPlain, openRow, sealRow } from '../core/seal'
import { SEALED_FIELDS, SEALED_TABLES } from '../core/sealedFields'
import { type SealMark, sealMarkOf } from '../core/sealMark'

type Row = Record<string, unknown>

/** Rows of a transaction: so few that whoever saves meanwhile does not notice. */
const PORTION = 200
/** Between two of them the desk has the database to itself, ms. */
const REST_MS = 40
/** The second, at a later start, finds what another window wrote in the open before it knew of the key. */
const ROUNDS = 2

/** How far it has come. */
export interface SealProgress {
  table: string
  /** Rows looked at, and sealed, in this table. */
  seen: number
  sealed: number
}

/** What the work needs from outside. */
export interface SealOlderOptions {
  onTable?: (progress: SealProgress) => void
  rest?: () => Promise<void>
}

const nap = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS))

/**
 * Seals rows that were written before there was a vault, in portions, beside the desk's work. Each portion keeps its
 * place with its rows, so that the next start goes on where this one was broken off. Past Dexie: what the rows say does
 * not change, so no live query is to run again. Answers how many were sealed.
 */
export async function sealOlder(db: DeskDatabase, options: SealOlderOptions = {}): Promise<number> {
  const { onTable, rest = nap } = options
  let mark = await sealMarkOf(db)
  const key = db.fieldKey
  if (!mark || !key || mark.rounds >= ROUNDS) return 0
  let sealed = 0
  for (const table of SEALED_TABLES) {
    if (mark.done.includes(table)) continue
    const progress: SealProgress = { table, seen: 0, sealed: 0 }
    for (let ended = false; !ended; ) {
      const portion: Portion = await sealPortion(db, table, mark, key)
      progress.seen += portion.seen
      progress.sealed += portion.sealed
      mark = portion.mark
      ended = portion.seen < PORTION
      await rest()
    }
    sealed += progress.sealed
    onTable?.(progress)
  }
  return sealed
}

interface Portion {
  mark: SealMark
  seen: number
  sealed: number
}

async function sealPortion(
  db: DeskDatabase,
  table: string,
  mark: SealMark,
  key: Uint8Array,
): Promise<Portion> {
  const transaction = db.backendDB().transaction([table, 'meta'], 'readwrite')
  const ended = endOf(transaction)
  const store = transaction.objectStore(table)
  const range = mark.after === null ? null : IDBKeyRange.lowerBound(mark.after, true)
  const [rows, keys] = await Promise.all([
    answerOf<Row[]>(store.getAll(range, PORTION)),
    answerOf<IDBValidKey[]>(store.getAllKeys(range, PORTION)),
  ])
  const fields = SEALED_FIELDS.get(table) ?? []
  const plain = rows.flatMap((row, at) => (hasPlain(row, fields) ? [{ row, key: keys[at] }] : []))
  for (const one of plain) {
    const place = { table, key: one.key }
    // A row may be sealed, and hold in the open what an earlier release did not seal.
    store.put(sealRow(openRow(one.row, place, key), fields, place, key))
  }
  const next = advance(mark, table, keys)
  transaction.objectStore('meta').put({ key: 'sealing', value: next })
  await ended
  return { mark: next, seen: rows.length, sealed: plain.length }
}

function advance(mark: SealMark, table: string, keys: IDBValidKey[]): SealMark {
  if (keys.length === PORTION) return { ...mark, after: keys.at(-1) ?? null }
  const done = [...mark.done, table]
  if (done.length < SEALED_TABLES.length) return { ...mark, done, after: null }
  return { ...mark, done: mark.rounds + 1 < ROUNDS ? [] : done, after: null, rounds: mark.rounds + 1 }
}

function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as T))
    request.addEventListener('error', () => reject(request.error))
  })
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
}
