import { recordDigest } from '../../../shared/domain/monthReview/seal'
import {
  countWithout,
  disputeWithout,
  type ErasedPlaces,
  reviewWithout,
  roundWithout,
  visitMonthWithout,
  withoutWordsOf,
} from '../../../shared/domain/privacy/beside'
import { eraseRow } from '../../../shared/domain/privacy/erase'
import { ERASING, type ErasableTable } from '../../../shared/domain/privacy/registers'
import {
  ERASED_WORDS,
  type Erasable,
  type Erased,
  type Erasure,
  placeId,
} from '../../../shared/domain/privacy/types'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'

/** Who writes the rows that erasing leaves: a command, or a restore that has no chain to write to. */
export interface ErasePen {
  /** A row of which something was erased. */
  erase: <K extends RecordTable>(table: K, row: RecordTables[K]) => Promise<void>
  /** A row of the list of what was erased. */
  note: (erasure: Erasure) => Promise<void>
}

/** Tables that an erasure touches besides those of every command. */
export const ERASING_TABLES: RecordTable[] = [
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'visitNotes',
  'returnVisits',
  'corrections',
  'persons',
  'vehicles',
  'careFlags',
  'instructions',
  'blacklist',
  'attachments',
  'scans',
  'personRequests',
  'monthSeals',
  'monthReviews',
  'visitMonths',
  'returnRounds',
  'shelfCounts',
  'disputes',
  'erasures',
  'retentionHolds',
]

/** A row that goes, and where it stands. */
interface Place {
  table: ErasableTable
  row: Erasable & { id: string; number?: string }
}

/** By whom and on which ground, for the row and for the list. */
export interface ErasingOrder {
  erased: Erased
  byUserId: string
}

/** A record that is to be erased. */
export interface RecordPlace {
  table: ErasableTable
  id: string
}

/**
 * Erases records with everything that hangs on them: their files' rows, scans, 私密记录 and 更正单; what was said of them
 * in seals, reviews, rounds, counts and lines of 待核对; drafts; and the details of every entry of the chain that named them. To be called
 * in a transaction that holds `ERASING_TABLES` and those of every command.
 */
export async function eraseRecords(
  db: DeskDatabase,
  pen: ErasePen,
  records: readonly RecordPlace[],
  order: ErasingOrder,
): Promise<void> {
  const places: Place[] = []
  for (const { table, id } of records) {
    const row = (await db.table(table).get(id)) as Place['row'] | undefined
    if (row) places.push({ table, row: withoutListKeys(row) }, ...(await hangingOn(db, table, id)))
  }
  const ids = new Set(places.map(({ row }) => row.id))
  places.push(...(await correctionsOf(db, ids)))
  for (const { row } of places) ids.add(row.id)
  // Before anything is written: what is written names the records too.
  for (const id of ids) await dropTold(db, id)
  for (const place of places) await erasePlace(pen, place, order)
  for (const { table, row } of places) {
    const hold = await db.of('retentionHolds').get(placeId(table, row.id))
    if (hold) await pen.erase('retentionHolds', { ...hold, reason: ERASED_WORDS })
  }
  const numbers = new Set(places.flatMap(({ row }) => row.number ?? []))
  await eraseBeside(db, pen, { ids, numbers }, order)
  await db
    .of('drafts')
    .filter(({ targetId }) => ids.has(targetId))
    .delete()
}

async function erasePlace(pen: ErasePen, { table, row }: Place, order: ErasingOrder): Promise<void> {
  const left = eraseRow<Place['row']>(row, ERASING[table], order.erased)
  if (left === row) return
  await pen.erase(table, left as RecordTables[ErasableTable])
  const { at, by, basis } = order.erased
  await pen.note({
    id: placeId(table, row.id),
    table,
    recordId: row.id,
    at,
    byUserId: order.byUserId,
    by,
    basis,
    digest: recordDigest(left),
  })
}

