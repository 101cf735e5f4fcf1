import { describe, expect, it } from 'vitest'
import * as decide from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { DEFAULT_SETTINGS } from '../../../../shared/domain/office/settings'
import type { Role } from '../../../../shared/domain/office/types'
import type { RuleContext } from '../../../../shared/domain/register/types'
import type { Result } from '../../../../shared/util/result'
import { blankIntake, intakeOf } from '../intake/intakeValues'
import { isBlocked } from '../../../register/record/offers'
import { nextStep, offersOf } from './actions'

const NOW = '2026-11-21T01:30:00.000Z'
const LATER = '2026-11-23T01:30:00.000Z'
let ids = 0
const as = (role: Role): RuleContext => ({
  now: NOW,
  actor: { userId: role, name: role, role },
  newId: () => `id${(ids += 1)}`,
  settings: DEFAULT_SETTINGS,
})
const BOSS = as('supervisor')

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

function registered(anonymous = false): Complaint {
  const values = { ...blankIntake(NOW, ''), content: '电梯停运' }
  values.complainant = anonymous
    ? { ...values.complainant, anonymous: true }
    : { ...values.complainant, name: '张三', phone: '13800001234' }
  const given = { number: '客服-TS-2026-0001', year: 2026, seq: 1 }
  return value(decide.register({ given, intake: intakeOf(values, NOW), receivedBy: '' }, BOSS))
}

const judged = (nature: 'valid' | 'inquiry', anonymous = false) =>
  value(decide.judge(registered(anonymous), { nature, severity: 'minor', cause: 'facilities' }, BOSS))
const assigned = () =>
  value(decide.assign(judged('valid'), { department: '维修班', responsible: '王', promisedAt: null }, BOSS))
const handled = () => value(decide.complete(assigned(), { measures: '已修复', completedAt: NOW }, BOSS))
const answered = (record: Complaint) =>
  value(decide.answer(record, { answeredAt: NOW, way: 'phone', content: '已修好', answeredBy: '' }, BOSS))
const visited = () =>
  value(
    decide.recordReturnVisit(
      answered(handled()),
      { visitedAt: NOW, way: 'phone', visitedBy: '', outcome: 'satisfied', words: '' },
      BOSS,
    ),
  ).complaint

const offer = (record: Complaint, role: Role, step: string) =>
  offersOf(record, role).find((one) => one.step === step)

describe('a blank form with a reserved number', () => {
  const given = { number: '客服-TS-2026-0009', year: 2026, seq: 9 }
  const reserved = value(decide.reserve({ given }, BOSS))

  it('is filled in next, or voided by a supervisor; nothing else', () => {
    expect(nextStep(reserved)).toBe('fillIn')
    expect(offersOf(reserved, 'supervisor').map(({ step }) => step)).toEqual(['fillIn', 'void'])
    expect(offersOf(reserved, 'supervisor').some(isBlocked)).toBe(false)
    expect(
      offersOf(reserved, 'clerk')
        .filter(isBlocked)
        .map(({ step }) => step),
    ).toEqual(['void'])
    expect(offersOf(reserved, 'viewer').every(isBlocked)).toBe(true)
  })
})

describe('nextStep', () => {
  it('follows a valid complaint through its life', () => {
    const steps = [registered(), judged('valid'), assigned(), handled(), answered(handled()), visited()]
    expect(steps.map(nextStep)).toEqual([
      'judge',
      'assign',
      'complete',
      'answer',
      'recordReturnVisit',
      'close',
    ])
  })

  it('closes a 沟通性投诉 once it is explained', () => {
    expect(nextStep(judged('inquiry'))).toBe('answer')
    expect(nextStep(answered(judged('inquiry')))).toBe('close')
  })

  it('asks nobody where there is nobody to reach', () => {
    expect(nextStep(judged('inquiry', true))).toBe('close')
  })

  it('is resuming while suspended, and nothing at the end', () => {
    const suspended = value(
      decide.suspend(assigned(), { reason: '等配件', nextContactOn: '2026-11-25' }, BOSS),
    )
    expect(nextStep(suspended)).toBe('resume')
    expect(nextStep(value(decide.close(visited(), {}, BOSS)))).toBeNull()
    expect(nextStep(value(decide.voidComplaint(registered(), { reason: '重复' }, BOSS)))).toBeNull()
  })
})

describe('offersOf', () => {
  it('shows a clerk what needs another role, and which', () => {
    const judging = offer(registered(), 'clerk', 'judge')
    expect(judging?.needsRoles).toEqual(['supervisor', 'director'])
    expect(judging && isBlocked(judging)).toBe(true)
    expect(offer(registered(), 'supervisor', 'judge')?.needsRoles).toEqual([])
  })

  it('says what closing still lacks, but not what its form asks for', () => {
    expect(offer(handled(), 'clerk', 'close')?.needs).toEqual(['answers', 'returnVisits', 'verification'])
    expect(offer(visited(), 'clerk', 'close')?.needs).toEqual(['verification'])
    expect(offer(visited(), 'supervisor', 'close')?.needs).toEqual([])
  })

  it('counts the attempts that 无法回访 still needs, and offers it only where nobody was reached (domain 5)', () => {
    const tried = (times: string[]) =>
      times.reduce((record, visitedAt) => {
        const visit = { visitedAt, way: 'phone', visitedBy: '', outcome: 'notReached', words: '' } as const
        return value(decide.recordReturnVisit(record, visit, { ...BOSS, now: LATER })).complaint
      }, answered(handled()))
    const DAYS = ['2026-11-21T02:00:00.000Z', '2026-11-21T09:00:00.000Z', '2026-11-22T02:00:00.000Z']
    expect(offer(answered(handled()), 'supervisor', 'giveUpVisit')).toBeUndefined()
    expect(offer(tried(DAYS.slice(0, 2)), 'clerk', 'giveUpVisit')?.bar).toEqual({
      key: 'branches:giveUp.needs',
      params: { left: 1 },
    })
    const sameDay = offer(tried([...DAYS.slice(0, 2), DAYS[1] ?? '']), 'supervisor', 'giveUpVisit')
    expect(sameDay?.bar).toEqual({ key: 'branches:giveUp.needsOtherDay' })
    const ready = offer(tried(DAYS), 'supervisor', 'giveUpVisit')
    expect(ready && isBlocked(ready)).toBe(false)
    const given = value(decide.giveUpVisit(tried(DAYS), { reason: '停机' }, BOSS))
    expect(nextStep(given)).toBe('close')
    expect(offer(given, 'supervisor', 'giveUpVisit')).toBeUndefined()
  })

  it('leaves out what the state does not allow', () => {
    const steps = offersOf(registered(), 'director').map(({ step }) => step)
    expect(steps).toEqual(['amendIntake', 'addComplainant', 'judge', 'void'])
    expect(offer(assigned(), 'clerk', 'movePromise')).toBeUndefined()
    expect(offersOf(value(decide.close(visited(), {}, BOSS)), 'director')).toEqual([])
  })

  it('knows what was done before', () => {
    expect(offer(assigned(), 'supervisor', 'assign')?.again).toBe(true)
    expect(offer(judged('valid'), 'supervisor', 'assign')?.again).toBe(false)
  })
})
