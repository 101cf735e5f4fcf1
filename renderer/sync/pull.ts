import { z } from 'zod'
import { DATA_VERSION } from '../../shared/schema'
import { isSyncTable } from '../../shared/sync/travel'
import {
  type AuditDoc,
  type RecordDoc,
  recordDocSchema,
  syncDocSchema,
  WIRE_VERSION,
} from '../../shared/sync/wire'
import type { DeskDatabase } from '../data/core/database'
import { SealBroken } from '../data/core/seal'
import { openEntry, openRecord, Unreadable } from '../data/replica/documents'
import type { Foreign } from '../data/replica/foreign'
import { mapGently } from '../data/replica/gently'
import type { Opened, OpenedEntry } from '../data/replica/opened'
import { agreedOn, digestsOf, requeue } from '../data/replica/outbox'
import { outboxId } from '../data/replica/queue'
import type { Connection } from './connection'
import { NeedsYou } from './needs'
import type { ChangesPage } from './server/answers'

/** What a page of changes holds for us. */
export interface Read {
  records: Opened[]
  entries: OpenedEntry[]
  /** Leaves that lost and are merged by hand of the desk: to be removed afterwards. */
  losers: { _id: string; _rev: string }[]
  /** Documents that this release can make nothing of, by id and why. */
  unreadable: { id: string; why: string }[]
  /** Those of them that no machine of the office made: ours are sent over them. */
  foreign: Foreign[]
}

/** Looks through documents; what is known already is left out. Throws `NeedsYou`, `ServerTrouble`, `Cancelled`. */
export async function readDocs(
  db: DeskDatabase,
  connection: Connection,
  docs: readonly unknown[],
): Promise<Read> {
  const read: Read = { records: [], entries: [], losers: [], unreadable: [], foreign: [] }
  const sound = await mapGently(docs, (raw) => checked(connection, raw, read))
  const records = sound.flatMap((doc) => (doc?.type === 'record' ? [doc] : []))
  const entries = sound.flatMap((doc) => (doc?.type === 'audit' ? [doc] : []))
  await readRecords(db, connection, records, read)
  await readEntries(db, connection, entries, read)
  return read
}

function checked({ me }: Connection, raw: unknown, read: Read) {
  if (typeof raw !== 'object' || raw === null) return null
  // Our documents bear the office's id; whatever else an admin keeps in the database is none of ours.
  if (!('office' in raw) || !('type' in raw)) {
    if (standsInOurPlace(raw)) notBelieved(raw, 'shape', read)
    return null
  }
  if (raw.office !== me.officeId) throw new NeedsYou('otherOffice')
  if (isNewer(raw)) throw new NeedsYou('newerApp')
  const parsed = syncDocSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  notBelieved(raw, 'shape', read)
  return null
}

function isNewer(raw: object): boolean {
  const most = { wire: WIRE_VERSION, dataVersion: DATA_VERSION }
  return Object.entries(most).some(([field, known]) => Number(Reflect.get(raw, field)) > known)
}

/** Under the id of a record, but nothing of ours; what was deleted is sent again by `restoreDeleted`. */
function standsInOurPlace(raw: object): boolean {
  const [table = ''] = String(Reflect.get(raw, '_id')).split(':')
  return isSyncTable(table) && Reflect.get(raw, '_deleted') !== true
}

/** Something that we can make nothing of, made by no machine of the office. */
function notBelieved(doc: object, why: string, read: Read): void {
  const [id, rev] = ['_id', '_rev'].map((field) => String(Reflect.get(doc, field)).slice(0, 300))
  if (id === undefined || rev === undefined) return
  read.unreadable.push({ id, why })
  read.foreign.push({ id: idHere(id), rev })
}

