import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../util/civilTime'
import type { Result } from '../../../util/result'
import {
  accepted,
  answered,
  contextAt,
  handled,
  inProgress,
  intakeOf,
  judged,
  VISITED_AT,
  visited,
  visitInput,
} from '../testing'
import type { Complaint } from '../types'
import * as commands from './index'

const LATER = instantOf('2026-11-12', '09:00')
const clerk = contextAt(LATER, 'clerk')
const supervisor = contextAt(LATER)

function refusalOf<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : [result.refusal.key, result.refusal.field].filter(Boolean).join(' @')
}

describe('答复 and 回访 (domain 5)', () => {
  it('keeps every answer, with words and a time that has been', () => {
    const input = {
      answeredAt: VISITED_AT,
      way: 'written',
      content: ' 已换新 ',
      answeredBy: '周主管',
    } as const
    const record = accepted(commands.answer(answered(handled()), input, clerk))
    expect(record.answers).toHaveLength(2)
    expect(record.answers[1]).toEqual({ ...input, person: '', content: '已换新' })
    expect(refusalOf(commands.answer(record, { ...input, content: '' }, clerk))).toBe(
      'complaint.answerContentRequired @content',
    )
    const ahead = { ...input, answeredAt: instantOf('2026-11-13') }
    expect(refusalOf(commands.answer(record, ahead, clerk))).toBe('time.inFuture @answeredAt')
  })

  it.each([
    ['satisfied', 'visited'],
    ['fairlySatisfied', 'visited'],
    ['notReached', 'handled'],
  ] as const)('after %s the record is %s', (outcome, state) => {
    const { complaint, followUp } = accepted(
      commands.recordReturnVisit(handled(), visitInput(outcome), clerk),
    )
    expect(complaint.state).toBe(state)
    expect(complaint.returnVisits).toMatchObject([{ outcome, visitedAt: VISITED_AT, visitedBy: '小林' }])
    expect(followUp).toBeNull()
  })

  it('counts every attempt, and stays due until somebody was reached', () => {
    const once = accepted(commands.recordReturnVisit(handled(), visitInput('notReached'), clerk)).complaint
    const twice = accepted(commands.recordReturnVisit(once, visitInput('notReached'), clerk)).complaint
    expect(twice.returnVisits).toHaveLength(2)
    expect(twice.duty).toEqual(handled().duty)
    expect(refusalOf(commands.close(answered(twice), {}, supervisor))).toBe(
      'complaint.returnVisitRequired @returnVisits',
    )
  })

  it('cannot be before the work was done, nor to come', () => {
    const early = { ...visitInput('satisfied'), visitedAt: instantOf('2026-11-10', '15:59') }
    expect(refusalOf(commands.recordReturnVisit(handled(), early, clerk))).toBe(
      'complaint.visitBeforeCompletion @visitedAt',
    )
    const ahead = { ...visitInput('satisfied'), visitedAt: instantOf('2026-11-13') }
    expect(refusalOf(commands.recordReturnVisit(handled(), ahead, clerk))).toBe('time.inFuture @visitedAt')
  })

  it('keeps the matter on the list of whoever was asked first before (首问责任)', () => {
    const first = {
      ...answered(handled()),
      firstAskedUserId: 'u-before',
      alsoFirstAskedUserIds: ['u-clerk', 'u-x'],
    }
    const given = { number: '客服-TS-2026-0002', year: 2026, seq: 2 }
    const said = visitInput('dissatisfied', '还是夹人')
    const { followUp } = accepted(commands.recordReturnVisit(first, said, clerk, given))
    const second = followUp && accepted(commands.register(followUp, clerk))
    expect(second).toMatchObject({ firstAskedUserId: 'u-clerk', alsoFirstAskedUserIds: ['u-before', 'u-x'] })
  })

  it('closes on 不满意 and opens a complaint linked both ways, which counts as a repeat', () => {
    const words = '还是夹人，没修好。'
    const first = answered(handled())
    const given = { number: '客服-TS-2026-0002', year: 2026, seq: 2 }
    const input = { ...visitInput('dissatisfied', words), visitedBy: '老吴' }
    const { complaint, followUp } = accepted(commands.recordReturnVisit(first, input, clerk, given))
    expect(complaint).toMatchObject({ state: 'closed', closedAt: LATER, closedBy: '小林', duty: null })
    if (!followUp) throw new Error('no follow-up')
    const second = accepted(commands.register(followUp, clerk))
    const repeat = { table: 'complaints', relation: 'repeat' }
    expect(complaint.links).toEqual([{ ...repeat, id: second.id, number: given.number }])
    expect(second).toMatchObject({
      state: 'accepted',
      number: given.number,
      links: [{ ...repeat, id: first.id, number: first.number }],
      repeatOf: first.id,
      receivedBy: '老吴',
      intake: {
        content: words,
        registeredAt: LATER,
        channel: 'phone',
        complainant: first.intake.complainant,
        place: first.intake.place,
      },
    })
  })

  it('asks on 不满意 for the words, the answer, and what the severity demands', () => {
    const visit = (record: Complaint, change: Partial<commands.ReturnVisitInput> = {}) =>
      refusalOf(
        commands.recordReturnVisit(record, { ...visitInput('dissatisfied', '没修好'), ...change }, clerk, {
          number: '客服-TS-2026-0002',
          year: 2026,
          seq: 2,
        }),
      )
    expect(visit(answered(handled()), { words: ' ' })).toBe('complaint.wordsRequired @words')
    expect(visit(handled())).toBe('complaint.answerRequired @answers')
    const important = answered(handled({ severity: 'important' }))
    expect(visit(important)).toBe('complaint.summaryRequired @summary')
    expect(visit(important, { summary: '备件不足' })).toBe('accepted')
    expect(visit(answered(handled({ severity: 'major' })), { summary: '备件不足' })).toBe(
      'complaint.correctiveActionRequired @correctiveActionRef',
    )
  })
})

