import type { DeskDatabase } from '../core/database'

/** Changes one bit of a stored row's seal, past Dexie. */
export async function damageSeal(db: DeskDatabase, table: string, id: string): Promise<void> {
  const store = db.backendDB().transaction(table, 'readwrite').objectStore(table)
  const got = store.get(id)
  await new Promise((done) => got.addEventListener('success', done))
  const row = got.result as { sealed: Uint8Array }
  row.sealed[40] = (row.sealed[40] ?? 0) ^ 1
  const put = store.put(row)
  await new Promise((done) => put.addEventListener('success', done))
}
