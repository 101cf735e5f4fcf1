import { describe, expect, it } from 'vitest'
import { closed as closedComplaint, visited as visitedComplaint } from '../complaint/testing'
import type { Instant } from '../../util/instant'
import { instantOf } from '../../util/civilTime'
import { accepted, contextAt } from '../visit/testing'
import * as commands from './commands'
import { listFacets } from './facets'
import { returnVisitRules } from './lifecycle'
import { addTargets, markCalled, progressOf, roundOf, skipTarget, spanOfRound } from './round'
import type { ReturnVisitEntry } from './types'

const NOW = instantOf('2026-11-12', '16:30')
const clerk = contextAt(NOW, 'clerk')
const GIVEN = { number: '客服-HF-2026-0001', year: 2026, seq: 1 }

function entryOf(change: Partial<ReturnVisitEntry> = {}): ReturnVisitEntry {
  return {
    person: { personId: null, unitId: 'unit-1', name: '单雄信', phone: '', unitCode: '5-2-301' },
    source: { kind: 'free', recordId: null, number: '' },
    visitedAt: instantOf('2026-11-12', '16:00'),
    way: 'phone',
    content: '电梯运行正常',
    satisfaction: 'A',
    visitedBy: '',
    ...change,
  }
}
const registered = (change: Partial<ReturnVisitEntry> = {}) =>
  accepted(commands.register(GIVEN, { entry: entryOf(change), round: '' }, null, clerk))

describe('回访登记 (domain 8)', () => {
  const nobody = { personId: null, unitId: null, name: '', phone: '', unitCode: ' ' }
  it.each([
    ['nobody', { person: nobody }, 'returnVisit.whomRequired'],
    ['nothing said', { content: ' ' }, 'returnVisit.contentRequired'],
    ['a time to come', { visitedAt: instantOf('2026-11-12', '16:31') }, 'time.inFuture'],
    [
      'a repair without its number',
      { source: { kind: 'repair', recordId: null, number: ' ' } },
      'returnVisit.sourceRequired',
    ],
  ] as const)('refuses %s', (_name, change, key) => {
    const result = commands.register(GIVEN, { entry: entryOf(change), round: '' }, null, clerk)
    expect(result).toMatchObject({ refusal: { key } })
  })

  it('waits for nothing once it is written down', () => {
    const record = registered()
    expect([record.state, record.duty, record.entry?.visitedBy]).toEqual(['recorded', null, '小林'])
    expect(listFacets(record)).toEqual([
      'ended',
      'state:recorded',
      'source:free',
      'satisfaction:A',
      'visitor:小林',
    ])
  })

  it('offers a complaint for C 不满意 only, once, and not where a complaint wrote it', () => {
    expect(commands.offersComplaint(registered({ satisfaction: 'B' }))).toBe(false)
    const upset = registered({ satisfaction: 'C' })
    expect(commands.offersComplaint(upset)).toBe(true)
    const link = {
      table: 'complaints',
      id: 'c1',
      number: '客服-TS-2026-0001',
      relation: 'returnVisit',
    } as const
    const linked = accepted(commands.complain(upset, link, clerk))
    expect(linked.links).toEqual([link])
    expect(commands.complain(linked, link, clerk)).toMatchObject({
      refusal: { key: 'returnVisit.noComplaintOffered' },
    })
    expect(commands.offersComplaint({ ...upset, attemptId: 'v1' })).toBe(false)
  })

  it('a blank row is filled in, not from before its number', () => {
    const blank = accepted(commands.reserve(GIVEN, contextAt(instantOf('2026-11-12', '09:00'), 'clerk')))
    expect(blank.duty?.kind).toBe('fillIn')
    expect(accepted(commands.fillIn(blank, { entry: entryOf() }, clerk)).state).toBe('recorded')
    const early = entryOf({ visitedAt: instantOf('2026-11-12', '08:00') })
    expect(commands.fillIn(blank, { entry: early }, clerk)).toMatchObject({
      refusal: { key: 'returnVisit.beforeReservation' },
    })
  })
})

