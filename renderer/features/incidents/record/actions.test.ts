import { describe, expect, it } from 'vitest'
import * as decide from '../../../../shared/domain/incident/commands'
import {
  approved,
  archived,
  contextAt,
  registered,
  submitted,
  verified,
} from '../../../../shared/domain/incident/testing'
import type { Incident } from '../../../../shared/domain/incident/types'
import type { Role } from '../../../../shared/domain/office/types'
import { isBlocked } from '../../../register/record/offers'
import { nextStep, offersOf, type StepName } from './actions'

const open = (record: Incident, role: Role, userId = `u-${role}`): StepName[] =>
  offersOf(record, { role, userId })
    .filter((offer) => !isBlocked(offer))
    .map(({ step }) => step)

describe('the steps of an incident (domain 7)', () => {
  it('leads from the event to 归档', () => {
    const full = { course: '经过', severity: 'minor', prevention: '建议' } as const
    expect(nextStep(registered())).toBe('amend')
    expect(nextStep(registered(full))).toBe('submit')
    expect(nextStep(submitted())).toBe('verify')
    expect(nextStep(verified())).toBe('archive')
    expect(nextStep(verified({ severity: 'major' }))).toBe('approve')
    expect(nextStep(approved())).toBe('archive')
    expect(nextStep(archived())).toBeNull()
  })

  it('says what is missing before 提交', () => {
    const submit = offersOf(registered({ course: '经过' }), { role: 'clerk', userId: 'u-clerk' }).find(
      ({ step }) => step === 'submit',
    )
    expect(submit?.needs).toEqual(['severity', 'prevention'])
  })

  it('leaves each role what is theirs', () => {
    expect(open(submitted(), 'clerk')).toEqual([])
    expect(open(submitted(), 'supervisor')).toEqual(['verify', 'returnForRevision', 'void'])
    const grave = verified({ severity: 'major' })
    expect(open(grave, 'supervisor')).toEqual(['void'])
    expect(open(grave, 'director')).toEqual(['approve', 'returnForRevision', 'void'])
    expect(open(registered(), 'viewer')).toEqual([])
  })

  it('offers a closed report supplements and 归档 alone', () => {
    for (const record of [verified(), approved()]) {
      expect(open(record, 'director')).toEqual(['supplement', 'archive'])
    }
    expect(open(archived(), 'clerk')).toEqual(['supplement'])
  })

  it('offers 伤情 to those who see it', () => {
    expect(open(registered(), 'clerk')).toContain('setInjuries')
    expect(open(registered(), 'clerk', 'u-other')).not.toContain('setInjuries')
    expect(open(registered(), 'supervisor')).toContain('setInjuries')
  })

  it('offers nothing that the rule would refuse', () => {
    const records = [registered(), submitted(), verified(), verified({ severity: 'major' }), approved()]
    for (const record of records) {
      for (const role of ['clerk', 'supervisor', 'director', 'viewer'] as const) {
        const offered = open(record, role)
        const ctx = contextAt(record.updatedAt, role)
        expect(offered.includes('verify')).toBe(decide.verify(record, { words: '' }, ctx).ok)
        expect(offered.includes('approve')).toBe(decide.approve(record, { words: '' }, ctx).ok)
        expect(offered.includes('archive')).toBe(decide.archive(record, {}, ctx).ok)
        const back = decide.returnForRevision(record, { reason: '改' }, ctx)
        expect(offered.includes('returnForRevision')).toBe(back.ok)
        const added = decide.supplement(record, { text: '补', attachmentIds: [] }, ctx)
        expect(offered.includes('supplement')).toBe(added.ok)
      }
    }
  })
})
