import { describe, expect, it } from 'vitest'
import { endOfCivilDay, instantOf } from '../../util/civilTime'
import { figureOf, monthViewOf, spreadOf } from '../month/testing'
import { printed, withSignature } from '../register/paper'
import * as visitMonth from '../visitMonth/commands'
import { suggestionsOf } from '../visitMonth/suggestions'
import type { VisitMonth } from '../visitMonth/types'
import * as commands from './commands'
import { monthGoal, yearGoal } from './goals'
import { VISIT_RECORD_FORM } from './paper'
import { visitRegisterMonth } from './registerMonth'
import { accepted, contextAt, findingsOf, planned, visited } from './testing'
import type { Visit, VisitFindings, VisitPlan } from './types'

const MONTH = '2026-11'
const clerk = (day: string, time = '17:00') => contextAt(instantOf(day, time), 'clerk')

function numbered(seq: number, record: Visit): Visit {
  return { ...record, id: `f${seq}`, number: `客服-FW-2026-000${seq}`, seq }
}

function visitedOn(day: string, plan: Partial<VisitPlan> = {}, findings: Partial<VisitFindings> = {}): Visit {
  const visitedAt = instantOf(day, '15:30')
  return visited({ appointmentAt: visitedAt, ...plan }, { visitedAt, ...findings }, clerk(day))
}

function refused(record: Visit): Visit {
  const ctx = clerk('2026-11-13')
  const print = printed(undefined, { digest: 'd', way: 'printer', copies: 1 }, ctx)
  const input = { outcome: 'refused', by: '业主', at: ctx.now, reason: '不愿签字' } as const
  return { ...record, prints: { [VISIT_RECORD_FORM]: accepted(withSignature(print, input, ctx)) } }
}

const withOpinion = (record: Visit) =>
  accepted(commands.giveOpinion(record, { text: '已转保安班' }, clerk('2026-11-30')))

const goals = { month: monthGoal(31, 641), year: yearGoal(513, 641) }

/** Numbers behind each line that has any, by their last digit. */
function found(visits: Visit[], now?: string, visitMonths: VisitMonth[] = []) {
  const view = monthViewOf(MONTH, { visits, visitMonths }, { goals, ...(now ? { now } : {}) })
  const shown = visitRegisterMonth.checks(view).filter(({ findings }) => findings.length > 0)
  return Object.fromEntries(
    shown.map(({ key, findings }) => [key, findings.map(({ number }) => number.slice(-1))]),
  )
}

describe('visits of a month in figures (domain 8, 12)', () => {
  const management = findingsOf().parts
  const visits = [
    numbered(1, visitedOn('2026-11-01', { way: 'phone' })),
    numbered(2, refused(visitedOn('2026-11-30'))),
    numbered(
      3,
      visitedOn('2026-11-12', {}, { parts: { ...management, management: '无', community: '办电影节' } }),
    ),
    numbered(4, visitedOn('2026-10-31')),
    numbered(5, visitedOn('2026-12-01')),
    numbered(6, planned()),
  ]
  const suggestions = suggestionsOf(visits.slice(0, 3))
  const [first, second] = suggestions
  if (!first || !second) throw new Error('suggestions')
  const begun = visitMonth.openMonth(MONTH, true, clerk('2026-11-01'))
  const sent = accepted(visitMonth.submit(begun, { opinion: '' }, 0, clerk('2026-12-01')))
  const director = contextAt(instantOf('2026-12-02'), 'director')
  const decide = (month: VisitMonth, suggestion: typeof first, verdict: 'adopted' | 'notAdopted') =>
    accepted(visitMonth.decide(month, { suggestion, verdict, note: '说明' }, suggestions, director))
  const decided = decide(decide(sent, first, 'adopted'), second, 'notAdopted')
  const view = monthViewOf(MONTH, { visits, visitMonths: [decided] }, { goals })
  const said = visitRegisterMonth.figures(view)

  it('are by 访问时间, whatever way, and without what is only planned', () => {
    expect(figureOf(said, 'visit.recorded').value).toBe(3)
    expect(spreadOf(said, 'visit.way')).toEqual({ phone: 1, doorstep: 2 })
    expect(said.spreads[0]?.slices).toHaveLength(6)
    expect(figureOf(said, 'visit.refused').value).toBe(1)
  })

  it('set the households against both goals', () => {
    expect(figureOf(said, 'visit.monthGoal')).toMatchObject({
      value: 31,
      denominator: 641,
      target: { percent: 5, exceeds: false },
    })
    expect(figureOf(said, 'visit.yearGoal')).toMatchObject({
      value: 513,
      target: { percent: 80, exceeds: true },
    })
  })

  it('say what became of the suggestions', () => {
    expect(spreadOf(said, 'visit.part')).toEqual({ management: 2, community: 1 })
    const values = ['suggestions', 'adopted', 'notAdopted'].map((key) => figureOf(said, `visit.${key}`).value)
    expect(values).toEqual([3, 1, 1])
  })

  it('have no goals and no verdicts of a week', () => {
    const span = { from: instantOf('2026-11-09'), until: instantOf('2026-11-16') }
    const week = visitRegisterMonth.figures({ ...monthViewOf(MONTH, { visits }, { span }), month: null })
    expect(week.figures.map(({ key }) => key)).toEqual([
      'visit.recorded',
      'visit.refused',
      'visit.suggestions',
    ])
    expect(figureOf(week, 'visit.recorded').value).toBe(1)
  })
})

