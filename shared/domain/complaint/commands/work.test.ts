import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../util/civilTime'
import type { Result } from '../../../util/result'
import {
  accepted,
  COMPLETED_AT,
  contextAt,
  handled,
  inProgress,
  intakeOf,
  judged,
  REGISTERED_AT,
  registered,
  VISITED_AT,
} from '../testing'
import type { ComplaintIntake } from '../types'
import * as commands from './index'

const LATER = instantOf('2026-11-12', '09:00')
const clerk = contextAt(LATER, 'clerk')
const supervisor = contextAt(LATER)

function refusalOf<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : [result.refusal.key, result.refusal.field].filter(Boolean).join(' @')
}

describe('受理 (domain 5)', () => {
  const given = { number: '客服-TS-2026-0001', year: 2026, seq: 1 }
  const take = (change: Partial<ComplaintIntake>, ctx = clerk) =>
    commands.register({ given, intake: intakeOf(change), receivedBy: '' }, ctx)
  const person = intakeOf().complainant

  it('makes a whole record with number, first step and duty', () => {
    const record = accepted(take({ content: ' 电梯坏了。\n' }))
    expect(record).toMatchObject({
      register: 'complaint',
      ...given,
      state: 'accepted',
      rev: 1,
      receivedBy: '小林',
      firstAskedUserId: 'u-clerk',
      createdAt: LATER,
      links: [],
      attachmentIds: [],
      repeatOf: null,
      duty: { kind: 'judge' },
      steps: [{ command: 'register', at: LATER, by: '小林', userId: 'u-clerk', from: null, to: 'accepted' }],
    })
    expect(record.intake.content).toBe(' 电梯坏了。\n')
  })

  it('keeps who took it in when a colleague wrote it on paper first', () => {
    const input = { given, intake: intakeOf(), receivedBy: '夜班老吴' }
    expect(accepted(commands.register(input, clerk)).receivedBy).toBe('夜班老吴')
  })

  it.each([
    ['no words', { content: ' \n' }, 'complaint.contentRequired @content'],
    ['no name', { complainant: { ...person, name: '' } }, 'complaint.nameRequired @complainant.name'],
    [
      'nowhere to answer',
      { complainant: { ...person, phone: '', unitCode: ' ' } },
      'complaint.contactRequired @complainant.phone',
    ],
    ['a short number', { complainant: { ...person, phone: '1381' } }, 'accepted'],
    [
      'a wrong phone',
      { complainant: { ...person, phone: '1' } },
      'complaint.phoneInvalid @complainant.phone',
    ],
    [
      'a household person',
      { complainant: { ...person, personId: 'p', phone: '', unitCode: '' } },
      'accepted',
    ],
    ['匿名', { complainant: { ...person, anonymous: true, name: '', phone: '', unitCode: '' } }, 'accepted'],
    ['a time to come', { registeredAt: instantOf('2026-11-12', '09:01') }, 'time.inFuture @registeredAt'],
    ['no time', { registeredAt: '昨天' }, 'time.invalid @registeredAt'],
    ['another spelling of time', { registeredAt: '2026-11-09T01:00:00Z' }, 'time.invalid @registeredAt'],
    [
      'an event after its registration',
      { occurredAt: instantOf('2026-11-09', '09:01') },
      'complaint.occurredAfterRegistration @occurredAt',
    ],
    ['an event to come', { occurredAt: instantOf('2026-11-13') }, 'time.inFuture @occurredAt'],
  ])('with %s', (_, change, answer) => {
    expect(refusalOf(take(change))).toBe(answer)
  })

  it('is amended while open, but never moves 登记时间, on which every deadline hangs', () => {
    const record = registered()
    const intake = intakeOf({ place: ' 5号楼 ' })
    expect(accepted(commands.amendIntake(record, { intake }, clerk)).intake.place).toBe('5号楼')
    const moved = { intake: intakeOf({ registeredAt: instantOf('2026-11-10') }) }
    expect(refusalOf(commands.amendIntake(record, moved, clerk))).toBe(
      'complaint.registeredAtFixed @registeredAt',
    )
  })
})

