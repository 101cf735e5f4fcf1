import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, shiftDay, weekdayOf } from '../../util/civilTime'
import type { CivilDay } from '../../util/instant'
import { shiftMonths } from '../../util/months'
import { monthGoal, yearGoal } from '../visit/goals'
import { DEFAULT_PLAN, PLAN_DUTIES, PLAN_FREQUENCIES, type PlanDuty, type TimedDuty } from './plan'
import { periodsIn, stretchOf } from './planPeriods'
import { type PlanFacts, type PlanLine, planLines, wholeShare } from './servicePlan'

const MONTH = '2026-11'

function factsOf(change: Partial<PlanFacts> = {}, deeds: Partial<Record<TimedDuty, CivilDay[] | null>> = {}) {
  const none = wholeShare(0, 0)
  const facts: PlanFacts = {
    shares: {
      visits: { month: monthGoal(0, 0), year: yearGoal(0, 0) },
      incidents: { month: none, year: none },
      archive: { month: none, year: none },
    },
    deeds: {
      weeklySummary: [],
      monthlySummary: [],
      training: [],
      assessment: [],
      households: [],
      quarterlyRound: [],
      ...deeds,
    },
    since: '2026-01-01',
    now: instantOf('2026-11-20'),
    ...change,
  }
  return facts
}

function lineOf(duty: PlanDuty, facts: PlanFacts, plan = DEFAULT_PLAN): PlanLine | undefined {
  return planLines(plan, facts, MONTH).find((line) => line.duty === duty)
}

describe('年度服务计划 (domain 12)', () => {
  it('has every duty in its order, and none that the office switched off', () => {
    expect(planLines(DEFAULT_PLAN, factsOf(), MONTH).map(({ duty }) => duty)).toEqual([...PLAN_DUTIES])
    const without = planLines({ ...DEFAULT_PLAN, training: 'off' }, factsOf(), MONTH)
    expect(without.map(({ duty }) => duty)).not.toContain('training')
  })

  // November 2026 has Mondays on the 2nd, 9th, 16th, 23rd and 30th; the year has 52.
  it.each([
    ['nothing noted, the week of the 2nd is over', '2026-11-20', [], [0, 5, 'missed']],
    ['every week so far', '2026-11-20', ['2026-11-02', '2026-11-15', '2026-11-18'], [3, 5, 'open']],
    ['twice in one week counts once', '2026-11-08', ['2026-11-03', '2026-11-05'], [1, 5, 'open']],
    ['the Sunday before belongs to October', '2026-11-03', ['2026-11-01'], [0, 5, 'open']],
    [
      'every week',
      '2026-12-20',
      ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
      [5, 5, 'done'],
    ],
    // The week of the 30th is of November, but it goes on into December.
    [
      'the last week runs on past the month',
      '2026-12-03',
      ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
      [4, 5, 'open'],
    ],
  ] as const)('员工培训 weekly: %s', (_, today, days, [done, target, status]) => {
    const facts = factsOf({ now: instantOf(today), since: '2026-11-01' }, { training: [...days] })
    expect(lineOf('training', facts)?.month).toMatchObject({ scope: 'month', done, target, status })
  })

  it.each([
    // The week of the 2nd may still be summed up in the week after.
    ['2026-11-15', [], 'open'],
    ['2026-11-16', [], 'missed'],
    ['2026-11-16', ['2026-11-02'], 'open'],
  ] as const)('周报 on %s with %j: %s', (today, days, status) => {
    const facts = factsOf({ now: instantOf(today), since: '2026-11-02' }, { weeklySummary: [...days] })
    expect(lineOf('weeklySummary', facts)?.month?.status).toBe(status)
  })

  it.each([
    ['2026-12-10', 'open'],
    ['2026-12-11', 'missed'],
  ] as const)('月报 of a month may be signed until the 10th of the next: on %s %s', (today, status) => {
    const facts = factsOf({ now: instantOf(today), since: '2026-11-02' })
    expect(lineOf('monthlySummary', facts)?.month).toMatchObject({ done: 0, target: 1, status })
  })

  it('shows a quarterly duty within its quarter, and four of them a year', () => {
    const facts = factsOf({}, { quarterlyRound: ['2026-01-01', '2026-10-01'] })
    const line = lineOf('quarterlyRound', facts)
    expect(line?.month).toEqual({ scope: 'quarter', done: 1, target: 1, denominator: null, status: 'done' })
    expect(line?.year).toMatchObject({ done: 2, target: 4, status: 'missed' })
  })

  it('asks nothing of the time before the office kept its books here', () => {
    const facts = factsOf({ since: '2026-11-09' }, { training: ['2026-11-10'] })
    expect(lineOf('training', facts)?.month).toMatchObject({ done: 1, target: 4, status: 'open' })
    expect(lineOf('training', facts)?.year).toMatchObject({ done: 1, target: 8 })
    expect(lineOf('quarterlyRound', facts)?.year?.target).toBe(1)
    expect(lineOf('assessment', factsOf({ since: '2027-01-01' }))?.year?.status).toBe('none')
  })

  it('of a month that is past counts nothing done after it', () => {
    const facts = factsOf({ now: instantOf('2027-03-01') }, { assessment: ['2026-11-30', '2026-12-01'] })
    expect(lineOf('assessment', facts)?.year).toMatchObject({ done: 1, target: 12 })
  })

  it.each([
    [wholeShare(0, 0), 'none'],
    [wholeShare(2, 3), 'open'],
    [wholeShare(3, 3), 'done'],
    [monthGoal(1, 21), 'open'],
    [monthGoal(2, 21), 'done'],
  ] as const)('a share %j while the month runs: %s', (goal, status) => {
    const facts = factsOf()
    facts.shares.incidents = { month: goal, year: goal }
    expect(lineOf('incidents', facts)?.month).toMatchObject({
      done: goal.numerator,
      target: goal.needed,
      denominator: goal.denominator,
      status,
    })
  })

  it('says of a share that was not reached in time that it is missed; the year has until its end', () => {
    const facts = factsOf({ now: instantOf('2026-12-01') })
    facts.shares.archive = { month: wholeShare(1, 2), year: wholeShare(1, 2) }
    expect(lineOf('archive', facts)).toMatchObject({ month: { status: 'missed' }, year: { status: 'open' } })
  })

  it('says nothing of what is still being counted', () => {
    expect(lineOf('households', factsOf({}, { households: null }))).toMatchObject({ month: null, year: null })
  })
})

