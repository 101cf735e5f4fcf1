import { DAY, HOUR, legalDaysEnd, type Moment, monthsEnd } from './calendar'
import type { ComplaintFact, YearFacts } from './facts'
import {
  carryOf,
  isIn,
  isSameMonth,
  type Matter,
  type Month,
  occupiedAt,
  type Reckoned,
  tally,
} from './reckon'

const CAUSES = [
  'attitude',
  'timeliness',
  'quality',
  'fees',
  'facilities',
  'safetyParking',
  'cleaningGreening',
  'community',
  'emergency',
  'neighbours',
  'developer',
]
const CHANNELS = [
  'phone',
  'visit',
  'letter',
  'email',
  'suggestionBox',
  'media',
  'authority',
  'headOffice',
  'staff',
]
const REPLY_DAYS = 10
const VISIT_HOURS = 24

/** What the words of the statistics say of the complaints of a month, from the facts alone. */
export function reckonComplaints(month: Month): Reckoned {
  const { facts, from, until } = month
  const carryOver = carryOf(mattersOf(facts), month)
  const added = facts.complaints.filter(
    (fact) => fact.repeatOf === null && isIn(fact.at, month) && !goneAtOnce(fact),
  )
  const living = facts.complaints.filter((fact) => !isGone(fact))
  const attempts = living.flatMap(({ visits }) => visits).filter(({ at }) => isIn(at, month))
  const reached = attempts.filter(({ outcome }) => outcome !== 'notReached')
  const good = reached.filter(({ outcome }) => outcome === 'satisfied').length
  const fair = reached.filter(({ outcome }) => outcome === 'fairlySatisfied').length
  const punctual = living
    .filter((fact) => isIn(fact.completed?.at ?? null, month))
    .flatMap((fact) => punctuality(fact, facts))
  const replies = living.flatMap((fact) => reply(fact, facts)).filter(({ at }) => at >= from && at < until)
  const open = facts.complaints.filter((fact) => cameBefore(fact, month) && !endedBefore(fact, month))
  const closed = living.filter((fact) => isIn(fact.closedAt, month))
  const days = closed.map(({ at, closedAt }) => ((closedAt ?? at) - at) / DAY)
  const { completed, due } = carryOver
  return {
    carryOver,
    figures: {
      'complaint.added': [carryOver.added, null],
      'complaint.completed': [completed, null],
      'complaint.completionRate': [completed, due],
      'complaint.handlingRate': [completed + open.filter((fact) => isHandled(fact, month)).length, due],
      'complaint.overAMonth': [open.filter((fact) => isOverdue(fact, month)).length, null],
      'complaint.valid': [added.filter(({ judged }) => judged?.nature === 'valid').length, null],
      'complaint.repeated': [
        facts.complaints.filter(
          (fact) => fact.repeatOf !== null && fact.voidAt === null && isIn(fact.at, month),
        ).length,
        null,
      ],
      'complaint.returnVisitInTime': [punctual.filter((one) => one === 'inTime').length, punctual.length],
      'complaint.replyInTime': [replies.filter(({ inTime }) => inTime).length, replies.length],
      'complaint.satisfied': [good, reached.length],
      'complaint.satisfiedOrFairly': [good + fair, reached.length],
      'complaint.perHundredHouseholds': [carryOver.added, occupiedAt(facts, month.at)],
      'complaint.daysToClose': [toOneDecimal(days), days.length === 0 ? 0 : null],
    },
    spreads: {
      ...ofAdded(added, facts),
      'complaint.satisfaction': tally(
        ['satisfied', 'fairlySatisfied', 'dissatisfied', 'notReached'],
        attempts.map(({ outcome }) => outcome),
      ),
      'complaint.punctuality': tally(['inTime', 'late', 'owed'], punctual),
      'complaint.state': tally(
        ['accepted', 'judged', 'inProgress', 'suspended', 'handled', 'visited', 'closed', 'withdrawn'],
        [
          ...open.map((fact) => stateAt(fact, month.at)),
          ...closed.map(() => 'closed'),
          ...Array.from({ length: carryOver.withdrawn }, () => 'withdrawn'),
        ],
      ),
    },
  }
}

function ofAdded(added: readonly ComplaintFact[], facts: YearFacts): Reckoned['spreads'] {
  const byJudging = (names: string[], nameOf: (fact: ComplaintFact) => string | undefined) =>
    tally(
      [...names, 'open'],
      added.map((fact) => nameOf(fact) ?? 'open'),
    )
  return {
    'complaint.cause': byJudging(CAUSES, (fact) => causeOf(fact, facts)),
    'complaint.channel': tally(
      CHANNELS,
      added.map(({ channel }) => channel),
    ),
    'complaint.nature': byJudging(['valid', 'help', 'inquiry', 'venting'], ({ judged }) => judged?.nature),
    'complaint.severity': byJudging(['minor', 'important', 'major'], (fact) => severityOf(fact)),
    'complaint.building': tally(
      ['open'],
      added.map(({ unit }) => facts.units.find(({ code }) => code === unit)?.building ?? 'open'),
    ),
  }
}

