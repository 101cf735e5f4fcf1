import { describe, expect, it } from 'vitest'
import { addHours, endOfCivilDay, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import * as commands from './commands'
import { dutiesOf, latenessOf, nextDuty } from './duty'
import {
  accepted,
  answered,
  COMPLETED_AT,
  closed,
  contextAt,
  handled,
  inProgress,
  intakeOf,
  judged,
  REGISTERED_AT,
  registered,
  VISITED_AT,
  visited,
  voided,
} from './testing'
import type { Complaint } from './types'

const { settings } = contextAt(REGISTERED_AT)
const REPLY = endOfCivilDay('2026-11-19')
const MONTH = endOfCivilDay('2026-12-09')
const PROMISED = instantOf('2026-11-12', '18:00')

function suspended(promisedAt: Instant | null = null): Complaint {
  const input = { reason: '等配件', nextContactOn: '2026-11-16' }
  return accepted(commands.suspend(inProgress({}, promisedAt), input, contextAt(REGISTERED_AT, 'clerk')))
}

function anonymous(): Complaint {
  const nobody = { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' }
  return judged({ nature: 'venting' }, intakeOf({ complainant: nobody }))
}

describe('the one thing a complaint waits for (domain 5, 11)', () => {
  it.each([
    ['受理', registered(), 'judge', REPLY],
    ['判定, 有效', judged(), 'assign', REPLY],
    ['判定, 沟通性', judged({ nature: 'inquiry' }), 'reply', REPLY],
    ['判定, 沟通性 and explained', answered(judged({ nature: 'inquiry' })), 'close', MONTH],
    ['判定, 匿名 and nobody to answer', anonymous(), 'close', MONTH],
    ['处理中', inProgress(), 'reply', REPLY],
    ['处理中 with 承诺期限', inProgress({}, PROMISED), 'promise', PROMISED],
    ['处理中 and answered', answered(inProgress()), 'escalation', MONTH],
    ['处理中, 沟通性 and answered', answered(inProgress({ nature: 'help' })), 'close', MONTH],
    ['挂起', suspended(), 'contact', endOfCivilDay('2026-11-16')],
    ['挂起 with an earlier 承诺期限', suspended(PROMISED), 'promise', PROMISED],
    ['处理完毕', handled(), 'returnVisit', addHours(COMPLETED_AT, 24)],
    ['处理完毕, 沟通性 and answered', answered(handled({ nature: 'help' })), 'close', MONTH],
    ['已回访', visited(), 'close', MONTH],
  ])('%s', (_, record, kind, dueAt) => {
    expect(record.duty).toEqual({ kind, dueAt })
    expect(nextDuty(record, settings)).toEqual(record.duty)
  })

  it('waits for nothing once it has ended', () => {
    expect(closed().duty).toBeNull()
    expect(voided().duty).toBeNull()
  })

  it('goes on waiting for the work after it became 重大', () => {
    const escalated = commands.escalateIfDue(answered(inProgress()), contextAt(instantOf('2026-12-10')))
    expect(escalated?.duty).toEqual({ kind: 'handle', dueAt: MONTH })
  })

  it('lists every duty, soonest first', () => {
    expect(dutiesOf(inProgress({}, PROMISED), settings).map(({ kind }) => kind)).toEqual([
      'promise',
      'reply',
      'escalation',
      'handle',
    ])
  })

  it('moves with a moved promise and returns to the reply after a contact', () => {
    const later = instantOf('2026-11-18', '18:00')
    const input = { to: later, reason: '配件未到', toldAt: REGISTERED_AT }
    const moved = commands.movePromise(inProgress({}, PROMISED), input, contextAt(REGISTERED_AT, 'clerk'))
    expect(accepted(moved).duty).toEqual({ kind: 'promise', dueAt: later })
    const resumed = commands.resume(suspended(), contextAt(VISITED_AT, 'clerk'))
    expect(accepted(resumed).duty?.kind).toBe('reply')
  })
})

describe('how late a duty is, as values (domain 11)', () => {
  const duty = { kind: 'returnVisit', dueAt: VISITED_AT }

  it.each([
    ['3 hours left', -3 * 3_600_000, false, 3 * 3_600_000],
    ['the last millisecond is in time (domain 3: 以内 includes it)', 0, false, 0],
    ['a millisecond over', 1, true, 1],
    ['2 days over', 2 * 86_400_000, true, 2 * 86_400_000],
  ])('%s', (_, after, overdue, ms) => {
    const now = instantFromMs(msOf(VISITED_AT) + after)
    expect(latenessOf(duty, now)).toEqual({ kind: 'returnVisit', overdue, ms })
  })
})
