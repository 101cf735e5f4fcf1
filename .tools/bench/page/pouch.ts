import PouchDB from 'pouchdb-browser'
import { batchesOf, type FillOrder } from './copies'
import { director } from './office'

let pouch: PouchDatabase | null = null

function opened(): PouchDatabase {
  pouch ??= new PouchDB('bench-pouch', { adapter: 'idb' })
  return pouch
}

function asDocument<T extends { id: string }>(record: T): T & { _id: string } {
  return { ...record, _id: record.id }
}

/** Gives PouchDB the complaints of a month as they stand in the large office. */
export async function fillPouch(order: FillOrder): Promise<void> {
  for (const rows of batchesOf(order, director())) await opened().bulkDocs(rows.map(asDocument))
}

/** One document, as an app on PouchDB would save it. */
export async function putIntoPouch(record: { id: string }): Promise<void> {
  const answer = await opened().put(asDocument(record))
  if (!answer.ok) throw new Error('PouchDB did not take the document')
}
