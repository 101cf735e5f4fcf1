import { verifyEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail } from '../../../shared/domain/audit/types'
import { monthsTouched } from '../../../shared/domain/month/lock'
import { DATA_VERSION } from '../../../shared/schema'
import { auditDetailSchema, auditEntrySchema } from '../../../shared/schema/audit'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import { frozenOf, newestCorrectionOf } from '../../../shared/sync/frozen'
import { hangs, keepsTables } from '../../../shared/sync/hanging'
import { isSyncTable, toWire, withheldFrom } from '../../../shared/sync/travel'
import {
  auditDocId,
  type AuditDoc,
  type RecordDoc,
  recordDocId,
  WIRE_VERSION,
} from '../../../shared/sync/wire'
import type { MonthId } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { traitsOf } from '../core/rowTraits'
import { SEALED_FIELDS } from '../core/sealedFields'
import { mapGently } from './gently'
import type { Opened, OpenedEntry } from './opened'
import type { entriesAfter, Waiting } from './outbox'
import { isProven, keyedDigest, openFromWire, sealForWire, withProof } from './seals'
import { getStretch } from '../core/sparse'

/** Whose documents they are, and what of them stays here. */
export interface Sender {
  officeId: string
  deviceId: string
  fieldKey: Uint8Array
  notReplicated: readonly string[]
}

/** Records as documents, in their order. */
export async function recordDocs(
  db: DeskDatabase,
  sender: Sender,
  waiting: readonly Waiting[],
): Promise<RecordDoc[]> {
  const reviews = await reviewsOf(db, waiting)
  const ops = await getStretch(
    db.of('audit'),
    waiting.map(({ seq }) => [sender.deviceId, seq]),
  )
  return mapGently(waiting, (one, i) => recordDoc(sender, one, ops[i]?.opId ?? '-', reviews))
}

type Reviews = ReadonlyMap<MonthId, { locked: boolean; reopened: string | null }>

async function reviewsOf(db: DeskDatabase, waiting: readonly Waiting[]): Promise<Reviews> {
  const months = new Set(waiting.flatMap(({ table, row }) => monthsOf(table, row)))
  const rows = await db.of('monthReviews').bulkGet([...months])
  return new Map(
    rows.flatMap((review) =>
      review
        ? [
            [
              review.id as MonthId,
              { locked: review.state === 'approved', reopened: review.reopenings.at(-1)?.at ?? null },
            ] as const,
          ]
        : [],
    ),
  )
}

function monthsOf(table: Waiting['table'], row: Waiting['row']): MonthId[] {
  const { month } = traitsOf(table)
  return month ? monthsTouched(month, null, row) : []
}

function recordDoc(sender: Sender, waiting: Waiting, opId: string, reviews: Reviews): RecordDoc {
  const { table, recordId, row, agreed, seen } = waiting
  if (!isSyncTable(table)) throw new Error(`${table} stays here`)
  const { officeId, deviceId, fieldKey, notReplicated } = sender
  const withheld = withheldFrom(table, row, notReplicated)
  const { sealed = [], month } = traitsOf(table)
  const months = reviews.size > 0 ? monthsOf(table, row) : []
  const reopenings = months.flatMap((one) => reviews.get(one)?.reopened ?? [])
  const isLocked = (one: MonthId) => reviews.get(one)?.locked ?? false
  const place = { table, key: recordId }
  const doc = {
    _id: recordDocId(table, recordId),
    ...(agreed?.rev ? { _rev: agreed.rev } : {}),
    type: 'record' as const,
    wire: WIRE_VERSION,
    office: officeId,
    dataVersion: DATA_VERSION,
    table,
    row: sealForWire(toWire(table, row, withheld), sealed, place, fieldKey),
    opId,
    deviceId,
    seen: { ...seen },
    frozen: month ? frozenOf(month, row, isLocked, keyedDigest(fieldKey, 'frozen'), withheld) : null,
    correction: newestCorrectionOf(row),
    reopened: reopenings.sort().at(-1) ?? null,
    erased: row['erased'] !== undefined,
    withheld,
  }
  return withProof(doc, fieldKey)
}

