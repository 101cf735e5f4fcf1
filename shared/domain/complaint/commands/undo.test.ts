import { describe, expect, it } from 'vitest'
import { instantFromMs, instantOf, msOf } from '../../../util/civilTime'
import type { Instant } from '../../../util/instant'
import type { Result } from '../../../util/result'
import {
  accepted,
  answered,
  closed,
  contextAt,
  handled,
  inProgress,
  judged,
  registered,
  VISITED_AT,
  visited,
  visitInput,
  voided,
} from '../testing'
import type { Complaint } from '../types'
import * as commands from './index'

const MINUTE = 60_000
const minutesAfter = (at: Instant, minutes: number) => instantFromMs(msOf(at) + minutes * MINUTE)
const keyOf = <T>(result: Result<T>) => (result.ok ? 'accepted' : result.refusal.key)

/** Tries to take back the last step `minutes` after it. */
function back(
  record: Complaint,
  previous: Complaint,
  minutes = 5,
  role: 'clerk' | 'supervisor' = 'supervisor',
) {
  const at = record.steps.at(-1)?.at ?? record.updatedAt
  return commands.undo(record, previous, contextAt(minutesAfter(at, minutes), role))
}

describe('撤销 of the last step (ui, "Habits")', () => {
  const before = handled()
  const after = answered(before)

  it('gives the content before, one more revision, and keeps both steps', () => {
    const undone = accepted(back(after, before, 5, 'clerk'))
    expect(undone.answers).toEqual([])
    expect(undone.rev).toBe(after.rev + 1)
    expect(undone.duty).toEqual(before.duty)
    expect(undone.steps.slice(-2)).toMatchObject([
      { command: 'answer' },
      { command: 'undo', note: 'answer', by: '小林', from: 'handled', to: 'handled' },
    ])
  })

  it('opens a closed record again', () => {
    const record = visited()
    const undone = accepted(back(accepted(commands.close(record, {}, contextAt(VISITED_AT))), record))
    expect(undone).toMatchObject({ state: 'visited', closedAt: null, closedBy: null, verification: null })
    expect(undone.duty).not.toBeNull()
  })

  it('is for 30 minutes, the last one included', () => {
    expect(keyOf(back(after, before, 30))).toBe('accepted')
    expect(keyOf(back(after, before, 31))).toBe('undo.tooLate')
  })

  it('is for who took the step, or a supervisor', () => {
    const record = inProgress()
    const promised = { measures: '', investigation: '看过现场' }
    const worked = accepted(commands.recordHandling(record, promised, contextAt(VISITED_AT)))
    expect(keyOf(back(worked, record, 1, 'clerk'))).toBe('undo.notYours')
    expect(keyOf(back(after, before, 1, 'supervisor'))).toBe('accepted')
  })

  const viewer = contextAt(minutesAfter(after.updatedAt, 1), 'viewer')
  it('is not for who only reads', () => {
    expect(keyOf(commands.undo(after, before, viewer))).toBe('office.notAllowed')
  })

  const now = contextAt(VISITED_AT)
  const print = { form: 'complaintVisit', digest: 'd', way: 'printer', copies: 1 } as const
  const given = { number: '客服-TS-2026-0002', year: 2026, seq: 2 }
  const dissatisfied = () =>
    accepted(
      commands.recordReturnVisit(answered(handled()), visitInput('dissatisfied', '又坏了'), now, given),
    )
  const escalated = () =>
    commands.escalateIfDue(inProgress(), contextAt(instantOf('2026-12-20', '09:00'))) ?? inProgress()

  const other = () => ({ ...judged(), id: 'other', number: '客服-TS-2026-0009' })
  const joinedInto = () => accepted(commands.join(judged(), { into: other() }, now)).into

  it.each<[string, Complaint, string]>([
    ['registering', registered(), 'undo.never'],
    ['voiding', voided(), 'undo.never'],
    ['printing', accepted(commands.markPrinted(after, print, now)), 'undo.printed'],
    ['what came by itself', escalated(), 'undo.byItself'],
    ['a visit that opened another record', dissatisfied().complaint, 'undo.openedAnother'],
    ['taking back', accepted(back(after, before)), 'undo.onlyLast'],
    ['who came by 并案', joinedInto(), 'undo.openedAnother'],
    ['what was joined', accepted(commands.join(judged(), { into: other() }, now)).ended, 'undo.never'],
  ])('does not take back %s', (_what, record, key) => {
    expect(keyOf(back(record, judged()))).toBe(key)
  })

  it('says before asking what it would say', () => {
    const { actor } = now
    expect(commands.objectionToUndo(closed(), { now: VISITED_AT, actor })).toBeNull()
    const late = { now: instantOf('2027-01-01'), actor }
    expect(commands.objectionToUndo(closed(), late)?.refusal.key).toBe('undo.tooLate')
  })
})
