import { auditDocId, type AuditDoc, auditDocSchema } from '../../shared/sync/wire'
import type { DeskDatabase } from '../data/core/database'
import { auditDocs } from '../data/replica/documents'
import { touchedWith } from '../data/privacy/clearing'
import { entriesAfter, entriesNaming } from '../data/replica/outbox'
import { ahead } from './ahead'
import type { Connection } from './connection'
import { NeedsYou } from './needs'
import type { SyncWorld } from './ports'
import { ServerTrouble } from './server/couch'

const ENTRIES = 500
/** While somebody goes on working. */
const ENTRIES_BESIDE = 40

/**
 * Sends what this machine's chain has behind what was sent; answers up to where. An entry that stands there already
 * is the same one, or another machine goes about under our name. Throws `NeedsYou`, `ServerTrouble`.
 */
export async function pushEntries(
  db: DeskDatabase,
  connection: Connection,
  world: Pick<SyncWorld, 'quiet'>,
  after: number,
): Promise<number> {
  const { me } = connection
  const ready = async (behind: number) => {
    const limit = (await world.quiet()) ? ENTRIES : ENTRIES_BESIDE
    const entries = await entriesAfter(db, me.deviceId, behind, limit)
    return { docs: await auditDocs(me, entries), last: entries.at(-1)?.entry.seq ?? null }
  }
  let pushed = after
  for (let next = ready(after); ; ) {
    const { docs, last } = await next
    if (last === null) return pushed
    // Made ready while the server works.
    next = ahead(ready(last))
    await writeDocs(connection, docs)
    pushed = last
  }
}

/** Entries of any chain that the server does not have: a server that came back older gets those of lost machines, too. */
export async function feedChain(db: DeskDatabase, connection: Connection, deviceId: string): Promise<number> {
  let after = 0
  let fed = 0
  for (;;) {
    const entries = await entriesAfter(db, deviceId, after, ENTRIES)
    const last = entries.at(-1)
    if (!last) return fed
    const ids = entries.map(({ entry }) => auditDocId(entry.deviceId, entry.seq))
    const revs = await connection.couch.revisions(ids)
    const missing = entries.filter((_, i) => revs[i] === null)
    await writeDocs(connection, await auditDocs(connection.me, missing))
    fed += missing.length
    after = last.entry.seq
  }
}

/** What was erased by law is erased on the server: entries that spoke of the records lose their details (domain 13). */
export async function eraseDetails(
  db: DeskDatabase,
  connection: Connection,
  recordIds: readonly string[],
): Promise<void> {
  const naming = await entriesNaming(db, await touchedWith(db, recordIds))
  const docs = await auditDocs(
    connection.me,
    naming.filter(({ erased }) => erased),
  )
  const there = await connection.couch.many(docs.map(({ _id }) => _id))
  const told = docs.flatMap((doc, i) => {
    const found = there[i]
    const read = found && 'doc' in found ? auditDocSchema.safeParse(found.doc).data : null
    return read && !read.erased ? [{ ...doc, _rev: read._rev }] : []
  })
  await connection.couch.write(told)
}

async function writeDocs(connection: Connection, docs: readonly AuditDoc[]): Promise<void> {
  const results = await connection.couch.write(docs)
  const standing = docs.filter((_, i) => results[i]?.error === 'conflict')
  const failed = results.find(({ error }) => error && error !== 'conflict' && error !== 'forbidden')
  if (failed) throw new ServerTrouble('busy')
  if (standing.length > 0) await compare(connection, standing)
}

async function compare({ couch, me }: Connection, docs: readonly AuditDoc[]): Promise<void> {
  const there = await couch.many(docs.map(({ _id }) => _id))
  const lost = docs.filter((_, i) => {
    const found = there[i]
    return found && 'gone' in found
  })
  for (const [i, doc] of docs.entries()) {
    const found = there[i]
    if (!found || 'gone' in found) continue
    const read = auditDocSchema.safeParse(found.doc)
    if (read.data?.entry['digest'] === doc.entry['digest']) continue
    if (doc.entry['deviceId'] === me.deviceId) throw new NeedsYou('cloned')
  }
  // A tombstone takes the place of what somebody deleted on the server: without a revision it comes back.
  if (lost.length > 0) await couch.write(lost)
}
