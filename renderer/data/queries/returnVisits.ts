import { endedSince } from '../../../shared/domain/register/listOrder'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { type RoundTarget, spanOfRound, type TargetInput } from '../../../shared/domain/returnVisit'
import type { ReturnRound, ReturnVisitRecord } from '../../../shared/domain/returnVisit/types'
import type { Visit } from '../../../shared/domain/visit/types'
import { suggestionsOf } from '../../../shared/domain/visitMonth'
import { civilDayOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { listRecords, walkRecords } from './lists'
import { facetsBetween, keysIn } from './ranges'
import { getRecord, getRecords } from './records'
import { unitOfKey } from './visitIndex'

/** A round with the return visits that were made for it, by their ids. */
export interface RoundView {
  round: ReturnRound | null
  visits: Map<string, ReturnVisitRecord>
}

/** The 季度回访 of a quarter; null where no list was made yet. */
export async function returnRound(db: DeskDatabase, id: string): Promise<RoundView> {
  const round = await getRecord(db, 'returnRounds', id)
  const ids = (round?.targets ?? []).flatMap(({ returnVisitId }) => returnVisitId ?? [])
  const visits = await getRecords(db, 'returnVisits', ids)
  return { round, visits: new Map(visits.map((visit) => [visit.id, visit])) }
}

/** The rounds so far, newest first. */
export async function returnRounds(db: DeskDatabase): Promise<ReturnRound[]> {
  return db.of('returnRounds').orderBy('id').reverse().toArray()
}

/** So many records of a quarter are looked through for a proposal. */
const MOST_LOOKED_AT = 2000

/**
 * Whom a 季度回访 should call: households whose complaint was done with (完成时间) in the quarter, or who made a
 * suggestion at a visit, each once; not those who were reached in the quarter, nor those on the list already.
 */
export async function roundProposal(db: DeskDatabase, round: string): Promise<TargetInput[]> {
  const { from, to } = spanOfRound(round)
  const [complaints, visits, called, known] = await Promise.all([
    complaintsDone(db, from, to),
    listRecords(db, {
      table: 'visits',
      facets: [],
      range: { order: 'visited', from, to },
      after: null,
      limit: MOST_LOOKED_AT,
    }),
    keysIn(db, 'returnVisits', facetsBetween('#called:', `${round}:`, `${round}:\uffff`)),
    getRecord(db, 'returnRounds', round),
  ])
  const reached = new Set(called.map(unitOfKey))
  const listed = new Set((known?.targets ?? []).map(whoIs))
  const found = [...complaints.flatMap(targetOfComplaint), ...visits.rows.flatMap(targetOfVisit)]
  return onceEach(found.filter((one) => !(one.unitId && reached.has(one.unitId)) && !listed.has(whoIs(one))))
}

/**
 * Complaints whose work was done in a span, the first first; they may have been taken in long before. Those that wait for their 回访 are few; what has ended
 * stands by when it ended, which is never before it was done.
 */
async function complaintsDone(db: DeskDatabase, from: Instant, to: Instant): Promise<Complaint[]> {
  const sets = [
    { facets: ['state:handled'] },
    { facets: ['state:visited'] },
    { facets: ['state:closed'], before: endedSince(from) },
  ]
  const done: { at: Instant; complaint: Complaint }[] = []
  for (const set of sets) {
    for await (const rows of walkRecords(db, { table: 'complaints', ...set })) {
      for (const complaint of rows) {
        const at = complaint.handling?.completedAt
        if (at && at >= from && at < to) done.push({ at, complaint })
      }
    }
  }
  return done.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ complaint }) => complaint)
}

function targetOfComplaint({ id, number, intake }: Complaint): TargetInput[] {
  const { anonymous, personId: _person, ...whom } = intake.complainant
  if (anonymous) return []
  const source = { kind: 'complaint' as const, recordId: id, number }
  return [{ ...whom, source, day: civilDayOf(intake.registeredAt) }]
}

function targetOfVisit(visit: Visit): TargetInput[] {
  const { id, number, state, findings, plan } = visit
  if (!findings || state === 'void' || suggestionsOf([visit]).length === 0) return []
  const { personId: _person, ...whom } = plan.person
  const source = { kind: 'suggestion' as const, recordId: id, number }
  return [{ ...whom, source, day: civilDayOf(findings.visitedAt) }]
}

/** A household by its unit; whoever has none, by name and phone. */
function whoIs({
  unitId,
  unitCode,
  name,
  phone,
}: Pick<RoundTarget, 'unitId' | 'unitCode' | 'name' | 'phone'>) {
  return unitId ?? `${unitCode}|${name}|${phone}`
}

function onceEach(targets: readonly TargetInput[]): TargetInput[] {
  const seen = new Set<string>()
  return targets.filter((one) => {
    const who = whoIs(one)
    if (seen.has(who)) return false
    seen.add(who)
    return true
  })
}