const DETAIL_SEALED = SEALED_FIELDS.get('auditDetails') ?? []

/** Entries of a chain as documents. */
export function auditDocs(
  { officeId, fieldKey, notReplicated }: Sender,
  entries: Awaited<ReturnType<typeof entriesAfter>>,
): Promise<AuditDoc[]> {
  return mapGently(entries, ({ entry: { refIds: _derived, ...entry }, detail, erased }) => {
    const place = { table: 'auditDetails', key: entry.opId }
    const doc = {
      _id: auditDocId(entry.deviceId, entry.seq),
      type: 'audit' as const,
      wire: WIRE_VERSION,
      office: officeId,
      dataVersion: DATA_VERSION,
      entry: { ...entry },
      detail:
        detail && !speaksOfKept(detail, notReplicated)
          ? sealForWire({ ...detail }, DETAIL_SEALED, place, fieldKey)
          : null,
      erased,
    }
    return withProof(doc, fieldKey)
  })
}

/** Fields that say what other records said, by table. */
const QUOTING: Readonly<Record<string, readonly string[]>> = {
  corrections: ['changes', 'reason'],
  disputes: ['fields', 'waiting'],
}

/** Whether a detail tells of a register or a sensitive field that the office keeps to its machines. */
function speaksOfKept({ changes }: AuditDetail, notReplicated: readonly string[]): boolean {
  return changes.some(({ table, fields }) => {
    if (notReplicated.includes(table) || (hangs(table) && keepsTables(notReplicated))) return true
    const said = fields.map(({ path }) => path.split('.')[0] ?? '')
    if (notReplicated.length > 0 && said.some((field) => QUOTING[table]?.includes(field))) return true
    return said.some((field) => notReplicated.includes(`${table}.${field}`))
  })
}

/** A document that this release can make nothing of. */
export class Unreadable extends Error {
  override name = 'Unreadable'

  constructor(readonly why: 'table' | 'row' | 'entry' | 'id' | 'proof') {
    super(why)
  }
}

/** A record's document as its row, checked. Throws `Unreadable`, `SealBroken`. */
export function openRecord(doc: RecordDoc, fieldKey: Uint8Array): Opened {
  const { table, row, _rev, seen, opId, deviceId, frozen, withheld } = doc
  if (!isSyncTable(table)) throw new Unreadable('table')
  if (!isProven(doc, fieldKey)) throw new Unreadable('proof')
  const recordId = String(row['id'])
  if (doc._id !== recordDocId(table, recordId)) throw new Unreadable('id')
  const opened = openFromWire(row, { table, key: recordId }, fieldKey)
  if (!TABLE_SCHEMAS[table].safeParse(opened).success) throw new Unreadable('row')
  return {
    table,
    recordId,
    rev: _rev ?? null,
    row: opened,
    seen,
    opId,
    deviceId,
    frozen: frozen !== null,
    withheld,
  }
}

/** An entry of another machine's chain, checked against its own digest. Throws `Unreadable`, `SealBroken`. */
export function openEntry(doc: AuditDoc, fieldKey: Uint8Array): OpenedEntry {
  if (!isProven(doc, fieldKey)) throw new Unreadable('proof')
  const entry = auditEntrySchema.safeParse(doc.entry)
  if (!entry.success || doc._id !== auditDocId(entry.data.deviceId, entry.data.seq))
    throw new Unreadable('entry')
  const place = { table: 'auditDetails', key: entry.data.opId }
  const detail = doc.detail && auditDetailSchema.safeParse(openFromWire(doc.detail, place, fieldKey))
  if (detail && !detail.success) throw new Unreadable('entry')
  const told = detail?.data ?? null
  if (!verifyEntry(entry.data, told)) throw new Unreadable('entry')
  return { entry: entry.data, detail: told, erased: doc.erased }
}
