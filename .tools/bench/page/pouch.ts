import PouchDB from 'pouchdb-browser'
import { data } from './office'

const BATCH = 1000

let pouch: PouchDatabase | null = null

function opened(): PouchDatabase {
  pouch ??= new PouchDB('bench-pouch', { adapter: 'idb' })
  return pouch
}

function asDocument<T extends { id: string }>(record: T): T & { _id: string } {
  return { ...record, _id: record.id }
}

/** Gives PouchDB the same complaints as the office has. Answers how many. */
export async function fillPouch(): Promise<number> {
  let written = 0
  let after = ''
  for (;;) {
    const rows = await data.db.of('complaints').where('id').above(after).limit(BATCH).toArray()
    const end = rows.at(-1)
    if (!end) return written
    await opened().bulkDocs(
      rows.map(({ listKeys: _derived, ...row }: (typeof rows)[0] & { listKeys?: unknown }) =>
        asDocument(row),
      ),
    )
    after = end.id
    written += rows.length
  }
}

/** One document, as an app on PouchDB would save it. */
export async function putIntoPouch(record: { id: string }): Promise<void> {
  const answer = await opened().put(asDocument(record))
  if (!answer.ok) throw new Error('PouchDB did not take the document')
}
