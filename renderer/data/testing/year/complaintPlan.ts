import { CAUSES, CHANNELS } from '../../../../shared/domain/complaint/types'
import { DAY, HOUR, type Moment, monthBegin, monthsEnd, wall } from './calendar'
import type { ComplaintFact } from './facts'
import { type Making, Pace } from './pace'

/** Most complaints are minor. */
const SEVERITIES = ['minor', 'minor', 'minor', 'important', 'major']
const COMMUNICATIVE = ['help', 'inquiry', 'venting']

type Story = (fact: ComplaintFact, pace: Pace, making: Making) => ComplaintFact[]

/** A complaint that came in, of which nothing else is known yet. */
function begun(key: string, at: Moment, unit: string | null, { chance }: Making): ComplaintFact {
  return {
    key,
    at,
    typedAt: at,
    channel: chance.pick(CHANNELS),
    unit,
    reservedAt: null,
    judged: null,
    assignedAt: null,
    suspended: null,
    completed: null,
    answeredAt: null,
    visits: [],
    givenUpAt: null,
    closedAt: null,
    voidAt: null,
    joined: null,
    repeatOf: null,
    escalatedAt: null,
  }
}

/** Complaints of the year: so many a month by chance, and those whose moments lie on an edge. */
export function planComplaints(
  making: Making,
  begin: Moment,
  aMonth: number,
  units: string[],
): ComplaintFact[] {
  const facts: ComplaintFact[] = []
  for (let month = begin; month < making.now; month = monthBegin(month, 1)) {
    const days = (monthBegin(month, 1) - month) / DAY
    for (let made = 0; made < aMonth; made += 1) {
      const at = month + making.chance.between(0.4, days - 0.1) * DAY
      if (at < making.now - DAY) facts.push(...oneComplaint(making, `${month}/${made}`, at, units))
    }
  }
  return [...facts, ...onTheEdge(making, units)].map((fact) => withEscalation(fact, making))
}

function oneComplaint(making: Making, key: string, about: Moment, units: string[]): ComplaintFact[] {
  const { chance, minutes } = making
  const typedAt = minutes.free(about)
  const fact = { ...begun(key, typedAt, chance.pick(units), making), typedAt }
  if (chance.happens(0.12)) fact.at = typedAt - (1 + chance.below(18)) * HOUR
  else if (chance.happens(0.06)) {
    fact.reservedAt = minutes.free(typedAt - (2 + chance.below(30)) * HOUR)
    fact.at = fact.reservedAt + Math.floor((typedAt - fact.reservedAt) / 120_000) * 60_000
  }
  return storyBy(chance.next())(fact, new Pace(making, typedAt), making)
}

function storyBy(roll: number): Story {
  const stories: [number, Story][] = [
    [0.03, voidSoon],
    [0.06, voidNextMonth],
    [0.08, voidAfterVisit],
    [0.12, joinedIntoAnother],
    [0.24, communicative],
    [0.29, nobodyKnown],
    [0.33, givenUp],
    [0.43, dissatisfied],
    [0.49, overAMonth],
    [0.56, stuck],
    [1, plain],
  ]
  return stories.find(([below]) => roll < below)?.[1] ?? plain
}

const voidSoon: Story = (fact, pace, { chance }) => {
  if (chance.happens(0.5)) judged(fact, pace, 'valid', chance.pick(SEVERITIES), chance.pick(CAUSES))
  fact.voidAt = pace.next(1, 20)
  return [fact]
}

const voidNextMonth: Story = (fact, pace, { chance }) => {
  judged(fact, pace, 'valid', 'minor', chance.pick(CAUSES))
  fact.voidAt = pace.until(monthBegin(fact.typedAt, 1) + chance.between(0.3, 8) * DAY)
  return [fact]
}

const voidAfterVisit: Story = (fact, pace, making) => {
  worked(fact, pace, making)
  visited(fact, pace, 3, 10, 'satisfied')
  fact.voidAt = pace.next(1, 20)
  return [fact]
}

/** The same person's matter entered twice; the earlier one goes on alone. */
const joinedIntoAnother: Story = (fact, pace, making) => {
  const { chance, minutes } = making
  const secondAt = minutes.free(fact.typedAt + HOUR)
  const second = { ...begun(`${fact.key}j`, secondAt, fact.unit, making), typedAt: secondAt }
  const nextMonth = monthBegin(secondAt, 1)
  // Some are joined in the month after the one in which they came.
  const late = chance.happens(0.5) && nextMonth - secondAt < 6 * DAY
  const at = minutes.free(late ? nextMonth + 2 * HOUR : secondAt + chance.between(1, 20) * HOUR)
  if (at < making.now) second.joined = { at, into: fact.key }
  pace.until(at)
  return [second, ...plain(fact, pace, making)]
}

