import { monthNamed } from './calendar'
import type { VisitFact } from './facts'
import { carryOf, isIn, type Month, occupiedAt, type Reckoned, tally } from './reckon'

const WAYS = ['doorstep', 'office', 'outdoors', 'questionnaire', 'phone', 'other']
const PARTS = ['management', 'services', 'community']
const NOTHING = new Set(['', '无', '没有。'])

/** What the words of the statistics say of the visits of a month. */
export function reckonVisits(month: Month): Reckoned {
  const { facts } = month
  const living = facts.visits.filter(({ voidAt }) => voidAt === null)
  const made = living.filter(({ at }) => isIn(at, month))
  const occupied = occupiedAt(facts, month.at)
  const year = monthNamed(month.from).slice(0, 4)
  const doorstep = living.filter(
    ({ at, way }) => way === 'doorstep' && monthNamed(at).startsWith(year) && at < month.until,
  )
  const suggestions = made.flatMap(suggestionsOf)
  const decided = facts.visitMonths.find(
    (one) => one.month === monthNamed(month.from) && one.decidedAt !== null,
  )
  const refused = decided ? suggestions.filter((part) => part === decided.refusedPart).length : 0
  return {
    carryOver: carryOf(
      facts.visits.map(({ at, closedAt, voidAt }) => ({
        came: at,
        ended: closedAt ?? voidAt,
        withdrawn: voidAt !== null,
      })),
      month,
    ),
    figures: {
      'visit.monthGoal': [households(made), occupied],
      'visit.yearGoal': [households(doorstep), occupied],
      'visit.recorded': [made.length, null],
      'visit.refused': [made.filter(({ paper }) => paper?.refused && paper.againAt === null).length, null],
      'visit.suggestions': [suggestions.length, null],
      'visit.adopted': [decided ? suggestions.length - refused : 0, null],
      'visit.notAdopted': [refused, null],
    },
    spreads: {
      'visit.way': tally(
        WAYS,
        made.map(({ way }) => way),
      ),
      'visit.part': tally(PARTS, suggestions),
    },
  }
}

function households(visits: readonly VisitFact[]): number {
  return new Set(visits.map(({ unit }) => unit)).size
}

/** The parts in which somebody said something. */
function suggestionsOf({ said }: VisitFact): string[] {
  return PARTS.filter((part) => !NOTHING.has(said[part] ?? ''))
}

/** What the words of the statistics say of the 回访 of a month: those of complaints, and those of their own. */
export function reckonCalls(month: Month): Reckoned {
  const { complaints, calls } = month.facts
  const grades: Record<string, string> = { satisfied: 'A', fairlySatisfied: 'B', dissatisfied: 'C' }
  const ofComplaints = complaints
    .flatMap(({ visits }) => visits)
    .filter(({ outcome }) => outcome !== 'notReached')
    .map(({ at, outcome }) => ({ at, source: 'complaint', grade: grades[outcome] ?? '' }))
  const all = [...ofComplaints, ...calls.filter(({ voidAt }) => voidAt === null)]
  const made = all.filter(({ at }) => isIn(at, month))
  const satisfied = made.filter(({ grade }) => grade === 'A').length
  const fairly = made.filter(({ grade }) => grade === 'B').length
  return {
    carryOver: null,
    figures: {
      'returnVisit.recorded': [made.length, null],
      'returnVisit.satisfied': [satisfied, made.length],
      'returnVisit.satisfiedOrFairly': [satisfied + fairly, made.length],
      'returnVisit.roundProgress': roundOf(month),
    },
    spreads: {
      'returnVisit.source': tally(
        ['complaint', 'repair', 'suggestion', 'free'],
        made.map(({ source }) => source),
      ),
      'returnVisit.satisfaction': tally(
        ['A', 'B', 'C'],
        made.map(({ grade }) => grade),
      ),
    },
  }
}

/** 季度回访 of the month's quarter, as far as it is by now. */
function roundOf({ from, facts }: Month): [number, number] {
  const date = new Date(from)
  const id = `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`
  const round = facts.rounds.find((one) => one.id === id)
  if (!round) return [0, 0]
  const called = facts.calls.filter((call) => call.round === id && call.voidAt === null)
  return [called.length, round.units.length - round.skipped.length]
}
