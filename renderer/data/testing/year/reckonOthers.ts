import { HOUR, hourOf, type Moment, monthsEnd } from './calendar'
import type { FoundFact, IncidentFact, YearFacts } from './facts'
import { carryOf, isIn, isSameMonth, type Month, type Reckoned, tally } from './reckon'

const KINDS = [
  'theft',
  'propertyDamage',
  'drunk',
  'fight',
  'medical',
  'death',
  'powerCut',
  'fire',
  'lift',
  'waterLeak',
  'fallingObject',
  'slip',
  'vehicleDamage',
  'suspiciousObject',
  'foodPoisoning',
  'traffic',
  'weather',
  'publicHealth',
  'other',
]
const REPORT_HOURS = 24

function goneAtOnce({ at, voidAt }: { at: Moment; voidAt: Moment | null }): boolean {
  return voidAt !== null && isSameMonth(at, voidAt)
}

/** What the words of the statistics say of the incidents of a month. */
export function reckonIncidents(month: Month): Reckoned {
  const { incidents, now } = month.facts
  const added = incidents.filter((fact) => isIn(fact.at, month) && !goneAtOnce(fact))
  const living = added.filter(({ voidAt }) => voidAt === null)
  const dueAt = ({ occurredAt }: IncidentFact) => occurredAt + REPORT_HOURS * HOUR
  const reported = living.filter((fact) => fact.submittedAt !== null || now > dueAt(fact))
  const inTime = reported.filter((fact) => fact.submittedAt !== null && fact.submittedAt <= dueAt(fact))
  const signed = added
    .flatMap(({ compensations }) => compensations)
    .filter(({ outcome }) => outcome === 'signed')
  return {
    carryOver: carryOf(
      incidents.map(({ at, archivedAt, voidAt }) => ({
        came: at,
        ended: archivedAt ?? voidAt,
        withdrawn: voidAt !== null,
      })),
      month,
    ),
    figures: {
      'incident.added': [added.length, null],
      'incident.handled': [living.filter(isFinished).length, living.length],
      'incident.firstReportInTime': [inTime.length, reported.length],
      'incident.hurt': [added.map(personsHurt).reduce((sum, hurt) => sum + hurt, 0), null],
      'incident.losses': [yuan(added.flatMap(({ losses }) => losses)), null],
      'incident.compensation': [yuan(signed.map(({ amount }) => amount)), null],
    },
    spreads: {
      'incident.kind': tally(
        KINDS,
        added.map(({ kind }) => kind),
      ),
      'incident.severity': tally(
        ['minor', 'important', 'major', 'open'],
        added.map(({ severity, submittedAt }) => (submittedAt === null ? 'open' : (severity ?? 'open'))),
      ),
      'incident.hour': tally(
        Array.from({ length: 24 }, (_, hour) => twoDigits(hour)),
        added.map(({ occurredAt }) => twoDigits(hourOf(occurredAt))),
      ),
    },
  }
}

/** 主管已核 where that is enough, 主任已批, 归档. */
function isFinished({ kind, severity, personHurt, injuries, verifiedAt, approvedAt }: IncidentFact): boolean {
  const grave = kind === 'death' || kind === 'fire' || severity === 'major' || personHurt || injuries > 0
  return grave ? approvedAt !== null : verifiedAt !== null
}

function personsHurt({ kind, personHurt, injuries }: IncidentFact): number {
  return kind === 'death' || personHurt || injuries > 0 ? Math.max(injuries, 1) : 0
}

function yuan(amounts: readonly (number | null)[]): number {
  let fen = 0
  for (const amount of amounts) fen += Math.round((amount ?? 0) * 100)
  return fen / 100
}

function twoDigits(hour: number): string {
  return hour < 10 ? `0${hour}` : String(hour)
}

/** What the words of the statistics say of the found things of a month. */
export function reckonFound(month: Month): Reckoned {
  const { found } = month.facts
  const leftAt = (fact: FoundFact) => fact.claimedAt ?? fact.handedOverAt ?? fact.disposedAt ?? fact.voidAt
  const carryOver = carryOf(
    found.map((fact) => ({ came: fact.at, ended: leftAt(fact), withdrawn: fact.voidAt !== null })),
    month,
  )
  const added = found.filter((fact) => isIn(fact.at, month) && !goneAtOnce(fact))
  const kept = found.filter((fact) => {
    const left = leftAt(fact)
    return fact.at < month.until && (left === null || left >= month.until) && !goneAtOnce(fact)
  })
  const count = (holds: (fact: FoundFact) => boolean) => found.filter(holds).length
  const claimed = count(({ claimedAt }) => isIn(claimedAt, month))
  return {
    carryOver,
    figures: {
      'lostItem.added': [added.length, null],
      'lostItem.claimed': [claimed, null],
      'lostItem.handedOver': [count(({ handedOverAt }) => isIn(handedOverAt, month)), null],
      'lostItem.disposed': [count(({ disposedAt }) => isIn(disposedAt, month)), null],
      'lostItem.kept': [kept.length, null],
      'lostItem.claimRate': [claimed, carryOver.due - carryOver.withdrawn],
    },
    spreads: {
      'lostItem.ageing': tally(
        ['upTo1Month', 'upTo3Months', 'upTo1Year', 'over1Year'],
        kept.map(({ at }) => ageOf(at, month.at)),
      ),
      'lostItem.value': tally(
        ['upTo100', 'over100'],
        added.map(({ band }) => band),
      ),
    },
  }
}

/** A period that ends with the month is over at the month's end, 24:00 of its last day. */
function ageOf(handedInAt: Moment, at: Moment): string {
  if (at < monthsEnd(handedInAt, 1)) return 'upTo1Month'
  if (at < monthsEnd(handedInAt, 3)) return 'upTo3Months'
  return at < monthsEnd(handedInAt, 12) ? 'upTo1Year' : 'over1Year'
}

/** What the words of the statistics say of the 寻物登记 of a month. */
export function reckonLost(month: Month): Reckoned {
  const { lost } = month.facts
  return {
    carryOver: carryOf(
      lost.map(({ at, foundAt, closedAt, voidAt }) => ({
        came: at,
        ended: foundAt ?? closedAt ?? voidAt,
        withdrawn: voidAt !== null,
      })),
      month,
    ),
    figures: {
      'lostReport.added': [lost.filter((fact) => isIn(fact.at, month) && !goneAtOnce(fact)).length, null],
      'lostReport.found': [lost.filter(({ foundAt }) => isIn(foundAt, month)).length, null],
      'lostReport.closed': [lost.filter(({ closedAt }) => isIn(closedAt, month)).length, null],
    },
    spreads: {},
  }
}

/** What the words of the statistics say of the 更正单 of a month. */
export function reckonCorrections(month: Month): Reckoned {
  const { corrections }: YearFacts = month.facts
  const carryOver = carryOf(
    corrections.map(({ at, appliedAt, rejectedAt, voidAt }) => ({
      came: at,
      ended: appliedAt ?? rejectedAt ?? voidAt,
      withdrawn: voidAt !== null,
    })),
    month,
  )
  return {
    carryOver,
    figures: {
      'correction.added': [carryOver.added, null],
      'correction.applied': [corrections.filter(({ appliedAt }) => isIn(appliedAt, month)).length, null],
      'correction.open': [carryOver.carriedOut, null],
    },
    spreads: {},
  }
}
