import { problemOf, verifyEntry } from '../../../shared/domain/audit/chain'
import type { AuditDetail, AuditEntry } from '../../../shared/domain/audit/types'
import { isLiveDuring, type MonthFacts } from '../../../shared/domain/month/facts'
import { recordDigest, sealDigest } from '../../../shared/domain/monthReview/seal'
import type { MonthSeal, SealedRecord } from '../../../shared/domain/monthReview/types'
import { compareRecord, type LaterChange, type SealFinding } from '../../../shared/domain/monthReview/verify'
import { placeId } from '../../../shared/domain/privacy/types'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { type FieldChange, revertFields } from '../../../shared/util/diff'
import type { Instant } from '../../../shared/util/instant'
import { type MonthId, monthSpan } from '../../../shared/util/months'
import { chainDevices } from '../core/chainDevices'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { isRecordTable } from '../core/tables'
import { isLate } from './lateRecords'
import { chainEnds, recordsOfMonth } from './monthSigning'
import { factsOf, isFlowing, spanView } from './monthView'

/** What a verification says of a signed month. */
export interface MonthVerdict {
  month: MonthId
  /** When the seal was made that was compared with, and its digest. */
  signedAt: Instant
  digest: string
  /** How many records and entries of the chains were looked at. */
  records: number
  entries: number
  /** Nothing: records and chains still give what was signed. */
  findings: SealFinding[]
}

/** Steps done so far, of how many. */
export type OnProgress = (done: number, total: number) => void

/** Entries and records looked at between two looks at the screen: each is a digest or two. */
const [ENTRIES_AT_ONCE, RECORDS_AT_ONCE] = [400, 100]

/**
 * Whether the records and the chains still give what was signed (domain 12): walks every chain from its first entry,
 * and takes each record back through what commands did to it since. Null where the month was never signed.
 */
export async function verifyMonth(
  db: DeskDatabase,
  month: MonthId,
  now: Instant,
  onProgress: OnProgress = () => undefined,
): Promise<MonthVerdict | null> {
  const seal = await db.of('monthSeals').get(month)
  if (!seal) return null
  const entries = (await chainEnds(db)).reduce((sum, { seq }) => sum + seq, 0)
  const total = entries + seal.records.length
  const later = new LaterEntries(seal)
  const chains: SealFinding[] = []
  let walked = 0
  for (const deviceId of await chainDevices(db)) {
    chains.push(
      ...(await walkChain(db, seal, deviceId, later, (by) => {
        walked += by
        onProgress(walked, total)
      })),
    )
  }
  const records = await compareRecords(db, seal, later, (done) => onProgress(walked + done, total))
  const findings = [
    ...(await sealFindings(db, seal)),
    ...lostChains(seal, await chainDevices(db)),
    ...chains,
    ...records,
    ...(await unknownRecords(db, seal, now)),
  ]
  const { at: signedAt, digest } = seal
  return { month, signedAt, digest, records: seal.records.length, entries, findings }
}

async function sealFindings(db: DeskDatabase, seal: MonthSeal): Promise<SealFinding[]> {
  const review = await db.of('monthReviews').get(seal.id)
  const { erasedDigest, ...content } = seal
  const own = sealDigest(content) === (erasedDigest ?? seal.digest)
  const named = review?.state !== 'approved' || review.digest === seal.digest
  if (!own || !named) return [{ kind: 'seal' }]
  return erasedDigest ? [{ kind: 'erasedWords' }] : []
}

function lostChains(seal: MonthSeal, devices: readonly string[]): SealFinding[] {
  const lost = seal.chains.filter(({ deviceId }) => !devices.includes(deviceId))
  return lost.map(({ deviceId, seq }) => ({ kind: 'head', deviceId, seq }))
}

/** What commands did to the sealed records since, by record. */
class LaterEntries {
  private readonly ofRecord = new Map<string, { at: Instant; seq: number; change: LaterChange }[]>()
  private readonly sealed: ReadonlySet<string>

  constructor(seal: MonthSeal) {
    this.sealed = new Set(seal.records.map(keyOf))
  }

  /** Entries that name no record may have changed many: those of an import. */
  concerns({ refs }: AuditEntry): boolean {
    return refs.length === 0 || refs.some((ref) => this.sealed.has(keyOf(ref)))
  }

  note(place: { table: string; id: string }, { at, seq }: AuditEntry, change: LaterChange): void {
    const key = keyOf(place)
    if (!this.sealed.has(key)) return
    this.ofRecord.set(key, [...(this.ofRecord.get(key) ?? []), { at, seq, change }])
  }

