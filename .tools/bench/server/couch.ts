import { randomUUID } from 'node:crypto'
import { startCouch } from '../../../e2e/fixtures/couch'
import { placeOf } from '../../../electron/services/sync/address'
import { nodeFetch } from '../../../electron/services/sync/fetching'
import { prepareDatabase } from '../../../electron/services/sync/prepare'
import { designDocs, MANGO_INDEXES } from '../../../shared/sync/design'
import { accepted, answerCalls } from '../desk/calls'

/*
 * The server of the bench, in a process of its own: the stand-in, or the real CouchDB that COUCHDB_URL names (with the
 * admin's password in it). Databases are prepared as head office does.
 */

const USER = `bench-${randomUUID().slice(0, 8)}`
const PASSWORD = 'bench'

interface Server {
  url: string
  admin: { user: string; password: string }
  /** Forgets what a stand-in keeps for tests alone. */
  forget: () => void
}

async function server(): Promise<Server> {
  const real = process.env['COUCHDB_URL']
  if (real) {
    const { origin, username, password } = new URL(real)
    const admin = { user: decodeURIComponent(username), password: decodeURIComponent(password) }
    return { url: origin, admin, forget: () => undefined }
  }
  const couch = await startCouch()
  const forget = () => void (couch.control.seen.length = 0)
  return { url: couch.url, admin: { user: 'admin', password: 'secret' }, forget }
}

async function start(): Promise<void> {
  const { url, admin, forget } = await server()
  const made: string[] = []
  const credentials = Buffer.from(`${admin.user}:${admin.password}`).toString('base64')
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${url}/${path}`, {
      method,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const account = `_users/org.couchdb.user:${USER}`
  await ask('PUT', account, { name: USER, password: PASSWORD, roles: [], type: 'user' })
  // A stand-in remembers every request for the tests that look at it.
  setInterval(forget, 1000).unref()
  answerCalls({
    // A new database of the office, with the guard and the member it would have at head office.
    database: async (officeId) => {
      const database = `bench-${randomUUID()}`
      made.push(database)
      const prepared = await prepareDatabase({
        place: accepted(placeOf({ address: url, database })),
        account: admin,
        officeId: String(officeId),
        member: USER,
        designDocs: designDocs({ officeId: String(officeId) }),
        mangoIndexes: MANGO_INDEXES,
        fetch: nodeFetch,
        isOnline: () => true,
        log: { write: () => undefined, flush: async () => undefined },
      })
      if (prepared.fault !== null) throw new Error(`not prepared: ${prepared.fault}`)
      return { address: url, database, user: USER, password: PASSWORD }
    },
    about: async () => {
      const { version } = (await (await ask('GET', '')).json()) as { version?: string }
      return process.env['COUCHDB_URL'] ? `CouchDB ${version ?? ''}` : 'the stand-in'
    },
    quit: async () => {
      for (const database of made) await ask('DELETE', database)
      const { _rev } = (await (await ask('GET', account)).json()) as { _rev?: string }
      if (_rev) await ask('DELETE', `${account}?rev=${_rev}`)
      setImmediate(() => process.exit(0))
    },
  })
}

void start()