const communicative: Story = (fact, pace, { chance }) => {
  judged(fact, pace, chance.pick(COMMUNICATIVE), 'minor', chance.pick(CAUSES))
  if (chance.happens(0.1)) return [fact]
  fact.answeredAt = pace.next(1, 40)
  if (fact.answeredAt !== null && !chance.happens(0.15)) fact.closedAt = pace.next(1, 90)
  return [fact]
}

/** 匿名 without a trace: nobody can be answered or visited. */
const nobodyKnown: Story = (fact, pace, making) => {
  fact.unit = null
  judged(fact, pace, 'valid', 'minor', making.chance.pick(CAUSES))
  assigned(fact, pace)
  completed(fact, pace, making, 10, 70)
  if (fact.completed) fact.closedAt = pace.next(1, 90)
  return [fact]
}

const givenUp: Story = (fact, pace, making) => {
  worked(fact, pace, making)
  for (const hours of [3, 20, 24]) visited(fact, pace, hours, hours + 6, 'notReached')
  if (fact.visits.length < 3) return [fact]
  fact.givenUpAt = pace.next(1, 5)
  if (fact.givenUpAt !== null && making.chance.happens(0.7)) fact.closedAt = pace.next(1, 30)
  return [fact]
}

const dissatisfied: Story = (fact, pace, making) => {
  worked(fact, pace, making)
  visited(fact, pace, 4, 40, 'dissatisfied')
  const visit = fact.visits.at(-1)
  if (!visit) return [fact]
  const again = {
    ...begun(`${fact.key}r`, visit.at, fact.unit, making),
    repeatOf: fact.key,
    channel: 'phone',
  }
  const goesOn = making.chance.pick([plain, plain, plain, dissatisfied, stuck, voidNextMonth])
  return [fact, ...goesOn(again, pace, making)]
}

const overAMonth: Story = (fact, pace, making) => {
  judged(fact, pace, 'valid', 'important', making.chance.pick(CAUSES))
  assigned(fact, pace)
  if (making.chance.happens(0.2)) return [fact]
  fact.answeredAt = pace.next(20, 60)
  pace.next(24 * 33, 24 * 50)
  completed(fact, pace, making, 1, 20)
  if (fact.completed) visited(fact, pace, 2, 30, 'fairlySatisfied')
  if (fact.visits.length > 0) fact.closedAt = pace.next(1, 60)
  return [fact]
}

/** Left somewhere on the way. */
const stuck: Story = (fact, pace, making) => {
  const { chance } = making
  if (chance.happens(0.2)) return [fact]
  judged(fact, pace, 'valid', 'minor', chance.pick(CAUSES))
  if (chance.happens(0.2)) return [fact]
  assigned(fact, pace)
  if (chance.happens(0.3)) {
    const at = pace.next(4, 20)
    if (at !== null) fact.suspended = { at, until: null }
    return [fact]
  }
  completed(fact, pace, making, 5, 60)
  if (fact.completed && chance.happens(0.4)) visited(fact, pace, 2, 50, 'satisfied')
  return [fact]
}

const plain: Story = (fact, pace, making) => {
  const { chance } = making
  worked(fact, pace, making)
  for (let tries = 0; tries < 2 && chance.happens(0.2); tries += 1) visited(fact, pace, 2, 6, 'notReached')
  const late = chance.happens(0.12) ? 26 : 0
  const outcome = chance.pick(['satisfied', 'satisfied', 'fairlySatisfied'])
  if (chance.happens(0.08) && fact.completed) {
    // To the minute: the last moment of the 24 hours is in time.
    const at = pace.until(fact.completed.at + DAY)
    if (at !== null) fact.visits.push({ at, outcome })
  } else visited(fact, pace, 2 + late, 14 + late, outcome)
  if (fact.visits.at(-1)?.outcome === outcome) fact.closedAt = pace.next(0.5, 90)
  return [fact]
}