/** What hangs on a record and goes with it. */
async function hangingOn(db: DeskDatabase, table: ErasableTable, id: string): Promise<Place[]> {
  const attachments = (await db.of('attachments').where('recordId').equals(id).toArray()).filter(
    (one) => one.table === table,
  )
  const shas = attachments.map(({ sha256 }) => sha256)
  const scans = (await db.of('scans').where('sha256s').anyOf(shas).distinct().toArray()).filter(
    ({ filed }) => filed?.recordId === id,
  )
  const notes = table === 'visits' ? await db.of('visitNotes').get(id) : undefined
  return [
    ...attachments.map((row): Place => ({ table: 'attachments', row })),
    ...scans.map((row): Place => ({ table: 'scans', row: withoutListKeys(row) })),
    ...(notes ? [{ table: 'visitNotes', row: notes } satisfies Place] : []),
  ]
}

/** Those that were refused are not linked with their record: all are looked through. */
async function correctionsOf(db: DeskDatabase, ids: ReadonlySet<string>): Promise<Place[]> {
  const rows = await db
    .of('corrections')
    .filter(({ target }) => ids.has(target.id))
    .toArray()
  return rows.map((row): Place => ({ table: 'corrections', row: withoutListKeys(row) }))
}

/**
 * Removes what the chain tells of a record: the entries stay and verify without (architecture). An entry that wrote
 * others too tells nothing of them either, for its detail has one digest.
 */
async function dropTold(db: DeskDatabase, id: string): Promise<void> {
  const entries = await db.of('audit').where('refIds').equals(id).toArray()
  const told = entries.filter(({ command }) => !isErasing(command))
  await db.of('auditDetails').bulkDelete(told.map(({ opId }) => opId))
}

/** Somebody erases here. */
export const ERASE_COMMAND = 'privacy.erase'
/** What was erased at another machine goes here too. */
export const TAKEN_ERASE_COMMAND = 'sync.erase'

const ERASING_COMMANDS: ReadonlySet<string> = new Set([ERASE_COMMAND, TAKEN_ERASE_COMMAND])

/** Whether a command takes words out of what was written before; its own entries tell of digests and grounds alone. */
export function isErasing(command: string): boolean {
  return ERASING_COMMANDS.has(command)
}

/** What was said of erased records in rows that stay. */
async function eraseBeside(
  db: DeskDatabase,
  pen: ErasePen,
  places: ErasedPlaces,
  { erased }: ErasingOrder,
): Promise<void> {
  const trim = async <K extends RecordTable>(
    table: K,
    without: (row: RecordTables[K], places: ErasedPlaces) => RecordTables[K] | null,
  ): Promise<void> => {
    for (const row of (await db.of(table).toArray()) as RecordTables[K][]) {
      const left = without(withoutListKeys(row), places)
      if (!left) continue
      await dropWords(db, row.id)
      await pen.erase(table, left)
    }
  }
  await trim('monthSeals', withoutWordsOf)
  await trim('monthReviews', reviewWithout)
  await trim('visitMonths', visitMonthWithout)
  await trim('returnRounds', roundWithout)
  await trim('shelfCounts', countWithout)
  await trim('disputes', (row, about) => disputeWithout(row, about, erased))
}

/** Fields in which words about a record stand, of the rows that stay. */
const WORDS = /^(?:reasons|sample|decisions|targets|lines|strays)\b/

async function dropWords(db: DeskDatabase, id: string): Promise<void> {
  const entries = await db.of('audit').where('refIds').equals(id).toArray()
  const details = await db.of('auditDetails').bulkGet(entries.map(({ opId }) => opId))
  const telling = details.filter((detail) =>
    detail?.changes.some((change) => change.id === id && change.fields.some(({ path }) => WORDS.test(path))),
  )
  await db.of('auditDetails').bulkDelete(telling.flatMap((detail) => detail?.opId ?? []))
}