describe('关闭 (domain 5)', () => {
  const major = {
    summary: '备件不足',
    correctiveActionRef: '客服-JZ-2026-0001',
    headOfficeReportedAt: VISITED_AT,
  }

  it('closes an ordinary 有效投诉 after its return visit, confirmed by the supervisor who closes it', () => {
    const record = accepted(commands.close(visited(), {}, supervisor))
    expect(record).toMatchObject({
      state: 'closed',
      closedAt: LATER,
      closedBy: '周主管',
      verification: { verifiedAt: LATER, verifiedBy: '周主管' },
    })
  })

  it('needs 核实 of a supervisor before a clerk closes', () => {
    expect(refusalOf(commands.close(visited(), {}, clerk))).toBe(
      'complaint.verificationRequired @verification',
    )
    const verified = accepted(commands.verify(visited(), { words: '现场看过' }, supervisor))
    expect(accepted(commands.close(verified, {}, clerk))).toMatchObject({
      closedBy: '小林',
      verification: { verifiedBy: '周主管', words: '现场看过' },
    })
  })

  it.each([
    ['轻微', visited(), {}, 'accepted'],
    ['重要', visited({ severity: 'important' }), {}, 'complaint.summaryRequired @summary'],
    ['重要', visited({ severity: 'important' }), { summary: '备件不足' }, 'accepted'],
    ['重大', visited({ severity: 'major' }), {}, 'complaint.summaryRequired @summary'],
    [
      '重大',
      visited({ severity: 'major' }),
      { ...major, correctiveActionRef: ' ' },
      'complaint.correctiveActionRequired @correctiveActionRef',
    ],
    [
      '重大',
      visited({ severity: 'major' }),
      { ...major, headOfficeReportedAt: null },
      'complaint.headOfficeRequired @headOfficeReportedAt',
    ],
    [
      '重大',
      visited({ severity: 'major' }),
      { ...major, headOfficeReportedAt: instantOf('2026-11-13') },
      'time.inFuture @headOfficeReportedAt',
    ],
    ['重大', visited({ severity: 'major' }), major, 'accepted'],
  ])('%s by severity: %#', (_, record, input, answer) => {
    expect(refusalOf(commands.close(record, input, supervisor))).toBe(answer)
  })

  it('keeps what is prepared beforehand', () => {
    const prepared = accepted(commands.prepareClosing(visited({ severity: 'major' }), major, clerk))
    expect(prepared.state).toBe('visited')
    expect(accepted(commands.close(prepared, {}, supervisor))).toMatchObject(major)
  })

  it.each([
    ['有效, in hand', answered(inProgress()), 'complaint.completionRequired @completedAt'],
    ['有效, unanswered', handled(), 'complaint.answerRequired @answers'],
    ['有效, not visited', answered(handled()), 'complaint.returnVisitRequired @returnVisits'],
    ['沟通性, unexplained', judged({ nature: 'inquiry' }), 'complaint.answerRequired @answers'],
    ['沟通性, explained', answered(judged({ nature: 'inquiry' })), 'accepted'],
    ['沟通性, explained while in hand', answered(inProgress({ nature: 'help' })), 'accepted'],
  ])('%s', (_, record, answer) => {
    expect(refusalOf(commands.close(record, {}, supervisor))).toBe(answer)
  })

  it('lets a 匿名 complaint end that left nobody to answer, once the work is done', () => {
    const nobody = { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' }
    const intake = intakeOf({ complainant: nobody })
    const done = { ...handled(), intake }
    expect(refusalOf(commands.close({ ...inProgress(), intake }, {}, supervisor))).toBe(
      'complaint.completionRequired @completedAt',
    )
    expect(refusalOf(commands.close(done, {}, supervisor))).toBe('accepted')
  })

  it('asks for what a month over brings, even when closing is what comes first', () => {
    const late = contextAt(instantOf('2026-12-15'))
    const slow = {
      ...visited(),
      handling: { ...inProgress().handling, completedAt: instantOf('2026-12-12') },
    }
    expect(refusalOf(commands.close(slow as Complaint, {}, late))).toBe('complaint.summaryRequired @summary')
  })

  it('voids with a reason, keeping the number (domain 2)', () => {
    const record = accepted(commands.voidComplaint(handled(), { reason: '登记两次' }, supervisor))
    expect(record).toMatchObject({
      state: 'void',
      number: '客服-TS-2026-0001',
      void: { reason: '登记两次', at: LATER, by: '周主管' },
    })
    expect(refusalOf(commands.voidComplaint(handled(), { reason: ' ' }, supervisor))).toBe(
      'record.voidReasonRequired @reason',
    )
  })
})