/** From 判定 to 处理完毕 and 答复. */
function worked(fact: ComplaintFact, pace: Pace, making: Making): void {
  const { chance } = making
  judged(fact, pace, 'valid', chance.pick(SEVERITIES), chance.pick(CAUSES))
  assigned(fact, pace)
  if (chance.happens(0.08)) {
    const [at, until] = [pace.next(4, 20), pace.next(48, 110)]
    if (at !== null) fact.suspended = { at, until }
  }
  const lateAnswer = chance.happens(0.07)
  if (lateAnswer) pace.next(24 * 13, 24 * 17)
  completed(fact, pace, making, 6, 60)
  if (fact.completed) fact.answeredAt = pace.next(0.2, 8)
}

function judged(fact: ComplaintFact, pace: Pace, nature: string, severity: string, cause: string): void {
  const at = pace.next(0.3, 10)
  if (at !== null) fact.judged = { at, nature, severity, cause }
}

function assigned(fact: ComplaintFact, pace: Pace): void {
  if (fact.judged) fact.assignedAt = pace.next(0.2, 5)
}

/** Some of it is written down hours after the work was done. */
function completed(fact: ComplaintFact, pace: Pace, { chance }: Making, from: number, to: number): void {
  const typedAt = fact.assignedAt === null ? null : pace.next(from, to)
  if (typedAt === null) return
  fact.completed = { at: chance.happens(0.15) ? typedAt - (1 + chance.below(4)) * HOUR : typedAt, typedAt }
}

function visited(fact: ComplaintFact, pace: Pace, from: number, to: number, outcome: string): void {
  const at = fact.completed && (fact.answeredAt !== null || fact.unit === null) ? pace.next(from, to) : null
  if (at !== null) fact.visits.push({ at, outcome })
}

/** The first minutes after its month, in which the calendar makes a 有效投诉 that is not handled 重大. */
function withEscalation(fact: ComplaintFact, { minutes, now }: Making): ComplaintFact {
  const over = monthsEnd(fact.at, 1)
  const ended = fact.closedAt ?? fact.voidAt ?? fact.joined?.at ?? now
  const done = Math.min(ended, fact.completed?.typedAt ?? now)
  if (fact.judged?.nature !== 'valid' || done <= over || over + HOUR > now) return fact
  return { ...fact, escalatedAt: minutes.free(over) }
}

/** Moments on the edges of months and periods, where a figure is most easily wrong. */
function onTheEdge(making: Making, units: string[]): ComplaintFact[] {
  const made = (key: string, at: Moment, typedAt = at): [ComplaintFact, Pace] => {
    const typed = making.minutes.free(typedAt)
    const fact = { ...begun(key, at, making.chance.pick(units), making), typedAt: typed }
    return [fact, new Pace(making, typed)]
  }
  const plainly = (key: string, at: Moment, typedAt = at) => {
    const [fact, pace] = made(key, at, typedAt)
    return plain(fact, pace, making)
  }
  const [closing, toClose] = made('edge/closedAtMidnight', wall(2025, 6, 25, 9))
  worked(closing, toClose, making)
  visited(closing, toClose, 2, 5, 'satisfied')
  closing.closedAt = toClose.until(wall(2025, 7, 1))
  const [fromPaper, later] = made('edge/fromPaperAndVoid', wall(2025, 9, 30, 22), wall(2025, 10, 1, 8))
  fromPaper.voidAt = later.until(wall(2025, 10, 1, 9))
  const [short, shortPace] = made('edge/endOfJanuary', wall(2025, 1, 31, 10))
  const [long, longPace] = made('edge/endOfMarch', wall(2025, 3, 31, 9))
  // Two of a month that is signed early, on which nobody goes on working.
  const [working, workingPace] = made('left/working', wall(2025, 2, 10, 9))
  judged(working, workingPace, 'valid', 'minor', 'quality')
  assigned(working, workingPace)
  const [waiting, waitingPace] = made('left/waiting', wall(2025, 2, 11, 9))
  judged(waiting, waitingPace, 'valid', 'minor', 'quality')
  assigned(waiting, waitingPace)
  completed(waiting, waitingPace, making, 5, 20)
  return [
    working,
    waiting,
    ...plainly('edge/midnight', wall(2025, 4, 1)),
    ...plainly('edge/lastMinute', wall(2025, 5, 31, 23, 59)),
    closing,
    fromPaper,
    ...overAMonth(short, shortPace, making),
    ...overAMonth(long, longPace, making),
  ]
}