  /** Newest first: of several machines by the clock, then by each machine's own order. */
  of(record: SealedRecord): LaterChange[] {
    const noted = this.ofRecord.get(keyOf(record)) ?? []
    return noted
      .toSorted((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
      .map(({ change }) => change)
  }
}

function keyOf({ table, id }: { table: string; id: string }): string {
  return `${table}/${id}`
}

type ChainFinding = Extract<SealFinding, { kind: 'chain' }>

/**
 * Walks one device's chain; what stands behind its end at the signing is noted in `later`. What an entry says of a
 * signed record has to be what was sealed with it, whenever it was written: it is the record's history.
 */
async function walkChain(
  db: DeskDatabase,
  seal: MonthSeal,
  deviceId: string,
  later: LaterEntries,
  onWalked: (by: number) => void,
): Promise<SealFinding[]> {
  const head = seal.chains.find((one) => one.deviceId === deviceId)
  const [breaks, details]: [ChainFinding[], ChainFinding[]] = [[], []]
  let tip: { seq: number; digest: string } | null = null
  let headStands = head === undefined
  for (;;) {
    const entries: AuditEntry[] = await portionOf(db, deviceId, tip?.seq ?? 0)
    if (entries.length === 0) break
    for (const entry of entries) {
      const problem = problemOf(entry, tip)
      // Behind the first break the chain is walked on as it says itself, or everything after would be named too.
      if (problem && breaks.length === 0) breaks.push({ kind: 'chain', deviceId, seq: entry.seq, problem })
      if (entry.seq === head?.seq) headStands = entry.digest === head.digest
      tip = entry
    }
    const signedUpTo = head?.seq ?? 0
    // What names no record is an import: only since the signature could it have changed a signed one.
    const telling = entries.filter(({ seq, refs }) => seq > signedUpTo || refs.length > 0)
    const concerned = telling.filter((one) => later.concerns(one))
    details.push(...(await noteChanges(db, concerned, later, signedUpTo)))
    onWalked(entries.length)
  }
  // An entry that was altered is named once, though its detail cannot hold with it either.
  const findings = [...breaks, ...details.filter(({ seq }) => !breaks.some((one) => one.seq === seq))]
  return headStands || !head ? findings : [{ kind: 'head', deviceId, seq: head.seq }, ...findings]
}

async function portionOf(db: DeskDatabase, deviceId: string, after: number): Promise<AuditEntry[]> {
  return db
    .of('audit')
    .where('[deviceId+seq]')
    .between([deviceId, after], [deviceId, Number.MAX_SAFE_INTEGER], false, true)
    .limit(ENTRIES_AT_ONCE)
    .toArray()
    .then((rows) => rows.map(({ refIds: _index, ...entry }) => entry))
}

/** A detail that was erased tells nothing; one that is not what was sealed is named, and believed as little. */
async function noteChanges(
  db: DeskDatabase,
  entries: readonly AuditEntry[],
  later: LaterEntries,
  signedUpTo: number,
): Promise<ChainFinding[]> {
  const details = await db.of('auditDetails').bulkGet(entries.map(({ opId }) => opId))
  return entries.flatMap((entry, index): ChainFinding[] => {
    const detail = details[index]
    const holds = detail !== undefined && verifyEntry(entry, detail)
    const { deviceId, seq } = entry
    const altered = detail && !holds
    if (seq <= signedUpTo) return altered ? [{ kind: 'chain', deviceId, seq, problem: 'digest' }] : []
    if (holds) for (const change of detail.changes) later.note(change, entry, change.fields)
    else for (const ref of entry.refs) later.note(ref, entry, null)
    return altered ? [{ kind: 'chain', deviceId, seq, problem: 'digest' }] : []
  })
}

async function compareRecords(
  db: DeskDatabase,
  seal: MonthSeal,
  later: LaterEntries,
  onDone: (done: number) => void,
): Promise<SealFinding[]> {
  const findings: SealFinding[] = []
  for (let from = 0; from < seal.records.length; from += RECORDS_AT_ONCE) {
    const portion = seal.records.slice(from, from + RECORDS_AT_ONCE)
    for (const [index, row] of (await rowsOf(db, portion)).entries()) {
      const signed = portion[index]
      const found =
        signed && ((await erasedFinding(db, signed, row)) ?? compareRecord(signed, row, later.of(signed)))
      if (!signed || !found) continue
      const told = found.kind === 'changed' && row ? await historyOf(db, signed) : null
      findings.push((told && compareRecord(signed, row, later.of(signed), told)) ?? found)
    }
    onDone(from + portion.length)
  }
  return findings
}

/** What was erased by law is neither whole nor changed, as long as it is as it was left (domain 13). */
async function erasedFinding(
  db: DeskDatabase,
  { table, id, number }: SealedRecord,
  row: object | null,
): Promise<SealFinding | null> {
  if (!row || !('erased' in row)) return null
  const erasure = await db.of('erasures').get(placeId(table, id))
  return erasure?.digest === recordDigest(row) ? { kind: 'erased', table, id, number } : null
}

async function rowsOf(db: DeskDatabase, records: readonly SealedRecord[]): Promise<(object | null)[]> {
  const tables = [...new Set(records.map(({ table }) => table))].filter(isRecordTable)
  const found = new Map<string, object>()
  for (const table of tables) {
    const ids = records.filter((one) => one.table === table).map(({ id }) => id)
    const rows = (await db.table(table).bulkGet(ids)) as ({ id: string } | undefined)[]
    for (const row of rows) if (row) found.set(keyOf({ table, id: row.id }), withoutListKeys(row))
  }
  return records.map((record) => found.get(keyOf(record)) ?? null)
}

/** An entry with what it says, as far as that is still told. */
interface Told {
  entry: AuditEntry
  detail: AuditDetail | undefined
}

/** What the chains say of a record, newest first. */
async function entriesOf(db: DeskDatabase, id: string): Promise<Told[]> {
  const rows = await db.of('audit').where('refIds').equals(id).toArray()
  rows.sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1))
  const details = await db.of('auditDetails').bulkGet(rows.map(({ opId }) => opId))
  return rows.map(({ refIds: _index, ...entry }, index) => ({ entry, detail: details[index] }))
}

