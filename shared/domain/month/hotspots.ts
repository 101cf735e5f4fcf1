import { civilTimeOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { isWithin } from '../../util/months'
import { foldText } from '../../util/textFold'
import { voicesOf } from '../complaint/complainants'
import { complaintMonthFacts } from '../complaint/monthFacts'
import { counts } from '../complaint/monthReading'
import type { Complaint } from '../complaint/types'
import { unitIdsOf } from '../incident/lists'
import { incidentMonthFacts } from '../incident/monthFacts'
import type { Incident } from '../incident/types'
import { isWithheld } from '../register/lifecycle'
import type { Hotspots, Slice } from './statistics'
import type { MonthView } from './view'

/** Places shown, and how often something must have happened at one. */
const TOP_PLACES = 10
const OFTEN_AT_PLACE = 2
/** Matters of one household that are many: begun in the span, or open at some moment of it. */
const MANY_BEGUN = 2
const MANY_OPEN = 3
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))

/** One complaint or incident, as 关键地点, 关键时间 and 关键人物 look at it. */
interface Matter {
  table: 'complaints' | 'incidents'
  id: string
  /** The same for the records of one matter: a 重复投诉 counts with the complaint before it. */
  matter: string
  begunInSpan: boolean
  place: string
  at: Instant
  units: { unitId: string; unitCode: string }[]
}

/**
 * 关键地点, 关键时间, 关键人物 of complaints and incidents (domain 12), for the supervisor only. Places and hours are of
 * what came in within the span: a place counts by its folded words, an hour by 事发时间, else by when it was registered.
 */
export function hotspotsOf(view: MonthView): Hotspots {
  const matters = mattersOf(view)
  const begun = matters.filter(({ begunInSpan, id, matter }) => begunInSpan && id === matter)
  return { places: placesOf(begun), hours: hoursOf(begun), households: householdsOf(matters) }
}

function mattersOf({ rowsOf, span }: MonthView): Matter[] {
  const complaints = rowsOf('complaints').filter((row) => counts(row))
  const byId = new Map(complaints.map((row) => [row.id, row]))
  const incidents = rowsOf('incidents').filter(
    (row) => !row.void && !isWithheld(row) && incidentMonthFacts.begunAt(row) !== null,
  )
  return [
    ...complaints.map((row) => ofComplaint(row, byId, isWithin(complaintMonthFacts.begunAt(row), span))),
    ...incidents.map((row) => ofIncident(row, isWithin(incidentMonthFacts.begunAt(row), span))),
  ]
}

function ofComplaint(row: Complaint, byId: ReadonlyMap<string, Complaint>, begunInSpan: boolean): Matter {
  const { intake } = row
  const units = voicesOf(row).flatMap(({ complainant: { unitId, unitCode } }) =>
    unitId ? [{ unitId, unitCode }] : [],
  )
  const at = intake.occurredAt ?? intake.registeredAt
  return {
    table: 'complaints',
    id: row.id,
    matter: firstOf(row, byId),
    begunInSpan,
    place: intake.place,
    at,
    units,
  }
}

/** The complaint that a chain of 重复投诉 began with, as far back as the rows know. */
function firstOf({ id, repeatOf }: Complaint, byId: ReadonlyMap<string, Complaint>): string {
  if (repeatOf === null) return id
  const before = byId.get(repeatOf)
  return before ? firstOf(before, byId) : repeatOf
}

function ofIncident(row: Incident, begunInSpan: boolean): Matter {
  const { place, occurredAt } = row.report
  const allowed = new Set(unitIdsOf(row))
  const units = row.parties.flatMap(({ person: { unitId, unitCode } }) =>
    unitId && allowed.has(unitId) ? [{ unitId, unitCode }] : [],
  )
  return { table: 'incidents', id: row.id, matter: row.id, begunInSpan, place, at: occurredAt, units }
}

/** Most frequent first; of one place that was spelled in several ways the first spelling. */
function placesOf(matters: readonly Matter[]): Slice[] {
  const found = new Map<string, { text: string; value: number }>()
  for (const { place } of matters) {
    const key = foldText(place)
    if (key === '') continue
    const { text, value } = found.get(key) ?? { text: place.trim(), value: 0 }
    found.set(key, { text, value: value + 1 })
  }
  return [...found]
    .filter(([, { value }]) => value >= OFTEN_AT_PLACE)
    .toSorted(([a, one], [b, other]) => other.value - one.value || compare(a, b))
    .slice(0, TOP_PLACES)
    .map(([key, { text, value }]) => ({ key, name: { text }, value }))
}

function hoursOf(matters: readonly Matter[]): Slice[] {
  const found = matters.map(({ at }) => civilTimeOf(at).slice(0, 2))
  return HOURS.map((key) => ({
    key,
    name: { text: key },
    value: found.filter((hour) => hour === key).length,
  }))
}

function householdsOf(matters: readonly Matter[]): Hotspots['households'] {
  const found = new Map<string, { unitCode: string; mine: Matter[] }>()
  for (const one of matters) {
    for (const { unitId, unitCode } of new Map(one.units.map((unit) => [unit.unitId, unit])).values()) {
      const { mine } = found.get(unitId) ?? { mine: [] }
      found.set(unitId, { unitCode, mine: [...mine, one] })
    }
  }
  return [...found]
    .filter(([, { mine }]) => areMany(mine))
    .map(([unitId, { unitCode, mine }]) => ({
      unitId,
      unitCode,
      count: distinct(mine),
      records: mine.map(({ table, id }) => ({ table, id })),
    }))
    .toSorted((a, b) => b.count - a.count || compare(a.unitCode, b.unitCode))
}

function areMany(mine: readonly Matter[]): boolean {
  const begun = mine.filter(({ begunInSpan, id, matter }) => begunInSpan && id === matter)
  return distinct(begun) >= MANY_BEGUN || distinct(mine) >= MANY_OPEN
}

function distinct(matters: readonly Matter[]): number {
  return new Set(matters.map(({ matter }) => matter)).size
}

/** By code point, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
