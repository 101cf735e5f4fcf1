import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import * as commands from './commands'
import { nextDuty } from './duty'
import { listFacets, monthFacets } from './facets'
import { visitRules } from './lifecycle'
import { changedAfterPrint, contentDigest, VISIT_RECORD_FORM } from './paper'
import { visitSearchParts } from './searchText'
import { accepted, contextAt, findingsOf, GIVEN, planned, planOf, visited } from './testing'
import { VISIT_WAYS, type VisitFindings, type VisitPlan } from './types'

const NOW = instantOf('2026-11-12', '16:30')
const clerk = contextAt(NOW, 'clerk')

function refusalOf(plan: Partial<VisitPlan>, findings: Partial<VisitFindings> = {}): string {
  const input = { plan: planOf(plan), findings: findingsOf(findings), visitorUserId: '' }
  const result = commands.register(GIVEN, input, clerk)
  return result.ok ? '' : `${result.refusal.key} ${result.refusal.field ?? ''}`.trim()
}

const nobody = { personId: null, unitId: null, name: '', phone: '', unitCode: '' }
const nothing = { management: ' ', services: '', needs: '', community: '', other: '' }

describe('登记走访 (domain 8)', () => {
  it.each([
    ['no 房号', { person: nobody }, {}, 'visit.unitRequired plan.person.unitCode'],
    ['no name', { person: { ...nobody, unitCode: '5-2-301' } }, {}, 'person.nameRequired plan.person.name'],
    ['上门 unannounced', { appointmentAt: null }, {}, 'visit.appointmentRequired plan.appointmentAt'],
    ['a time that is none', { appointmentAt: 'soon' }, {}, 'time.invalid plan.appointmentAt'],
    [
      'a visit to come',
      {},
      { visitedAt: instantOf('2026-11-12', '16:31') },
      'time.inFuture findings.visitedAt',
    ],
    ['nothing said', {}, { parts: nothing }, 'visit.contentRequired findings.parts.management'],
    [
      'feedback without a day',
      {},
      { feedbackNeeded: true },
      'visit.feedbackDayRequired findings.feedbackDueOn',
    ],
    [
      'feedback before the visit',
      {},
      { feedbackNeeded: true, feedbackDueOn: '2026-11-11' },
      'visit.feedbackBeforeVisit findings.feedbackDueOn',
    ],
  ] as const)('refuses %s', (_name, plan, findings, refusal) => {
    expect(refusalOf(plan, findings)).toBe(refusal)
  })

  it('asks for 预约时间 of 上门 only, and takes any of the six ways', () => {
    const others = VISIT_WAYS.filter((way) => way !== 'doorstep')
    expect(VISIT_WAYS).toHaveLength(6)
    expect(others.map((way) => refusalOf({ way, appointmentAt: null }))).toEqual(others.map(() => ''))
  })

  it('names who is signed in as 访问人 where nobody is written', () => {
    const own = visited()
    expect([own.plan.visitor, own.visitorUserId]).toEqual(['小林', 'u-clerk'])
    const input = { plan: planOf({ visitor: '外聘' }), findings: findingsOf(), visitorUserId: '' }
    expect(accepted(commands.register(GIVEN, input, clerk)).visitorUserId).toBe('')
  })

  it('drops a 反馈时间 that nobody needs', () => {
    expect(visited({}, { feedbackDueOn: '2026-11-20' }).findings?.feedbackDueOn).toBeNull()
  })
})

describe('预约走访 (domain 8)', () => {
  it('is due at its time, and refuses one without, or in the past', () => {
    const record = planned()
    expect(record.state).toBe('planned')
    expect(nextDuty(record)).toEqual({ kind: 'visit', dueAt: instantOf('2026-11-12', '15:00') })
    const morning = contextAt(instantOf('2026-11-12', '09:00'), 'clerk')
    const plan = (change: Partial<VisitPlan>) =>
      commands.plan(GIVEN, { plan: planOf(change), visitorUserId: '', preference: null }, morning)
    expect(plan({ appointmentAt: null })).toMatchObject({ refusal: { key: 'visit.planTimeRequired' } })
    expect(plan({ appointmentAt: instantOf('2026-11-12', '08:59') })).toMatchObject({
      refusal: { key: 'time.inPast' },
    })
  })

  it('never lies at a time that the household declined', () => {
    const preference = {
      id: 'unit-1',
      rev: 1,
      unitCode: '5-2-301',
      declinedTimes: [{ weekdays: [4], from: '12:00', to: '15:01' }],
      noVisits: false,
      note: '午睡',
      at: NOW,
      by: '小林',
    }
    const input = { plan: planOf(), visitorUserId: '', preference }
    const ctx = contextAt(instantOf('2026-11-11', '09:00'), 'clerk')
    expect(commands.plan(GIVEN, input, ctx)).toMatchObject({ refusal: { key: 'visit.timeDeclined' } })
    const later = { ...input, plan: planOf({ appointmentAt: instantOf('2026-11-12', '15:01') }) }
    expect(commands.plan(GIVEN, later, ctx).ok).toBe(true)
  })

  it('becomes a visit with what was said', () => {
    const input = { plan: planOf(), findings: findingsOf(), visitorUserId: '' }
    const record = accepted(commands.recordVisit(planned(), input, clerk))
    expect(record.state).toBe('visited')
    expect(record.steps.map(({ command }) => command)).toEqual(['plan', 'recordVisit'])
    expect(commands.recordVisit(record, input, clerk)).toMatchObject({
      refusal: { key: 'visit.notNow.recordVisit' },
    })
  })
})

