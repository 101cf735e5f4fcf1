import type { AuditEntry } from '../../../shared/domain/audit/types'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { mayDecide } from '../../../shared/domain/dispute/who'
import { parseNumber } from '../../../shared/domain/numbering/number'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { isRecordTable } from '../core/tables'
import { decidableHere } from '../replica/numberDisputes'
import { countFacet } from './lists'
import { facetRange, listRange } from './ranges'
import { asRead, asReadElsewhere, hiddenOf } from './reading'

type Row = Record<string, unknown>

/** Who made a version, when, and on which machine. */
export interface Maker {
  at: Instant
  /** '' where the detail was erased or has not come. */
  name: string
  /** 机器字母; '' of the machine without one, null where it is not known. */
  letter: string | null
  here: boolean
}

/** A line of 待核对 with what is needed to decide it. */
export interface DisputeView {
  dispute: Dispute
  /** The record as it stands; null where it is not here (any more), or is not shown to whoever reads. */
  row: Row | null
  /** Of a dispute over a number: the record that bears it here. */
  held: Row | null
  heldMadeHere: boolean
  inForce: Maker | null
  waiting: Maker | null
}

/** How many are open; for everybody. */
export function countOpenDisputes(db: DeskDatabase): Promise<number> {
  return countFacet(db, 'disputes', 'open')
}

/** 待核对, the newest first: what it says of a record is blanked for who may not decide, or not read it there. */
export async function openDisputes(db: DeskDatabase, limit = 500): Promise<Dispute[]> {
  const rows = await listRange(db, 'disputes', facetRange('open'), limit)
  return rows.map((row) => readDispute(db, row)).toReversed()
}

/** A line as whoever is signed in sees it: of both versions what they would see of the record itself (domain 7, 13). */
function readDispute(db: DeskDatabase, stored: Dispute): Dispute {
  const dispute = asRead(db, 'disputes', stored)
  const { table, waiting, fields } = dispute
  if (!isRecordTable(table) || Object.keys(waiting).length === 0) return dispute
  const { row, hidden } = asReadElsewhere(db, table, waiting)
  if (hidden.length === 0) return dispute
  const seen = fields.filter(({ path }) => !hidden.includes(path.split('.')[0] ?? ''))
  return { ...dispute, waiting: row, fields: seen }
}

/** The newest of those that were decided. */
export async function decidedDisputes(db: DeskDatabase, limit = 100): Promise<Dispute[]> {
  const rows = await db
    .of('disputes')
    .where('listKeys')
    .between(facetRange('decided').from, facetRange('decided').to, true, false)
    .reverse()
    .limit(limit)
    .toArray()
  return rows.map((row) => readDispute(db, row))
}

/** Those of one record that are open. */
export async function openDisputesOf(db: DeskDatabase, table: string, recordId: string): Promise<Dispute[]> {
  const rows = await db.of('disputes').where('recordId').equals(recordId).toArray()
  return rows.filter((row) => row.state === 'open' && row.table === table).map((row) => readDispute(db, row))
}

/** One line with both versions and who made them; null where there is none, or the reader may not decide it. */
export async function disputeView(db: DeskDatabase, id: string): Promise<DisputeView | null> {
  const found = await db.of('disputes').get(id)
  const stored = found && (await decidableHere(db, found))
  const reader = db.reader()
  if (!stored || !reader || !mayDecide(reader.role, stored.table)) return null
  const { table, recordId, waiting } = stored
  if (!isRecordTable(table)) return null
  // What somebody may not read of the record is not to be read in its versions either.
  if ((await hiddenOf(db, table, recordId))?.whole) return null
  if (Object.keys(waiting).length > 0 && asReadElsewhere(db, table, waiting).whole) return null
  const dispute = readDispute(db, stored)
  const row = await readRow(db, table, recordId)
  const held = dispute.kind === 'number' ? await holderOf(db, dispute) : null
  const heldId = held ? String(held['id']) : ''
  const entries = await entriesOf(db, held ? heldId : recordId)
  const last = entries.find(({ opId }) => opId !== dispute.opId)
  const own = (await entriesOf(db, recordId)).find(({ opId }) => opId === dispute.opId)
  return {
    dispute,
    row,
    held,
    heldMadeHere: held !== null && (await madeHere(db, heldId)),
    inForce: last ? await makerOf(db, last) : null,
    waiting: await waitingMaker(db, dispute, own),
  }
}

async function waitingMaker(
  db: DeskDatabase,
  dispute: Dispute,
  entry: AuditEntry | undefined,
): Promise<Maker> {
  if (entry) return makerOf(db, entry)
  const { deviceId, waiting, foundAt } = dispute
  const at = typeof waiting['updatedAt'] === 'string' ? waiting['updatedAt'] : foundAt
  return { at, name: '', ...(await machineOf(db, deviceId)) }
}

async function makerOf(db: DeskDatabase, { opId, at, deviceId }: AuditEntry): Promise<Maker> {
  const detail = await db.of('auditDetails').get(opId)
  return { at, name: detail?.userName ?? '', ...(await machineOf(db, deviceId)) }
}

/** Entries of any machine that name a record, the newest first. */
async function entriesOf(db: DeskDatabase, recordId: string): Promise<AuditEntry[]> {
  const entries = await db.of('audit').where('refIds').equals(recordId).toArray()
  return entries
    .filter(({ command }) => command !== 'sync.take')
    .toSorted((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
}

async function readRow(db: DeskDatabase, table: Dispute['table'], id: string): Promise<Row | null> {
  if (!isRecordTable(table)) return null
  const row = await db.of(table).get(id)
  return row ? (asRead(db, table, row) as unknown as Row) : null
}

async function holderOf(db: DeskDatabase, { table, number, recordId }: Dispute): Promise<Row | null> {
  const rows = (await db.table<Row>(table).where('number').equals(number).toArray()) as Row[]
  const held = rows.find(({ id }) => id !== recordId)
  return held ? readRow(db, table, String(held['id'])) : null
}

/** Whether the first that is known of a record was done on this machine. */
export async function madeHere(db: DeskDatabase, recordId: string): Promise<boolean> {
  const first = (await entriesOf(db, recordId)).at(-1)
  return first !== undefined && first.deviceId === (await deviceIdOf(db))
}

async function deviceIdOf(db: DeskDatabase): Promise<string> {
  return String((await db.of('meta').get('deviceId'))?.value ?? '')
}

/** How far back the chain of another machine is searched for its letter. */
const FAR = 300

/** A machine by its letter: another's is known by the numbers it gave. */
async function machineOf(db: DeskDatabase, deviceId: string): Promise<Pick<Maker, 'letter' | 'here'>> {
  if (deviceId === (await deviceIdOf(db))) {
    const office = await db.of('office').toCollection().first()
    return { letter: office?.deviceLetter ?? '', here: true }
  }
  const entries = await db
    .of('audit')
    .where('[deviceId+seq]')
    .between([deviceId, 0], [deviceId, Number.MAX_SAFE_INTEGER])
    .reverse()
    .limit(FAR)
    .toArray()
  const gave = entries.find(({ command, refs }) => /\.(?:register|reserve)$/.test(command) && refs[0]?.number)
  const number = gave?.refs[0]?.number
  return { letter: (number && parseNumber(number)?.letter) ?? null, here: false }
}
