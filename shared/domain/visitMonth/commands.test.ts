import { describe, expect, it } from 'vitest'
import { endOfCivilDay, instantOf } from '../../util/civilTime'
import { monthGoal, yearGoal } from '../visit/goals'
import { accepted, contextAt, visited } from '../visit/testing'
import { decide, openMonth, submit, summarize, takeSnapshot, withVisits } from './commands'
import { monthDuty, visitMonthRules } from './lifecycle'
import { suggestionsOf, undecided } from './suggestions'

const at = (day: string, time = '09:00', role: 'clerk' | 'director' = 'clerk') =>
  contextAt(instantOf(day, time), role)
const visits = [
  visited(
    {},
    { parts: { management: '增加巡逻', services: '无', needs: '无', community: '办电影节', other: '' } },
  ),
]
const suggestions = suggestionsOf(visits)
const goals = { month: monthGoal(33, 641), year: yearGoal(20, 641) }

function running() {
  return openMonth('2026-11', true, at('2026-11-12'))
}
function submitted() {
  return accepted(submit(running(), { opinion: '以安全类意见为主' }, 0, at('2026-12-05', '23:59')))
}

describe('a month of visits (domain 8)', () => {
  it('goes to the director by the 5th and is summarized by the 10th, over the year’s end too', () => {
    expect(running().duty).toEqual({ kind: 'submit', dueAt: endOfCivilDay('2026-12-05') })
    expect(submitted().duty).toEqual({ kind: 'summary', dueAt: endOfCivilDay('2026-12-10') })
    const december = openMonth('2026-12', true, at('2026-12-31'))
    expect(december.duty?.dueAt).toBe(endOfCivilDay('2027-01-05'))
    expect(monthDuty({ ...december, state: 'submitted' })?.dueAt).toBe(endOfCivilDay('2027-01-10'))
  })

  it('waits for nothing while nobody was visited in it', () => {
    const empty = openMonth('2026-11', false, at('2026-12-01'))
    expect(empty.duty).toBeNull()
    expect(submit(empty, { opinion: '' }, 0, at('2026-12-02'))).toMatchObject({
      refusal: { key: 'visitMonth.noVisits' },
    })
    expect(withVisits(empty, true, at('2026-12-03'))?.duty?.kind).toBe('submit')
    expect(withVisits(running(), true, at('2026-12-03'))).toBeNull()
    expect(withVisits(running(), false, at('2026-12-03'))?.duty).toBeNull()
  })

  it('is sent once it is over and every visit has 接待员意见', () => {
    expect(submit(running(), { opinion: '' }, 0, at('2026-11-30', '23:59'))).toMatchObject({
      refusal: { key: 'visitMonth.notOver' },
    })
    expect(submit(running(), { opinion: '' }, 2, at('2026-12-01', '00:00'))).toMatchObject({
      refusal: { key: 'visitMonth.opinionsMissing', params: { count: 2 } },
    })
  })
})

describe('the month-end’s snapshot (domain 8)', () => {
  it.each([
    ['2026-12-01', '00:00', false],
    ['2026-12-01', '00:59', false],
    ['2026-12-01', '08:00', true],
    ['2027-02-03', '09:00', true],
  ])('taken on %s at %s is late: %s', (day, time, late) => {
    const taken = takeSnapshot(running(), 641, at(day, time))
    expect(taken?.snapshot).toMatchObject({ day: '2026-11-30', occupied: 641, late })
  })

  it('goes to the director again where a visit was written down late, and is summed up anew', () => {
    const late = at('2026-12-09')
    expect(submit(submitted(), { opinion: '补' }, 1, late)).toMatchObject({
      refusal: { key: 'visitMonth.opinionsMissing' },
    })
    const again = accepted(submit(submitted(), { opinion: '补一户' }, 0, late))
    expect(again).toMatchObject({ state: 'submitted', submission: { opinion: '补一户' } })
    expect(again.duty).toEqual({ kind: 'summary', dueAt: endOfCivilDay('2026-12-10') })
  })

  it('is taken once, and not before the month is over', () => {
    expect(takeSnapshot(running(), 641, at('2026-11-30', '23:59'))).toBeNull()
    const taken = takeSnapshot(running(), 641, at('2026-12-01', '00:00'))
    expect(taken && takeSnapshot(taken, 700, at('2026-12-02'))).toBeNull()
  })
})

describe('采纳/不采纳 and 访问总结 (domain 8)', () => {
  const [first, second] = suggestions
  if (!first || !second) throw new Error('two suggestions were made')

  it('draws the suggestions from the records, each with its number; 无 is none', () => {
    expect(suggestions.map(({ number, part, text }) => [number, part, text])).toEqual([
      ['客服-FW-2026-0001', 'management', '增加巡逻'],
      ['客服-FW-2026-0001', 'community', '办电影节'],
    ])
  })

  it('is the director’s, after the month was sent', () => {
    const input = { suggestion: first, verdict: 'adopted', note: '' } as const
    expect(decide(submitted(), input, suggestions, at('2026-12-06'))).toMatchObject({
      refusal: { key: 'office.notAllowed' },
    })
    expect(decide(running(), input, suggestions, at('2026-12-06', '09:00', 'director'))).toMatchObject({
      refusal: { key: 'visitMonth.notNow.decide' },
    })
  })

  it('asks for a reason of 不采纳, and for a verdict on every suggestion', () => {
    const director = at('2026-12-08', '10:00', 'director')
    const no = { suggestion: first, verdict: 'notAdopted', note: ' ' } as const
    expect(decide(submitted(), no, suggestions, director)).toMatchObject({
      refusal: { key: 'visitMonth.reasonRequired' },
    })
    const one = accepted(decide(submitted(), { ...no, note: '预算不足' }, suggestions, director))
    expect(summarize(one, { text: '本月走访三十三户' }, { suggestions, goals }, director)).toMatchObject({
      refusal: { key: 'visitMonth.undecided', params: { count: 1 } },
    })
    const again = accepted(
      decide(one, { suggestion: first, verdict: 'adopted', note: '' }, suggestions, director),
    )
    expect(again.decisions).toHaveLength(1)
    const both = accepted(
      decide(again, { suggestion: second, verdict: 'adopted', note: '' }, suggestions, director),
    )
    expect(summarize(both, { text: ' ' }, { suggestions, goals }, director)).toMatchObject({
      refusal: { key: 'visitMonth.summaryRequired' },
    })
    const done = accepted(summarize(both, { text: '本月走访三十三户' }, { suggestions, goals }, director))
    expect([done.state, done.duty, done.goals]).toEqual(['summarized', null, goals])
    expect(visitMonthRules.objectionToUndo(done, director)).toBeNull()
  })

  it('stands for the words that were decided on: corrected ones wait again', () => {
    const director = at('2026-12-08', '10:00', 'director')
    const one = accepted(
      decide(submitted(), { suggestion: first, verdict: 'adopted', note: '' }, suggestions, director),
    )
    const corrected = [{ ...first, text: '增加夜间巡逻' }]
    expect(undecided(corrected, one.decisions)).toEqual(corrected)
    expect(
      decide(one, { suggestion: first, verdict: 'adopted', note: '' }, corrected, director),
    ).toMatchObject({
      refusal: { key: 'visitMonth.suggestionGone' },
    })
  })
})