describe('after the visit (domain 8)', () => {
  it('反馈 comes before 接待员意见 where it is due earlier, and nothing asks for a signature', () => {
    const record = visited({}, { feedbackNeeded: true, feedbackDueOn: '2026-11-20' })
    expect(record.duty?.kind).toBe('feedback')
    const at = contextAt(instantOf('2026-11-19', '10:00'), 'clerk')
    const answered = accepted(commands.giveFeedback(record, { at: at.now, result: '已增加两个夜班岗' }, at))
    expect(answered.duty).toEqual({ kind: 'opinion', dueAt: '2026-12-05T15:59:59.999Z' })
    const done = accepted(commands.giveOpinion(answered, { text: '已转保安班' }, at))
    expect(done.duty?.kind).toBe('close')
    const closed = accepted(commands.close(done, at))
    expect([closed.state, closed.duty]).toEqual(['closed', null])
  })

  it('refuses 反馈 that nobody needs, without a result, or before the visit', () => {
    const give = (record: ReturnType<typeof visited>, at: string, result: string) =>
      commands.giveFeedback(record, { at, result }, clerk)
    expect(give(visited(), NOW, '好')).toMatchObject({ refusal: { key: 'visit.feedbackNotNeeded' } })
    const needed = visited({}, { feedbackNeeded: true, feedbackDueOn: '2026-11-20' })
    expect(give(needed, NOW, ' ')).toMatchObject({ refusal: { key: 'visit.feedbackResultRequired' } })
    expect(give(needed, instantOf('2026-11-12', '15:29'), '好')).toMatchObject({
      refusal: { key: 'visit.feedbackBeforeVisit' },
    })
  })

  it('refuses to close without 反馈 or 接待员意见, and an empty opinion', () => {
    const needed = visited({}, { feedbackNeeded: true, feedbackDueOn: '2026-11-20' })
    expect(commands.close(needed, clerk)).toMatchObject({ refusal: { key: 'visit.feedbackMissing' } })
    expect(commands.close(visited(), clerk)).toMatchObject({ refusal: { key: 'visit.opinionMissing' } })
    expect(commands.giveOpinion(visited(), { text: '\n' }, clerk)).toMatchObject({
      refusal: { key: 'visit.opinionRequired' },
    })
  })

  it('records 拒签 with its reason, and waits for nothing because of it', () => {
    const record = visited()
    const print = {
      form: VISIT_RECORD_FORM,
      digest: contentDigest(record),
      way: 'printer',
      copies: 1,
    } as const
    const printed = accepted(visitRules.markPrinted(record, print, clerk))
    expect(listFacets(printed)).toContain('awaiting')
    const refused = accepted(
      visitRules.recordSignature(
        printed,
        { form: VISIT_RECORD_FORM, outcome: 'refused', by: '单雄信', at: NOW, reason: '不愿签名' },
        clerk,
      ),
    )
    expect(listFacets(refused)).not.toContain('awaiting')
    expect(refused.duty).toEqual(record.duty)
    expect(changedAfterPrint(refused, VISIT_RECORD_FORM)).toBe(false)
    const withOpinion = accepted(commands.giveOpinion(refused, { text: '已转' }, clerk))
    expect(changedAfterPrint(withOpinion, VISIT_RECORD_FORM)).toBe(true)
  })
})

describe('a blank sheet (domain 10)', () => {
  it('is filled in with what stands on it, not from before its number', () => {
    const morning = contextAt(instantOf('2026-11-12', '09:00'), 'clerk')
    const blank = accepted(commands.reserve(GIVEN, morning))
    expect(blank.duty).toEqual({ kind: 'fillIn', dueAt: '2026-11-13T15:59:59.999Z' })
    const input = { plan: planOf(), findings: findingsOf(), visitorUserId: '' }
    expect(accepted(commands.fillIn(blank, input, clerk)).state).toBe('visited')
    const early = findingsOf({ visitedAt: instantOf('2026-11-12', '08:00') })
    expect(commands.fillIn(blank, { ...input, findings: early }, clerk)).toMatchObject({
      refusal: { key: 'visit.beforeReservation' },
    })
  })
})

describe('sets for the goals (domain 8)', () => {
  it('hold visits that took place, 上门 apart; not planned, blank or void ones', () => {
    expect(monthFacets(visited())).toEqual([
      '#in:2026-11',
      '#opinions:2026-11',
      '#unit:unit-1',
      '#month:2026-11:unit-1',
      '#on:2026-11-12:unit-1',
      '#doorstep:2026-11:unit-1',
    ])
    const byPhone = monthFacets(visited({ way: 'phone' }))
    expect(byPhone).toContain('#month:2026-11:unit-1')
    expect(byPhone.some((facet) => facet.startsWith('#doorstep'))).toBe(false)
    expect(monthFacets(planned())).toEqual(['#plan:unit-1'])
    expect(monthFacets(accepted(commands.reserve(GIVEN, clerk)))).toEqual([])
    const gone = accepted(visitRules.voidRecord(visited(), { reason: '登记两次' }, contextAt(NOW)))
    expect(monthFacets(gone)).toEqual([])
    const stranger = { ...nobody, name: '路人', unitCode: '9-9-999' }
    expect(monthFacets(visited({ person: stranger }))).toEqual(['#in:2026-11', '#opinions:2026-11'])
  })
})

describe('search (domain 10)', () => {
  it('knows the words of the visit', () => {
    const { names, texts } = visitSearchParts(visited())
    expect(names).toContain('单雄信')
    expect(texts).toContain('希望增加夜间巡逻')
    expect(texts).toContain('5-2-301')
  })
})