describe('判定 and 派工 (domain 5)', () => {
  const input = { department: '维修班', responsible: '赵师傅', promisedAt: null }
  const promise = instantOf('2026-11-15', '18:00')

  it('judges again later without going back', () => {
    const again = { nature: 'help', severity: 'minor', cause: 'quality' } as const
    const record = accepted(commands.judge(handled(), again, supervisor))
    expect(record).toMatchObject({ state: 'handled', judgement: { ...again, judgedBy: '周主管' } })
  })

  it('asks for 责任部门 and 责任人', () => {
    const record = judged()
    expect(refusalOf(commands.assign(record, { ...input, department: ' ' }, supervisor))).toBe(
      'complaint.departmentRequired @department',
    )
    expect(refusalOf(commands.assign(record, { ...input, responsible: '' }, supervisor))).toBe(
      'complaint.responsibleRequired @responsible',
    )
    expect(refusalOf(commands.assign(record, { ...input, promisedAt: REGISTERED_AT }, supervisor))).toBe(
      'time.inPast @promisedAt',
    )
  })

  it('assigns anew, keeping the work and the promise; the promise moves by 延期告知 only', () => {
    const first = inProgress({}, promise)
    const again = accepted(commands.assign(first, { ...input, responsible: '钱师傅' }, supervisor))
    expect(again).toMatchObject({
      state: 'inProgress',
      handling: { responsible: '钱师傅', promisedAt: promise },
    })
    const other = { ...input, promisedAt: instantOf('2026-11-20') }
    expect(refusalOf(commands.assign(first, other, supervisor))).toBe(
      'complaint.promiseNeedsMove @promisedAt',
    )
    const promised = accepted(commands.assign(inProgress(), { ...input, promisedAt: promise }, supervisor))
    expect(promised.handling?.promisedAt).toBe(promise)
  })

  it('becomes 重大 by hand for a promise repeatedly not kept, once, and stays so', () => {
    const record = accepted(commands.escalate(inProgress(), { reason: '三次承诺未兑现' }, supervisor))
    expect(record).toMatchObject({
      judgement: { severity: 'major' },
      escalatedBecause: 'repeatedPromise',
      escalatedAt: LATER,
    })
    expect(refusalOf(commands.escalate(record, { reason: '又一次' }, supervisor))).toBe(
      'complaint.alreadyEscalated',
    )
    expect(refusalOf(commands.escalate(inProgress(), { reason: ' ' }, supervisor))).toBe(
      'complaint.reasonRequired @reason',
    )
    const lower = { nature: 'valid', severity: 'minor', cause: 'fees' } as const
    expect(refusalOf(commands.judge(record, lower, supervisor))).toBe('complaint.staysMajor @severity')
  })
})

describe('处理 (domain 5)', () => {
  it('saves progress without a change of state, field by field', () => {
    const first = accepted(commands.recordHandling(inProgress(), { investigation: '门机磨损' }, clerk))
    const second = accepted(commands.recordHandling(first, { causeAnalysis: '年久' }, clerk))
    expect(second).toMatchObject({
      state: 'inProgress',
      handling: { investigation: '门机磨损', causeAnalysis: '年久', measures: '' },
    })
  })

  it('drops empty proposals and keeps the chosen one', () => {
    const input = { proposals: ['', ' 换门机 ', '', '大修'], chosenProposal: 3 }
    const record = accepted(commands.recordHandling(inProgress(), input, clerk))
    expect(record.handling).toMatchObject({ proposals: ['换门机', '大修'], chosenProposal: 1 })
    const none = accepted(commands.recordHandling(record, { chosenProposal: null }, clerk))
    expect(none.handling?.chosenProposal).toBeNull()
  })

  it.each([0, 2, 7, -1])('refuses the choice of proposal %i, which says nothing', (chosenProposal) => {
    const input = { proposals: ['', '大修', ''], chosenProposal }
    expect(refusalOf(commands.recordHandling(inProgress(), input, clerk))).toBe(
      'complaint.proposalUnknown @chosenProposal',
    )
  })

  it.each([
    ['no 处理措施', { measures: ' ', completedAt: COMPLETED_AT }, 'complaint.measuresRequired @measures'],
    [
      'a time to come',
      { measures: '换', completedAt: instantOf('2026-11-13') },
      'time.inFuture @completedAt',
    ],
    [
      'a time before 受理',
      { measures: '换', completedAt: instantOf('2026-11-09', '08:59') },
      'time.beforeRegistration @completedAt',
    ],
    ['both', { measures: '换', completedAt: COMPLETED_AT }, 'accepted'],
  ])('is 处理完毕 with %s', (_, input, answer) => {
    expect(refusalOf(commands.complete(inProgress(), input, clerk))).toBe(answer)
  })

  it('takes a minute for a minute: what is typed as 09:30 is not before 09:30:45', () => {
    const ctx = contextAt('2026-11-09T01:30:59.000Z')
    const intake = intakeOf({ registeredAt: '2026-11-09T01:30:45.123Z' })
    const record = { ...inProgress(), intake }
    const typed = { measures: '换', completedAt: instantOf('2026-11-09', '09:30') }
    expect(refusalOf(commands.complete(record, typed, ctx))).toBe('accepted')
    const earlier = { ...typed, completedAt: instantOf('2026-11-09', '09:29') }
    expect(refusalOf(commands.complete(record, earlier, ctx))).toBe('time.beforeRegistration @completedAt')
  })

  it('takes the measures written before, and never loses them afterwards', () => {
    const noted = accepted(commands.recordHandling(inProgress(), { measures: '换门机' }, clerk))
    const done = accepted(commands.complete(noted, { completedAt: COMPLETED_AT }, clerk))
    expect(done).toMatchObject({
      state: 'handled',
      handling: { measures: '换门机', completedAt: COMPLETED_AT },
    })
    expect(refusalOf(commands.recordHandling(done, { measures: '' }, clerk))).toBe(
      'complaint.measuresRequired @measures',
    )
  })
})