/** What entries say was changed of one record. */
function changesOf(told: readonly Told[], { table, id }: { table: string; id: string }): FieldChange[][] {
  const changes = told.flatMap(({ detail }) => detail?.changes ?? [])
  return changes.filter((change) => change.table === table && change.id === id).map(({ fields }) => fields)
}

/** Every change of a record that is still told, newest first. */
async function historyOf(db: DeskDatabase, record: SealedRecord): Promise<LaterChange[]> {
  return changesOf(await entriesOf(db, record.id), record)
}

async function unknownRecords(db: DeskDatabase, seal: MonthSeal, now: Instant): Promise<SealFinding[]> {
  const known = new Set(seal.records.map(keyOf))
  const view = await spanView(db, monthSpan(seal.id), seal.id, now)
  const strangers = recordsOfMonth(view).flatMap(({ table, ids }) =>
    ids.map((id) => ({ table, id })).filter((place) => !known.has(keyOf(place))),
  )
  const findings: SealFinding[] = []
  for (const { table, id } of strangers) {
    const row = (await db.table(table).get(id)) as NumberedRow | undefined
    if (!row) continue
    const came = await cameSince(db, seal, table, row)
    // A 更正单 may have put its date right since; else another machine did not know of the lock.
    if (came && !(isFlowing(table) && (await isLate(db, seal, table, { ...row })))) continue
    findings.push({ kind: came ? 'late' : 'unknown', table, id, number: row.number })
  }
  return findings
}

type NumberedRow = { id: string; number: string }

/** Whether commands brought a record into the month after it was signed, by what the chains say of it. */
async function cameSince(
  db: DeskDatabase,
  seal: MonthSeal,
  table: string,
  row: NumberedRow,
): Promise<boolean> {
  if (!isFlowing(table)) return false
  const heads = new Map(seal.chains.map(({ deviceId, seq }) => [deviceId, seq]))
  const told = await entriesOf(db, row.id)
  const since = told.filter(({ entry }) => entry.seq > (heads.get(entry.deviceId) ?? 0))
  if (!since.every(({ entry, detail }) => detail && verifyEntry(entry, detail))) return false
  // All that is told of it was done since: it was made since.
  if (told.length > 0 && since.length === told.length) return true
  const changes = changesOf(since, { table, id: row.id })
  const then = changes.reduce(revertFields, withoutListKeys(row)) as LivingRecord
  return !isLiveDuring(factsOf(table) as unknown as MonthFacts<LivingRecord>, then, monthSpan(seal.id))
}