describe('the return visit of a complaint (domain 8)', () => {
  it.each([
    ['satisfied', 'A'],
    ['fairlySatisfied', 'B'],
    ['dissatisfied', 'C'],
  ] as const)('%s is %s', (outcome, satisfaction) => {
    expect(commands.SATISFACTION_OF[outcome]).toBe(satisfaction)
  })

  it('says what was said and done, and both name each other', () => {
    const complaint = visitedComplaint()
    const [attempt] = complaint.returnVisits
    if (!attempt || !commands.isReached(attempt)) throw new Error('the sample was reached')
    const made = commands.fromComplaint(GIVEN, complaint, { ...attempt, words: '谢谢' }, clerk)
    expect(made.returnVisit.entry).toMatchObject({
      source: { kind: 'complaint', recordId: complaint.id, number: complaint.number },
      content: '谢谢\n更换门机',
      satisfaction: 'A',
      person: { name: '单雄信', unitCode: '5-2-301' },
    })
    expect(made.complaint.links.at(-1)).toMatchObject({ table: 'returnVisits', id: made.returnVisit.id })
    expect(made.returnVisit.links).toMatchObject([{ table: 'complaints', id: complaint.id }])
    expect(commands.amend(made.returnVisit, { entry: entryOf() }, clerk)).toMatchObject({
      refusal: { key: 'returnVisit.ofComplaint' },
    })
    const supervisor = contextAt(NOW)
    expect(returnVisitRules.voidRecord(made.returnVisit, { reason: '错' }, supervisor)).toMatchObject({
      refusal: { key: 'returnVisit.ofComplaint' },
    })
    const gone = accepted(commands.withdraw(made.returnVisit, clerk))
    expect([gone.state, gone.number, gone.links]).toEqual(['void', GIVEN.number, []])
  })

  it('未联系上 is none, and a 匿名 person stays unnamed', () => {
    const complaint = closedComplaint()
    const [attempt] = complaint.returnVisits
    if (!attempt) throw new Error('the sample was visited')
    expect(commands.isReached({ ...attempt, outcome: 'notReached' })).toBe(false)
    const complainant = { ...complaint.intake.complainant, anonymous: true }
    const unnamed = { ...complaint, intake: { ...complaint.intake, complainant } }
    if (!commands.isReached(attempt)) throw new Error('the sample was reached')
    const { returnVisit } = commands.fromComplaint(GIVEN, unnamed, attempt, clerk)
    expect(returnVisit.entry?.person).toEqual({
      personId: null,
      unitId: null,
      name: '匿名',
      phone: '',
      unitCode: '',
    })
  })
})

describe('季度回访 (domain 8)', () => {
  const target = (unitId: string) => ({
    unitId,
    unitCode: unitId,
    name: '',
    phone: '',
    source: { kind: 'free' as const, recordId: null, number: '' },
    day: null,
  })

  it.each([
    [instantOf('2026-01-01', '00:00'), '2026-Q1'],
    [instantOf('2026-03-31', '23:59'), '2026-Q1'],
    [instantOf('2026-04-01', '00:00'), '2026-Q2'],
    [instantOf('2026-12-31', '23:59'), '2026-Q4'],
  ] as [Instant, string][])('%s belongs to %s', (moment, round) => {
    expect(roundOf(moment)).toBe(round)
    const { from, to } = spanOfRound(round)
    expect(from <= moment && moment < to).toBe(true)
  })

  it('lists a household once, and says how many are called', () => {
    const round = accepted(addTargets('2026-Q4', null, [target('a'), target('b'), target('a')], clerk))
    expect(round.targets).toHaveLength(2)
    expect(addTargets('2026-Q4', round, [target('a')], clerk)).toMatchObject({
      refusal: { key: 'returnVisit.nothingToCall' },
    })
    const [a = '', b = ''] = round.targets.map(({ id }) => id)
    const called = accepted(markCalled(round, a, 'hf-1', clerk))
    expect(progressOf(called)).toEqual({ called: 1, of: 2 })
    expect(markCalled(called, a, 'hf-2', clerk)).toMatchObject({ refusal: { key: 'returnVisit.targetDone' } })
    expect(skipTarget(called, { targetId: b, reason: '' }, clerk)).toMatchObject({
      refusal: { key: 'returnVisit.skipReasonRequired' },
    })
    const skipped = accepted(skipTarget(called, { targetId: b, reason: '已搬走' }, clerk))
    expect(progressOf(skipped)).toEqual({ called: 1, of: 1 })
    expect(skipTarget(skipped, { targetId: a, reason: 'x' }, clerk)).toMatchObject({
      refusal: { key: 'returnVisit.targetDone' },
    })
    expect(addTargets('2026', null, [target('a')], clerk)).toMatchObject({
      refusal: { key: 'returnVisit.roundInvalid' },
    })
  })
})
