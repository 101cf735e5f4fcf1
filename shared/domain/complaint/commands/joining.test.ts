import { describe, expect, it } from 'vitest'
import { addHours } from '../../../util/civilTime'
import { waitingForAnswer } from '../complainants'
import {
  accepted,
  answered,
  closed,
  contextAt,
  handled,
  inProgress,
  judged,
  registered,
  REGISTERED_AT,
  VISITED_AT,
  voided,
} from '../testing'
import type { Complaint } from '../types'
import * as commands from './index'

const clerk = contextAt(VISITED_AT, 'clerk')
const LATER = addHours(REGISTERED_AT, 5)
const OTHER = {
  ...registered().intake.complainant,
  name: '赵敏',
  unitId: 'u-502',
  unitCode: '5-2-502',
}

/** The same fault, registered later by somebody else. */
function second(change: Partial<Complaint> = {}): Complaint {
  const record = registered({ registeredAt: LATER, complainant: OTHER, content: '电梯又停了', remedy: '' })
  return {
    ...record,
    id: 'b',
    number: '客服-TS-2026-0002',
    firstAskedUserId: 'u-b',
    receivedBy: '小吴',
    ...change,
  }
}
const into = inProgress()
const join = (record: Complaint, target: Complaint, role: 'clerk' | 'viewer' = 'clerk') =>
  commands.join(record, { into: target }, contextAt(VISITED_AT, role))

describe('并案 (quality 9.13)', () => {
  it('keeps the record that goes on from being voided: the people of the other wait in it', () => {
    const { into: next } = accepted(join(second(), into))
    const supervisor = contextAt(VISITED_AT, 'supervisor')
    expect(commands.voidComplaint(next, { reason: '登记错了' }, supervisor)).toMatchObject({
      refusal: { key: 'complaint.othersJoined' },
    })
  })

  it('ends the later one and gives its people to the earlier', () => {
    const { ended, into: next } = accepted(join(second(), into))
    expect(ended).toMatchObject({
      state: 'closed',
      joinedInto: into.id,
      closedAt: VISITED_AT,
      closedBy: '小林',
      duty: null,
      links: [{ table: 'complaints', id: into.id, number: into.number, relation: 'joined' }],
    })
    expect(next).toMatchObject({ state: 'inProgress', alsoFirstAskedUserIds: ['u-b'], rev: into.rev + 1 })
    expect(next.links).toEqual([
      { table: 'complaints', id: 'b', number: '客服-TS-2026-0002', relation: 'joined' },
    ])
    expect(next.others).toEqual([
      {
        id: expect.any(String),
        complainant: OTHER,
        channel: 'phone',
        saidAt: LATER,
        words: '电梯又停了',
        receivedBy: '小吴',
        receivedByUserId: 'u-b',
        fromNumber: '客服-TS-2026-0002',
        answersBefore: 0,
      },
    ])
    expect(ended.steps.at(-1)).toMatchObject({ command: 'join', note: into.number, to: 'closed' })
    expect(next.steps.at(-1)).toMatchObject({ command: 'addComplainant', note: ended.number })
  })

  it('takes those along who had joined it before, each with the number they came from', () => {
    const third = second({ id: 'c', number: '客服-TS-2026-0003' })
    const chained = accepted(join(third, second())).into
    const { into: next } = accepted(join(chained, into))
    expect(next.others.map(({ fromNumber }) => fromNumber)).toEqual([
      '客服-TS-2026-0002',
      '客服-TS-2026-0003',
    ])
  })

  it('keeps a loss or injury, and lets the people wait for an answer of their own', () => {
    const hurt = second({ intake: { ...second().intake, lossOrInjury: true } })
    const next = accepted(join(hurt, answered(handled()))).into
    expect(next.intake.lossOrInjury).toBe(true)
    expect(waitingForAnswer(next).map(({ called }) => called)).toEqual(['赵敏'])
  })

  it('the joined people stay: nobody can be taken out of what their record ended for', () => {
    const next = accepted(join(second(), into)).into
    const input = { complainantId: next.others[0]?.id ?? '', reason: '错了' }
    expect(commands.removeComplainant(next, input, clerk)).toMatchObject({
      refusal: { key: 'complaint.joinedStays' },
    })
  })

  it.each([
    ['itself', into, into, 'complaint.joinItself'],
    ['what is closed', second(), closed(), 'complaint.joinIntoEnded'],
    ['what is void', second(), voided(), 'complaint.joinIntoEnded'],
    ['a blank form', second(), { ...registered(), state: 'reserved' as const }, 'complaint.joinIntoEnded'],
    ['a later one', registered(), second({ state: 'inProgress' }), 'complaint.joinOlder'],
    ['once work began', second({ state: 'inProgress' }), into, 'complaint.joinTooFar'],
    ['once answered', second({ answers: answered(handled()).answers }), into, 'complaint.joinTooFar'],
    ['what is judged lighter', second({ ...judgedAs('major') }), into, 'complaint.joinGraver'],
    ['what is not judged yet', second({ ...judgedAs('minor') }), registered(), 'complaint.joinGraver'],
    ['when it ended itself', closed(), into, 'complaint.isClosed'],
  ])('not into %s', (_what, record, target, key) => {
    const other = target === record || target.id !== record.id ? target : { ...target, id: 'a' }
    expect(join(record, other)).toMatchObject({ refusal: { key } })
  })

  it('is not for 查阅', () => {
    expect(join(second(), into, 'viewer')).toMatchObject({ refusal: { key: 'office.notAllowed' } })
  })
})

function judgedAs(severity: 'minor' | 'major'): Partial<Complaint> {
  const { judgement, state } = judged({ severity })
  return { judgement, state }
}

describe('关联 by hand, one side each (domain 10)', () => {
  const other = { table: 'incidents', id: 'x', number: '客服-SG-2026-0001', relation: 'related' } as const

  it('links and unlinks again; a 并案 or 重复投诉 stays', () => {
    const linked = accepted(commands.link(closed(), { other }, clerk))
    expect(accepted(commands.unlink(linked, { otherId: 'x' }, clerk)).links).toEqual([])
    expect(commands.unlink(closed(), { otherId: 'x' }, clerk)).toMatchObject({
      refusal: { key: 'link.missing' },
    })
    const { ended } = accepted(join(second(), into))
    expect(commands.unlink(ended, { otherId: into.id }, clerk)).toMatchObject({
      refusal: { key: 'link.stays' },
    })
  })

  it('a joined pair that was linked before is linked once, as 并案', () => {
    const before = { table: 'complaints', id: 'b', number: '客服-TS-2026-0002', relation: 'related' } as const
    const target = accepted(commands.link(into, { other: before }, clerk))
    expect(accepted(join(second(), target)).into.links).toEqual([{ ...before, relation: 'joined' }])
  })
})
