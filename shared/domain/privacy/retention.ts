import { addCivilYears, civilDayOf, endOfCivilDay } from '../../util/civilTime'
import type { CivilDay, Instant } from '../../util/instant'
import { complaintMonthFacts } from '../complaint/monthFacts'
import type { Complaint } from '../complaint/types'
import type { BlacklistEntry, CareFlag, Person, StandingInstruction, Vehicle } from '../household/types'
import { isDisputed } from '../incident/erasing'
import { incidentMonthFacts } from '../incident/monthFacts'
import type { Incident } from '../incident/types'
import { lostItemMonthFacts } from '../lostItem/monthFacts'
import type { LostItem } from '../lostItem/types'
import { lostReportMonthFacts } from '../lostReport/monthFacts'
import type { LostReport } from '../lostReport/types'
import type { Objection } from '../register/objections'
import { returnVisitMonthFacts } from '../returnVisit/monthFacts'
import type { ReturnVisitRecord } from '../returnVisit/types'
import type { Scan } from '../scan/types'
import { visitMonthFacts } from '../visit/monthFacts'
import type { Visit } from '../visit/types'
import { type Refusal, refuse } from '../../util/result'
import type { ErasureBasis, PersonRequest, RetainedTable, RetentionHold } from './types'

/** When the period of a record begins to run, and what besides stands in the way of erasing it. */
interface RetentionRule<R> {
  /** When the matter ended; null while it is open, and its record is kept. */
  endedAt: (record: R) => Instant | null
  /** What the record is called in a list. */
  title: (record: R) => string
  /** Talked about or before a court. */
  isDisputed?: (record: R) => boolean
  /** 限阅: never with others, only by itself. */
  isRestricted?: (record: R) => boolean
}

export interface RetainedRows {
  complaints: Complaint
  incidents: Incident
  lostItems: LostItem
  lostReports: LostReport
  visits: Visit
  returnVisits: ReturnVisitRecord
  persons: Person
  vehicles: Vehicle
  careFlags: CareFlag
  instructions: StandingInstruction
  blacklist: BlacklistEntry
  scans: Scan
  personRequests: PersonRequest
}

const numbered = ({ number }: { number: string }): string => number

/** The whole day, or the moment of 作废 where that came first. */
function endOf(day: CivilDay | null, voided: { at: Instant } | null): Instant | null {
  const ends = [day && endOfCivilDay(day), voided?.at].filter((at) => at !== null && at !== undefined)
  return ends.toSorted()[0] ?? null
}

/** Moved out of the last door; somebody without one is nobody's resident since the last change. */
function movedOut({ residences, voided, updatedAt }: Person): Instant | null {
  if (voided) return voided.at
  const days = residences.map(({ until }) => until)
  if (days.length === 0) return updatedAt
  const last = days.every((day) => day !== null) ? days.toSorted().at(-1) : null
  return last ? endOfCivilDay(last) : null
}

/** One line a register (domain 13). */
export const RETENTION: { readonly [K in RetainedTable]: RetentionRule<RetainedRows[K]> } = {
  complaints: { endedAt: complaintMonthFacts.endedAt, title: numbered },
  incidents: {
    endedAt: incidentMonthFacts.endedAt,
    title: numbered,
    isDisputed,
    isRestricted: ({ restricted }) => restricted,
  },
  lostItems: { endedAt: lostItemMonthFacts.endedAt, title: numbered },
  lostReports: { endedAt: lostReportMonthFacts.endedAt, title: numbered },
  visits: { endedAt: visitMonthFacts.endedAt, title: numbered },
  returnVisits: { endedAt: returnVisitMonthFacts.endedAt, title: numbered },
  persons: { endedAt: movedOut, title: ({ name }) => name },
  vehicles: { endedAt: ({ voided }) => voided?.at ?? null, title: ({ plate }) => plate },
  careFlags: { endedAt: (flag) => endOf(flag.expiresOn, flag.voided), title: ({ note }) => note },
  instructions: { endedAt: (one) => endOf(one.expiresOn, one.voided), title: ({ note }) => note },
  blacklist: { endedAt: (entry) => endOf(entry.until, entry.voided), title: ({ name }) => name },
  // What was filed goes with its record.
  scans: { endedAt: ({ discarded }) => discarded?.at ?? null, title: ({ file }) => file.name },
  personRequests: { endedAt: ({ answer }) => answer?.at ?? null, title: ({ name }) => name },
}

/** Whether a table has a period of its own. */
export function isRetained(table: string): table is RetainedTable {
  return Object.hasOwn(RETENTION, table)
}

/** The end of a record's period: the corresponding day years after it ended (domain 3, 民法典 201–202); null while open. */
export function keptUntil<K extends RetainedTable>(
  table: K,
  record: RetainedRows[K],
  years: number,
): Instant | null {
  const ended = RETENTION[table].endedAt(record)
  return ended === null ? null : addCivilYears(ended, years)
}

/** Why a record is not erased with the others of the list though its period is over. */
export type Exception = 'held' | 'disputed' | 'restricted'

/** What a record past its period is excepted by; null where nothing is. A hold counts through its last day. */
export function exceptionOf<K extends RetainedTable>(
  table: K,
  record: RetainedRows[K],
  hold: Pick<RetentionHold, 'until'> | null,
  now: Instant,
): Exception | null {
  if (isHeld(hold, now)) return 'held'
  if (RETENTION[table].isDisputed?.(record)) return 'disputed'
  return RETENTION[table].isRestricted?.(record) ? 'restricted' : null
}

/** Whether a hold keeps its record now. */
export function isHeld(hold: Pick<RetentionHold, 'until'> | null, now: Instant): boolean {
  return hold !== null && hold.until >= civilDayOf(now)
}

/**
 * What stands in the way of erasing a record, whoever asked for it: `privacy.stillOpen` while its matter is open,
 * `privacy.held` `{ until }`, `privacy.disputed`; and where the ground is the period, `privacy.notDue` `{ until }`.
 */
export function objectionToErasing<K extends RetainedTable>(
  table: K,
  record: RetainedRows[K],
  {
    basis,
    hold,
    years,
    now,
  }: { basis: ErasureBasis; hold: RetentionHold | null; years: number; now: Instant },
): Objection {
  const until = keptUntil(table, record, years)
  if (until === null) return refuse('privacy.stillOpen')
  if (hold && isHeld(hold, now)) return refuse('privacy.held', undefined, { until: hold.until })
  if (RETENTION[table].isDisputed?.(record)) return refuse('privacy.disputed')
  if (basis !== 'retentionOver' || until < now) return null
  return refuse('privacy.notDue', undefined, { until: civilDayOf(until) })
}

/** Of a name, no more than finds it again. */
const NAME_SIGNS = 30

/** The refusal with what the record is called as `number`: one among many has to say of which it speaks. */
export function namedAs<K extends RetainedTable>(
  table: K,
  record: RetainedRows[K],
  refusal: Refusal,
): Refusal {
  const number = RETENTION[table].title(record).slice(0, NAME_SIGNS)
  return { ...refusal, params: { ...refusal.params, number } }
}
