import { VISIT_WAYS } from '../../../../shared/domain/visit/types'
import { DAY, HOUR, type Moment, monthBegin, monthNamed, wall } from './calendar'
import type { CallFact, RoundFact, VisitFact, VisitMonthFact } from './facts'
import { type Making, Pace } from './pace'

const A_MONTH = 11
const CALLS_A_MONTH = 6
const SAID = ['希望增加夜间巡逻', '楼道灯太暗', '电梯口加一块地垫', '', '', '无', '没有。']

/** 走访 of every month, each month sent to the director on the 3rd and summed up on the 8th of the next. */
export function planVisits(
  making: Making,
  begin: Moment,
  units: string[],
  months: VisitMonthFact[],
): VisitFact[] {
  const facts: VisitFact[] = []
  for (let month = begin; month < making.now; month = monthBegin(month, 1)) {
    for (let made = 0; made < A_MONTH; made += 1) {
      const about = month + making.chance.between(0.4, (monthBegin(month, 1) - month) / DAY - 0.6) * DAY
      if (about >= making.now - DAY) continue
      const sent = months.find((one) => one.month === monthNamed(month))?.submittedAt ?? null
      facts.push(oneVisit(making, { key: `visit/${monthNamed(month)}/${made}`, about, sent }, units))
    }
  }
  const about = wall(2025, 2, 7, 9)
  const sent = months.find((one) => one.month === '2025-02')?.submittedAt ?? null
  const left = oneVisit(making, { key: 'visit/left', about, sent }, units)
  const opinionAt = making.minutes.free(left.typedAt + 3 * HOUR)
  // A 反馈 that nobody ever gave.
  const never = { feedback: { needed: true, at: null }, paper: null, closedAt: null, voidAt: null }
  return [...facts, { ...left, ...never, opinionAt }]
}

export function planVisitMonths(making: Making, begin: Moment): VisitMonthFact[] {
  const months: VisitMonthFact[] = []
  for (let month = begin; monthBegin(month, 1) < making.now; month = monthBegin(month, 1)) {
    months.push({
      month: monthNamed(month),
      submittedAt: making.minutes.free(monthBegin(month, 1) + 2 * DAY + 16 * HOUR),
      // Of one month the director has said nothing yet.
      decidedAt:
        monthNamed(month) === '2025-11'
          ? null
          : making.minutes.free(monthBegin(month, 1) + 7 * DAY + 10 * HOUR),
      refusedPart: making.chance.pick(['management', 'services', 'community']),
    })
  }
  return months
}

function oneVisit(
  making: Making,
  { key, about, sent }: { key: string; about: Moment; sent: Moment | null },
  units: string[],
): VisitFact {
  const { chance, minutes } = making
  const typedAt = minutes.free(about)
  const said = () => chance.pick(SAID)
  const fact: VisitFact = {
    key,
    at: typedAt - (10 + chance.below(300)) * 60_000,
    typedAt,
    unit: chance.pick(units),
    way: chance.pick(VISIT_WAYS),
    said: { management: said(), services: said(), needs: said(), community: said(), other: '随便聊聊' },
    opinionAt: null,
    feedback: { needed: chance.happens(0.25), at: null },
    paper: null,
    closedAt: null,
    voidAt: null,
  }
  const pace = new Pace(making, typedAt)
  if (chance.happens(0.05)) return { ...fact, voidAt: pace.next(0.5, 5) }
  if (chance.happens(0.05)) return { ...fact, voidAt: pace.until(monthBegin(typedAt, 1) + 9 * HOUR) }
  fact.opinionAt = pace.next(0.5, 10)
  if (chance.happens(0.3)) fact.paper = paperOf(pace, making)
  ending(fact, pace, making, sent)
  return fact
}

function paperOf(pace: Pace, { chance }: Making): VisitFact['paper'] {
  const at = pace.next(0.1, 1)
  if (at === null) return null
  const refused = chance.happens(0.5)
  return { at, refused, againAt: refused && chance.happens(0.3) ? pace.next(0.1, 1) : null }
}

/** What waits for nothing is closed when its month goes to the director; else once its 反馈 is given. */
function ending(fact: VisitFact, pace: Pace, { chance, now }: Making, sent: Moment | null): void {
  if (!fact.feedback.needed) {
    fact.closedAt = sent
    return
  }
  if (chance.happens(0.2)) return
  const early = chance.happens(0.5)
  fact.feedback.at = early ? pace.next(1, 30) : pace.until((sent ?? now) + chance.between(2, 900) * HOUR)
  const { at } = fact.feedback
  if (at === null) return
  fact.closedAt = sent === null || at < sent ? sent : pace.next(1, 5)
}

/** 回访 beside those of complaints: free, of a repair; some of them void, some for the quarter's round. */
export function planCalls(
  making: Making,
  begin: Moment,
  units: string[],
): { calls: CallFact[]; rounds: RoundFact[] } {
  const rounds = planRounds(making, units)
  const calls: CallFact[] = []
  for (let month = begin; month < making.now; month = monthBegin(month, 1)) {
    for (let made = 0; made < CALLS_A_MONTH; made += 1) {
      const about = month + making.chance.between(1, 27) * DAY
      if (about < making.now - DAY)
        calls.push(oneCall(making, `call/${monthNamed(month)}/${made}`, about, units))
    }
  }
  return { calls: [...calls, ...rounds.flatMap((round) => callsOf(making, round))], rounds }
}

function planRounds({ minutes }: Making, units: string[]): RoundFact[] {
  return [0, 1, 2, 3].map((quarter) => ({
    id: `2025-Q${quarter + 1}`,
    at: minutes.free(wall(2025, quarter * 3 + 1, 6, 9)),
    units: units.slice(quarter * 5, quarter * 5 + 9),
    skipped: units.slice(quarter * 5, quarter * 5 + 1 + (quarter % 2)),
  }))
}

function callsOf(making: Making, { id, at, units, skipped }: RoundFact): CallFact[] {
  const called = units.filter((unit) => !skipped.includes(unit)).slice(0, 5)
  return called.map((unit, place) => {
    const about = at + making.chance.between(2, 70) * DAY
    const call = oneCall(making, `${id}/${unit}`, about, [unit])
    const pace = new Pace(making, call.typedAt)
    return { ...call, source: 'free', round: id, voidAt: place === 0 ? pace.next(1, 20) : null }
  })
}

function oneCall(making: Making, key: string, about: Moment, units: string[]): CallFact {
  const { chance, minutes } = making
  const typedAt = minutes.free(about)
  const fact: CallFact = {
    key,
    at: typedAt - chance.below(3) * HOUR,
    typedAt,
    unit: chance.pick(units),
    source: chance.pick(['free', 'repair', 'suggestion']),
    grade: chance.pick(['A', 'A', 'B', 'C']),
    voidAt: null,
    round: '',
  }
  if (chance.happens(0.12)) fact.voidAt = new Pace(making, typedAt).next(1, 24 * 9)
  return fact
}
