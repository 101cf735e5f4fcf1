import PouchDB from 'pouchdb-browser'
import { timed } from './timing'

/** Where PouchDB replicates from or to. */
interface PouchOrder {
  address: string
  database: string
  user: string
  password: string
}

/** What came of a replication: ms, and how many documents went. */
interface Replicated {
  ms: number
  documents: number
}

function here(): PouchDatabase {
  return new PouchDB('bench-sync', { adapter: 'idb' })
}

function there({ address, database, user, password }: PouchOrder): PouchDatabase {
  return new PouchDB(`${address}/${database}`, {
    skip_setup: true,
    auth: { username: user, password },
  })
}

/** Takes everything that a database has, as an app on PouchDB does at its first start. */
export async function pouchPull(server: PouchOrder): Promise<Replicated> {
  const { ms, value } = await timed(() => here().replicate.from(there(server)))
  return { ms, documents: value.docs_written }
}

/** Gives everything that it took to another database. */
export async function pouchPush(server: PouchOrder): Promise<Replicated> {
  const { ms, value } = await timed(() => here().replicate.to(there(server)))
  return { ms, documents: value.docs_written }
}