describe('挂起 and 延期告知 (domain 5)', () => {
  const wait = { reason: '等配件', nextContactOn: '2026-11-16' }

  it('suspends with a reason and 下次联系日, sets the next one, and resumes', () => {
    const first = accepted(commands.suspend(inProgress(), wait, clerk))
    expect(first).toMatchObject({
      state: 'suspended',
      suspension: { ...wait, suspendedAt: LATER, suspendedBy: '小林' },
    })
    const again = accepted(commands.suspend(first, { ...wait, nextContactOn: '2026-11-20' }, clerk))
    expect(again).toMatchObject({ state: 'suspended', suspension: { nextContactOn: '2026-11-20' } })
    const back = accepted(commands.resume(again, clerk))
    expect(back).toMatchObject({ state: 'inProgress', suspension: null })
    expect(back.steps.filter(({ note }) => note === '等配件')).toHaveLength(2)
  })

  it.each([
    [{ ...wait, reason: '' }, 'complaint.reasonRequired @reason'],
    [{ ...wait, nextContactOn: '2026-11-11' }, 'complaint.contactDayInvalid @nextContactOn'],
    [{ ...wait, nextContactOn: '2026-11-31' }, 'complaint.contactDayInvalid @nextContactOn'],
    [{ ...wait, nextContactOn: '2026-11-12' }, 'accepted'],
  ])('%j: %s', (input, answer) => {
    expect(refusalOf(commands.suspend(inProgress(), input, clerk))).toBe(answer)
  })

  const from = instantOf('2026-11-13', '18:00')
  const move = { to: instantOf('2026-11-16', '18:00'), reason: '配件未到', toldAt: VISITED_AT }

  it('moves the promise and keeps from, to, why, when told and by whom', () => {
    const record = accepted(commands.movePromise(inProgress({}, from), move, clerk))
    expect(record.handling).toMatchObject({
      promisedAt: move.to,
      promiseMoves: [{ ...move, from, movedAt: LATER, movedBy: '小林' }],
    })
  })

  it.each([
    ['no reason', { ...move, reason: '' }, 'complaint.reasonRequired @reason'],
    ['nobody told yet', { ...move, toldAt: instantOf('2026-11-13') }, 'time.inFuture @toldAt'],
    ['told before 受理', { ...move, toldAt: instantOf('2026-11-01') }, 'time.beforeRegistration @toldAt'],
    ['a day gone by', { ...move, to: VISITED_AT }, 'time.inPast @to'],
    ['the same day', { ...move, to: from }, 'complaint.promiseUnchanged @to'],
  ])('refuses to move it with %s', (_, input, answer) => {
    expect(refusalOf(commands.movePromise(inProgress({}, from), input, clerk))).toBe(answer)
  })

  it('has nothing to move where nothing was promised', () => {
    expect(refusalOf(commands.movePromise(inProgress(), move, clerk))).toBe('complaint.noPromise')
  })
})
