import { chanceFrom } from '../../demo/chance'
import { DAY, HOUR, monthBegin, wall } from './calendar'
import { planComplaints } from './complaintPlan'
import type { ComplaintFact, CorrectionFact, UnitFact, YearFacts } from './facts'
import { planIncidents } from './incidentPlan'
import { planLostProperty } from './lostPlan'
import { type Making, Minutes, Pace } from './pace'
import { planCalls, planVisitMonths, planVisits } from './visitPlan'

/** The first month of the books, the year after it, and days of the month that still runs. */
const BEGIN = wall(2024, 12, 1)
const NOW = wall(2026, 1, 20, 12)
/** When the first month is locked, so that 更正单 of it can be asked for. */
const LOCKED = wall(2025, 1, 10, 10)

/** What each 更正单 says instead. */
const CORRECTED = [
  'fees',
  'community',
  'quality',
  'attitude',
  'timeliness',
  'emergency',
  'developer',
  'neighbours',
]

const STATUSES = ['ownerOccupied', 'ownerOccupied', 'ownerOccupied', 'let', 'vacant', 'unsold'] as const

/** A made-up year as plain facts, the same for the same seed. */
export function planYear(seed: number, complaintsAMonth: number): YearFacts {
  const making: Making = { chance: chanceFrom(seed), minutes: new Minutes(), now: NOW }
  const { chance, minutes } = making
  const estate = planUnits()
  const units = estate.map(({ code }) => code)
  const visitMonths = planVisitMonths(making, BEGIN)
  const complaints = planComplaints(making, BEGIN, complaintsAMonth, units)
  return {
    from: BEGIN,
    now: NOW,
    units: estate,
    moves: Array.from({ length: 30 }, (_, place) => ({
      at: minutes.free(BEGIN + ((NOW - BEGIN) * (place + chance.next())) / 30),
      unit: chance.pick(units),
      status: chance.pick(STATUSES),
    })),
    complaints,
    blanks: [wall(2025, 2, 27, 17), wall(2025, 6, 3, 10), wall(2025, 12, 31, 23)].map((at) =>
      minutes.free(at),
    ),
    ...planCalls(making, BEGIN, units),
    incidents: planIncidents(making, BEGIN),
    ...planLostProperty(making, BEGIN),
    visits: planVisits(making, BEGIN, units, visitMonths),
    planned: [{ at: minutes.free(wall(2025, 5, 5, 9)), unit: units[0] ?? '' }],
    visitMonths,
    shelfCounts: [3, 6, 9, 12].map((month) => minutes.free(wall(2025, month, 20, 9))),
    locked: { month: '2024-12', at: minutes.free(LOCKED) },
    corrections: planCorrections(making, complaints),
  }
}

/** Buildings whose names sort by number: 2 before 10. */
function planUnits(): UnitFact[] {
  const buildings = ['1', '2', '3', '10', '12']
  return buildings.flatMap((building, row) =>
    Array.from({ length: 9 }, (_, floor) => ({
      code: `${building}-1-${floor + 1}01`,
      building,
      status: STATUSES[(row + floor) % STATUSES.length] ?? 'vacant',
    })),
  )
}

/** 更正单 of complaints that were closed in the locked month: applied, refused, void and still waiting. */
function planCorrections(making: Making, complaints: ComplaintFact[]): CorrectionFact[] {
  const closed = complaints.filter(
    ({ at, judged, closedAt }) =>
      judged && closedAt !== null && at >= BEGIN && closedAt < monthBegin(BEGIN, 1),
  )
  const asked = [
    wall(2025, 1, 12, 9),
    wall(2025, 1, 28, 9),
    wall(2025, 3, 4, 9),
    wall(2025, 3, 10, 9),
    wall(2025, 4, 29, 9),
    wall(2025, 11, 5, 9),
    wall(2026, 1, 5, 9),
  ]
  return asked.map((about, place): CorrectionFact => {
    const at = making.minutes.free(about)
    const pace = new Pace(making, at)
    const target = closed[place % closed.length]
    const fact: CorrectionFact = {
      key: `correction/${place}`,
      at,
      complaint: target?.key ?? '',
      cause: CORRECTED.find((cause, from) => from >= place && cause !== target?.judged?.cause) ?? '',
      verifiedAt: null,
      appliedAt: null,
      rejectedAt: null,
      voidAt: null,
    }
    if (place < 2) return { ...fact, verifiedAt: pace.next(5, 30), appliedAt: pace.next(80, 100) }
    if (place === 2) return { ...fact, rejectedAt: pace.next(24, 48) }
    if (place === 3) return { ...fact, voidAt: pace.next(3, 5) }
    if (place === 4) return { ...fact, voidAt: pace.until(at + 3 * DAY + HOUR) }
    return place === 5 ? { ...fact, verifiedAt: pace.next(5, 30) } : fact
  })
}
