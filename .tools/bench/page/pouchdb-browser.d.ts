/** As much of PouchDB as the bench uses; the package brings no types. */
interface PouchDatabase {
  put(document: { _id: string }): Promise<{ ok: boolean }>
  bulkDocs(documents: { _id: string }[]): Promise<unknown[]>
  replicate: {
    from(other: PouchDatabase): Promise<{ docs_written: number }>
    to(other: PouchDatabase): Promise<{ docs_written: number }>
  }
}

interface PouchOptions {
  adapter?: 'idb'
  /** Does not ask whether a remote database is there. */
  skip_setup?: boolean
  auth?: { username: string; password: string }
}

declare module 'pouchdb-browser' {
  const PouchDB: new (name: string, options: PouchOptions) => PouchDatabase
  export default PouchDB
}