async function readRecords(
  db: DeskDatabase,
  connection: Connection,
  docs: readonly RecordDoc[],
  read: Read,
): Promise<void> {
  const mine = docs.filter(({ table }) => connection.goes(table))
  const agreed = await agreedOn(
    db,
    mine.map(({ table, row }) => outboxId(table, String(row['id']))),
  )
  await mapGently(mine, (doc, i) => {
    // Our own writing comes back, and what was seen before.
    if (agreed[i]?.rev !== doc._rev) opened(doc, connection, read)
  })
  for (const doc of mine)
    for (const rev of doc._conflicts ?? []) await readLeaf(connection, doc._id, rev, read)
}

/** Another leaf of a document: a replication at head office left it. It is merged as a version of its own. */
async function readLeaf({ couch, me }: Connection, id: string, rev: string, read: Read): Promise<void> {
  const raw = await couch.read(z.looseObject({}), `${encodeURIComponent(id)}?rev=${encodeURIComponent(rev)}`)
  if (!raw) return
  if (isNewer(raw)) throw new NeedsYou('newerApp')
  const doc = recordDocSchema.safeParse(raw).data
  try {
    if (doc) read.records.push({ ...openRecord(doc, me.fieldKey), rev: null })
  } catch (error) {
    if (!isUnreadable(error)) throw error
    // A machine of the office made it: what we cannot read is not ours to remove.
    if (!(error instanceof Unreadable) || error.why !== 'proof') return
  }
  read.losers.push({ _id: id, _rev: rev })
}

function opened(doc: RecordDoc, { me }: Connection, read: Read): void {
  try {
    read.records.push(openRecord(doc, me.fieldKey))
  } catch (error) {
    if (!isUnreadable(error)) throw error
    const why = error instanceof Unreadable ? error.why : 'seal'
    // What a machine of the office made, and we cannot read, is not ours to replace.
    if (why === 'proof') notBelieved(doc, why, read)
    else read.unreadable.push({ id: doc._id, why })
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Unreadable || error instanceof SealBroken
}

async function readEntries(
  db: DeskDatabase,
  { me }: Connection,
  docs: readonly AuditDoc[],
  read: Read,
): Promise<void> {
  const found: OpenedEntry[] = []
  await mapGently(await notKnown(db, docs), (doc) => {
    try {
      found.push(openEntry(doc, me.fieldKey))
    } catch (error) {
      if (!isUnreadable(error)) throw error
      read.unreadable.push({ id: doc._id, why: 'entry' })
    }
  })
  const here = await digestsOf(
    db,
    found.map(({ entry }) => entry),
  )
  for (const [i, one] of found.entries()) {
    const { entry, erased } = one
    if (here[i] === null) read.entries.push(one)
    // Erased by law at another machine, and perhaps not here yet.
    else if (here[i] === entry.digest && erased) read.entries.push(one)
    else if (here[i] !== entry.digest && entry.deviceId === me.deviceId) throw new NeedsYou('cloned')
  }
}

/** Without entries that stand here too and were never written again there: all that we send comes back to us. */
async function notKnown(db: DeskDatabase, docs: readonly AuditDoc[]): Promise<AuditDoc[]> {
  const places = docs.map(({ entry }) => ({ deviceId: String(entry['deviceId']), seq: Number(entry['seq']) }))
  const here = await digestsOf(db, places)
  return docs.filter(
    ({ entry, erased, _rev }, i) => erased || here[i] !== entry['digest'] || !_rev?.startsWith('1-'),
  )
}

/** What somebody deleted on the server is sent again: nothing here goes because the server lacks it (issue "Engine"). */
export async function restoreDeleted(db: DeskDatabase, page: ChangesPage): Promise<void> {
  const ids = page.results.filter(({ deleted }) => deleted).map(({ id }) => idHere(id))
  const agreed = await agreedOn(db, ids)
  await requeue(
    db,
    ids.filter((_, i) => agreed[i]),
  )
}

/** `complaints|<id>` of `complaints:<id>` */
export function idHere(docId: string): string {
  const [table = '', ...rest] = docId.split(':')
  return outboxId(table, rest.join(':'))
}