const months = fc.integer({ min: 0, max: 12 * 60 }).map((later) => shiftMonths('2020-01', later))
const frequencies = fc.constantFrom(...PLAN_FREQUENCIES.filter((one) => one !== 'off'))

describe('periods, whatever the month', () => {
  it('4 or 5 weeks a month by their Mondays, 52 or 53 a year, none of them twice', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = periodsIn('week', stretchOf(month, 'month'))
        expect([4, 5]).toContain(weeks.length)
        expect(weeks.every(({ first }) => weekdayOf(first) === 1 && first.startsWith(month))).toBe(true)
        const year = periodsIn('week', stretchOf(month, 'year'))
        expect([52, 53]).toContain(year.length)
        const january = `${month.slice(0, 4)}-01`
        const byMonth = Array.from({ length: 12 }, (_, later) => shiftMonths(january, later)).flatMap((one) =>
          periodsIn('week', stretchOf(one, 'month')),
        )
        expect(byMonth).toEqual(year)
      }),
      { numRuns: 30 },
    )
  })

  it('the others fill their year without a gap', () => {
    fc.assert(
      fc.property(months, frequencies, (month, frequency) => {
        const year = stretchOf(month, 'year')
        const periods = periodsIn(frequency, year)
        periods.forEach(({ first }, index) => {
          const before = periods[index - 1]
          if (before) expect(shiftDay(before.last, 1)).toBe(first)
        })
        if (frequency === 'week') return
        expect([periods[0]?.first, periods.at(-1)?.last]).toEqual([year.first, year.last])
      }),
    )
  })

  it('done is never more than asked, the month never more than the year, and all done is 已完成', () => {
    const days = fc.array(fc.integer({ min: -30, max: 400 }).map((later) => shiftDay('2026-01-01', later)))
    fc.assert(
      fc.property(days, frequencies, fc.integer({ min: 0, max: 800 }), (training, frequency, later) => {
        const facts = factsOf({ now: instantOf(shiftDay('2026-01-01', later)) }, { training })
        const line = lineOf('training', facts, { ...DEFAULT_PLAN, training: frequency })
        const [month, year] = [line?.month, line?.year]
        if (!month || !year) throw new Error('no line')
        expect(month.done).toBeLessThanOrEqual(month.target)
        expect(year.done).toBeLessThanOrEqual(year.target)
        expect(month.done).toBeLessThanOrEqual(year.done)
        expect(month.target).toBeLessThanOrEqual(year.target)
        for (const one of [month, year]) expect(one.status === 'done').toBe(one.done === one.target)
      }),
    )
  })
})
