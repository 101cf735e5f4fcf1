/** As much of PouchDB as the bench uses; the package brings no types. */
interface PouchDatabase {
  put(document: { _id: string }): Promise<{ ok: boolean }>
  bulkDocs(documents: { _id: string }[]): Promise<unknown[]>
}

declare module 'pouchdb-browser' {
  const PouchDB: new (name: string, options: { adapter: 'idb' }) => PouchDatabase
  export default PouchDB
}