function severityOf({ judged, escalatedAt }: ComplaintFact): string | undefined {
  return escalatedAt !== null && judged ? 'major' : judged?.severity
}

/** As the last 更正单 that was applied says it. */
function causeOf({ key, judged }: ComplaintFact, { corrections }: YearFacts): string | undefined {
  const applied = corrections.filter((one) => one.complaint === key && one.appliedAt !== null)
  return applied.at(-1)?.cause ?? judged?.cause
}

/** A complaint with those that its 不满意 opened is one matter: it ends where the last of them does. */
function mattersOf({ complaints }: YearFacts): Matter[] {
  const firsts = complaints.filter(({ repeatOf }) => repeatOf === null)
  return firsts.map((first) => {
    let last = first
    for (;;) {
      const next = complaints.find(({ repeatOf }) => repeatOf === last.key)
      if (!next) break
      last = next
    }
    const withdrawn = last.voidAt ?? last.joined?.at ?? null
    return { came: first.at, ended: last.closedAt ?? withdrawn, withdrawn: withdrawn !== null }
  })
}

function isGone({ voidAt, joined }: ComplaintFact): boolean {
  return voidAt !== null || joined !== null
}

function goneAtOnce({ at, voidAt, joined }: ComplaintFact): boolean {
  const gone = voidAt ?? joined?.at
  return gone !== undefined && gone !== null && isSameMonth(at, gone)
}

/** Its own end, of whatever kind. */
function endOf({ closedAt, voidAt, joined, visits }: ComplaintFact): Moment | null {
  const dissatisfied = visits.find(({ outcome }) => outcome === 'dissatisfied')
  return closedAt ?? voidAt ?? joined?.at ?? dissatisfied?.at ?? null
}

/** Counted, and come before the end of the month. */
function cameBefore(fact: ComplaintFact, { at }: Month): boolean {
  return fact.at < at && !(fact.repeatOf === null && goneAtOnce(fact))
}

function endedBefore(fact: ComplaintFact, { at }: Month): boolean {
  const end = endOf(fact)
  return end !== null && end < at
}

/** Work done, or a 沟通性投诉 explained. */
function isHandled({ judged, completed, answeredAt }: ComplaintFact, { at }: Month): boolean {
  if (completed) return completed.at < at
  return judged !== null && judged.nature !== 'valid' && answeredAt !== null && answeredAt < at
}

/** A period that ends with the month is over at the month's end, 24:00 of its last day. */
function isOverdue({ at, judged }: ComplaintFact, month: Month): boolean {
  return judged?.nature === 'valid' && monthsEnd(at, 1) <= month.at
}

function firstReached({ visits }: ComplaintFact): Moment | null {
  return visits.find(({ outcome }) => outcome !== 'notReached')?.at ?? null
}

/** Nothing where no visit is owed, or where it is still waited for. */
function punctuality(fact: ComplaintFact, { now }: YearFacts): string[] {
  const { completed, judged, unit, givenUpAt } = fact
  if (!completed || judged?.nature !== 'valid' || unit === null || givenUpAt !== null) return []
  const due = completed.at + VISIT_HOURS * HOUR
  const reached = firstReached(fact)
  if (reached !== null) return [reached <= due ? 'inTime' : 'late']
  return now > due ? ['owed'] : []
}

/** When it was settled whether the first answer came in time; nothing while the period runs or nobody can be answered. */
function reply(
  { at, unit, answeredAt }: ComplaintFact,
  { now }: YearFacts,
): { at: Moment; inTime: boolean }[] {
  if (unit === null) return []
  const due = legalDaysEnd(at, REPLY_DAYS)
  if (answeredAt !== null && answeredAt <= due) return [{ at: answeredAt, inTime: true }]
  // The last day belongs to the period.
  return now > due ? [{ at: due - 1, inTime: false }] : []
}

function stateAt(fact: ComplaintFact, at: Moment): string {
  const { judged, assignedAt, suspended, completed, visits } = fact
  const steps: [Moment | null | undefined, string][] = [
    [judged?.at, 'judged'],
    [assignedAt, 'inProgress'],
    [suspended?.at, 'suspended'],
    [suspended?.until, 'inProgress'],
    [completed?.typedAt, 'handled'],
    [visits.find(({ outcome }) => outcome !== 'notReached')?.at, 'visited'],
  ]
  let state = 'accepted'
  for (const [when, name] of steps) if (when !== null && when !== undefined && when < at) state = name
  return state
}

function toOneDecimal(values: readonly number[]): number {
  if (values.length === 0) return 0
  let sum = 0
  for (const value of values) sum += value
  return Math.round((sum / values.length) * 10) / 10
}
