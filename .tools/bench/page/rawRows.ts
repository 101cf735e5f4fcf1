import { DATABASE_NAME } from '../../../renderer/data/core/database'

/** A row that a save wrote, with its store. */
interface StoredRow {
  store: string
  value: Record<string, unknown>
}

/** All rows of one save, in order. */
export type Captured = StoredRow[]

/** Ids in stored rows; each copy gets its own. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Copies of a chain entry must not look like the next one of this machine. */
const FAR = 1_000_000_000

let copies = 0
let database: Promise<IDBDatabase> | null = null

/** Runs `work` and notes every row that it puts into a store. */
export async function captureRows(work: () => Promise<void>): Promise<Captured> {
  const rows: Captured = []
  const { put, add } = IDBObjectStore.prototype
  const listen = (original: typeof put): typeof put =>
    function noted(this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      rows.push({ store: this.name, value: structuredClone(value) as Record<string, unknown> })
      return key === undefined ? original.call(this, value) : original.call(this, value, key)
    }
  IDBObjectStore.prototype.put = listen(put)
  IDBObjectStore.prototype.add = listen(add)
  try {
    await work()
  } finally {
    IDBObjectStore.prototype.put = put
    IDBObjectStore.prototype.add = add
  }
  return rows
}

/**
 * The same rows as another save would have them: new ids, a new number, keys apart from the app's own, so that
 * counters and chain of the office are left alone.
 */
export function copyRows(rows: Captured, newId: () => string): Captured {
  copies += 1
  const ids = new Map<string, string>()
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? newId()
    ids.set(id, known)
    return known
  }
  const text = JSON.stringify(rows).replaceAll(UUID, fresh).replaceAll('客服-TS-', `原始${copies}-TS-`)
  const copied: Captured = JSON.parse(text)
  for (const { store, value } of copied) {
    if (store === 'meta') value['key'] = `bench-${String(value['key'])}`
    if (store === 'numbers' || store === 'counters') value['id'] = `bench-${String(value['id'])}`
    if (store === 'pendingJournal') value['seq'] = FAR + copies
  }
  return copied
}

/** Writes rows in one strict transaction of IndexedDB itself; resolves when it is complete. */
export async function writeRows(rows: Captured): Promise<void> {
  database ??= open()
  const db = await database
  const stores = [...new Set(rows.map(({ store }) => store))]
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' })
    for (const { store, value } of rows) transaction.objectStore(store).put(value)
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}