describe('visits in the checklist (domain 8, 12)', () => {
  const lines = (parts: Parameters<typeof monthViewOf>[2], visits: Visit[] = [], month = MONTH) =>
    visitRegisterMonth.checks(monthViewOf(month, { visits }, { goals, ...parts }))

  it('measure the goals, with how many reach them; 80 % itself is too few', () => {
    const [month, year] = lines({})
    expect(month).toMatchObject({
      key: 'visit.monthGoal',
      weight: 'mend',
      figure: { value: 31, denominator: 641, needed: 33, reached: false },
    })
    expect(year).toMatchObject({ key: 'visit.yearGoal', figure: { needed: 513, reached: true } })
    expect(
      lines({ goals: { month: monthGoal(33, 641), year: yearGoal(8, 10) } }).map(
        ({ figure }) => figure?.reached,
      ),
    ).toEqual([true, false, undefined, undefined, undefined, undefined])
  })

  it('want the year’s goal mended in December only', () => {
    expect(lines({})[1]?.weight).toBe('info')
    expect(lines({}, [], '2026-12')[1]?.weight).toBe('mend')
  })

  it('look for 接待员意见 all month, and want it mended from the 6th on', () => {
    const visits = [numbered(1, visitedOn('2026-11-12')), numbered(2, withOpinion(visitedOn('2026-11-12')))]
    expect(found([...visits, numbered(3, visitedOn('2026-10-12'))])).toEqual({ 'visit.noOpinion': ['1'] })
    const weight = (now: string) =>
      lines({ now }, visits).find(({ key }) => key === 'visit.noOpinion')?.weight
    expect(weight(endOfCivilDay('2026-12-05'))).toBe('look')
    expect(weight(instantOf('2026-12-06'))).toBe('mend')
  })

  it('name 反馈 whose day is over, of whatever month the visit is', () => {
    const owed = (seq: number, day: string, due: string) =>
      numbered(seq, withOpinion(visitedOn(day, {}, { feedbackNeeded: true, feedbackDueOn: due })))
    const given = accepted(
      commands.giveFeedback(
        owed(3, '2026-11-02', '2026-11-05'),
        { at: instantOf('2026-11-04', '10:00'), result: '已答复' },
        clerk('2026-11-04'),
      ),
    )
    const visits = [owed(1, '2026-10-20', '2026-11-29'), owed(2, '2026-11-20', '2026-12-01'), given]
    expect(found(visits)).toEqual({ 'visit.feedbackOverdue': ['1'] })
    expect(found(visits, endOfCivilDay('2026-11-29'))).toEqual({})
  })
})

describe('the month on its way to the director (domain 8: by the 5th, by the 10th)', () => {
  const running = visitMonth.openMonth(MONTH, true, clerk('2026-11-12'))
  const send = (month: VisitMonth, day: string, time: string) =>
    accepted(visitMonth.submit(month, { opinion: '' }, 0, clerk(day, time)))
  const sumUp = (month: VisitMonth, day: string) => {
    const ctx = contextAt(instantOf(day, '23:59'), 'director')
    return accepted(visitMonth.summarize(month, { text: '总结' }, { suggestions: [], goals }, ctx))
  }
  const inTime = send(running, '2026-12-05', '23:59')

  it.each<{ what: string; month: VisitMonth; now: string; lines: Record<string, string> }>([
    { what: 'the 5th itself', month: running, now: endOfCivilDay('2026-12-05'), lines: {} },
    {
      what: 'the 6th',
      month: running,
      now: instantOf('2026-12-06'),
      lines: { 'visit.notSubmitted': 'monthChecks:why.notYet' },
    },
    {
      what: 'sent on the 6th',
      month: send(running, '2026-12-06', '00:00'),
      now: instantOf('2026-12-07'),
      lines: { 'visit.notSubmitted': 'monthChecks:why.tooLate' },
    },
    { what: 'sent in time', month: inTime, now: endOfCivilDay('2026-12-10'), lines: {} },
    {
      what: 'sent in time, the 11th',
      month: inTime,
      now: instantOf('2026-12-11'),
      lines: { 'visit.notSummarised': 'monthChecks:why.notYet' },
    },
    {
      what: 'summed up on the 10th',
      month: sumUp(inTime, '2026-12-10'),
      now: instantOf('2026-12-20'),
      lines: {},
    },
    {
      what: 'summed up on the 11th',
      month: sumUp(inTime, '2026-12-11'),
      now: instantOf('2026-12-20'),
      lines: { 'visit.notSummarised': 'monthChecks:why.tooLate' },
    },
    {
      what: 'sent once more after a late sheet',
      month: sumUp(send(sumUp(inTime, '2026-12-08'), '2026-12-09', '09:00'), '2026-12-10'),
      now: instantOf('2026-12-20'),
      lines: {},
    },
    {
      what: 'without a visit',
      month: visitMonth.openMonth(MONTH, false, clerk('2026-12-01')),
      now: instantOf('2026-12-20'),
      lines: {},
    },
  ])('$what', ({ month, now, lines }) => {
    const view = monthViewOf(MONTH, { visitMonths: [month] }, { now })
    const shown = visitRegisterMonth
      .checks(view)
      .flatMap(({ key, findings }) => findings.map(({ why, table, id }) => [key, why?.word, table, id]))
    expect(shown).toEqual(Object.entries(lines).map(([key, why]) => [key, why, 'visitMonths', MONTH]))
  })
})
