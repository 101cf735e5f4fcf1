import { isOccupied } from '../../../shared/domain/household/unit'
import type { Unit } from '../../../shared/domain/household/types'
import { visibleFlags } from '../../../shared/domain/household'
import type { Role } from '../../../shared/domain/office/types'
import {
  type Candidate,
  DAY_FACET,
  type Goal,
  type MonthId,
  mayReadPrivate,
  PLAN_FACET,
  type Suggested,
  suggestVisits,
} from '../../../shared/domain/visit'
import type { Visit, VisitPreference, VisitPrivateNotes } from '../../../shared/domain/visit/types'
import { type Suggestion, suggestionsOf } from '../../../shared/domain/visitMonth'
import type { VisitMonth } from '../../../shared/domain/visitMonth/types'
import { civilDayOf, shiftMonth } from '../../../shared/util/civilTime'
import type { CivilDay, Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'
import { countFacet } from './lists'
import { countRange, facetRange, facetsBetween, type KeyRange, keysIn, listRange } from './ranges'
import { asRead } from './reading'
import { getRecord, getRecords } from './records'
import { goalsOf, inMonth, unitOfKey, withoutOpinion } from './visitIndex'

/**
 * 私密记录 of a visit for whoever may read them (domain 8): the 访问人, 客服主管 and 主任. `null` where there are none, and
 * `hidden` for everybody else, who is not even told whether there are any.
 */
export async function privateNotesOf(
  db: DeskDatabase,
  visitId: string,
): Promise<VisitPrivateNotes | null | 'hidden'> {
  const reader = db.reader()
  const visit = await db.of('visits').get(visitId)
  if (!reader || !visit || !mayReadPrivate(visit, reader)) return 'hidden'
  // The visit says who its 访问人 is, also where that was just taken back.
  return (await db.of('visitNotes').get(visitId)) ?? null
}

/** 不便时间 of a household; null where it declined none. */
export async function preferenceOf(db: DeskDatabase, unitId: string): Promise<VisitPreference | null> {
  return (await db.of('visitPreferences').get(unitId)) ?? null
}

/** The goals of a month with what they are measured against (domain 8). */
export interface MonthGoals {
  month: Goal
  year: Goal
  /** Whether the denominator is the month-end's snapshot; else it is the present count. */
  snapshot: VisitMonth['snapshot']
}

/** How far the goals of a month are: live while it runs, against the month-end's snapshot afterwards. */
export async function visitGoals(db: DeskDatabase, month: MonthId): Promise<MonthGoals> {
  const known = await getRecord(db, 'visitMonths', month)
  const snapshot = known?.snapshot ?? null
  const occupied = snapshot?.occupied ?? (await countFacet(db, 'units', 'occupied'))
  const goals = known?.goals ?? (await goalsOf((range) => keysIn(db, 'visits', range), month, occupied))
  return { ...goals, snapshot }
}

/** Most visits of a month that its page reads: ten times the goal of the largest estate. */
const MOST_IN_A_MONTH = 5000

/** Everything that the page of a month shows. */
export interface MonthView {
  id: MonthId
  /** null while nothing was kept of it: no visit yet, and not over. */
  record: VisitMonth | null
  goals: MonthGoals
  /** Visits that took place, by number. */
  visits: Visit[]
  suggestions: Suggestion[]
  /** How many of them lack 接待员意见. */
  withoutOpinion: number
}

/** A month with its visits, goals and suggestions; by index, so that no other month is read. */
export async function visitMonthView(db: DeskDatabase, id: MonthId): Promise<MonthView> {
  const [record, goals, missing, listed] = await Promise.all([
    getRecord(db, 'visitMonths', id),
    visitGoals(db, id),
    countRange(db, 'visits', withoutOpinion(id)),
    listRange(db, 'visits', inMonth(id), MOST_IN_A_MONTH),
  ])
  const visits = listed.sort((a, b) => (a.number < b.number ? -1 : 1))
  return { id, record, goals, visits, suggestions: suggestionsOf(visits), withoutOpinion: missing }
}

/** The months that have a record, newest first. */
export async function visitMonths(db: DeskDatabase): Promise<VisitMonth[]> {
  const rows = await db.of('visitMonths').orderBy('id').reverse().toArray()
  return rows.map((row) => asRead(db, 'visitMonths', row))
}

/** How far back visits are looked at: who was not visited for two years was not visited for long. */
const LOOK_BACK_MONTHS = 24
/** So many households that waited longest are weighed, besides all with 重点关注. */
const WEIGHED = 300

/**
 * Whom to visit next (domain 8), at most `limit`. Which households are occupied and when they were visited last is read
 * from the index alone; only those that waited longest, and those with 重点关注, are looked at more closely.
 * @param at when the visit would be made.
 */
export async function whomToVisit(
  db: DeskDatabase,
  at: Instant,
  role: Role,
  limit: number,
): Promise<Suggested[]> {
  const day = civilDayOf(at)
  const [occupied, last, planned, flags] = await Promise.all([
    db.of('units').where('status').anyOf('ownerOccupied', 'let').primaryKeys() as PromiseLike<string[]>,
    lastVisits(db, day),
    keysIn(db, 'visits', facetsBetween(PLAN_FACET, '', '\uffff')),
    db.of('careFlags').toArray(),
  ])
  const flagged = new Set(visibleFlags(flags, role, day).map(({ unitId }) => unitId))
  const waiting = occupied.toSorted((a, b) => ((last.get(a) ?? '') < (last.get(b) ?? '') ? -1 : 1))
  const ids = [...new Set([...waiting.slice(0, WEIGHED), ...occupied.filter((id) => flagged.has(id))])]
  const units = (await getRecords(db, 'units', ids)).filter(isOccupied)
  const isPlanned = new Set(planned.map(unitOfKey))
  const candidates = await Promise.all(
    units.map(async (unit): Promise<Candidate> => {
      const kinds = visibleFlags(
        flags.filter(({ unitId }) => unitId === unit.id),
        role,
        day,
      ).map(({ kind }) => kind)
      return {
        ...(await weigh(db, unit)),
        lastVisitOn: last.get(unit.id) ?? null,
        care: [...new Set(kinds)],
        planned: isPlanned.has(unit.id),
      }
    }),
  )
  return suggestVisits(candidates, at).slice(0, limit)
}

async function weigh(
  db: DeskDatabase,
  { id, code }: Unit,
): Promise<Pick<Candidate, 'unitId' | 'unitCode' | 'complaints' | 'preference'>> {
  const [complaints, preference] = await Promise.all([
    countRange(db, 'complaints', facetRange(`#unit:${id}`)),
    preferenceOf(db, id),
  ])
  return { unitId: id, unitCode: code, complaints, preference }
}

/** The day of each household's last visit, from the index alone. */
async function lastVisits(db: DeskDatabase, today: CivilDay): Promise<Map<string, CivilDay>> {
  const from = shiftMonth(today, -LOOK_BACK_MONTHS)
  const range: KeyRange = facetsBetween(DAY_FACET, from, '\uffff')
  const last = new Map<string, CivilDay>()
  // Keys come in the order of the days: the last one of a household stays.
  for (const key of await keysIn(db, 'visits', range)) {
    const day = key.slice(DAY_FACET.length, DAY_FACET.length + from.length)
    last.set(unitOfKey(key), day)
  }
  return last
}
