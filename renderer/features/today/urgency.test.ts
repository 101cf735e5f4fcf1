import { describe, expect, it } from 'vitest'
import { countByKind, countByUrgency, urgencyOf } from './urgency'

const now = Date.parse('2026-11-21T16:00:00.000Z')
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()

describe('urgency (domain 11)', () => {
  it('is late only after the deadline itself', () => {
    expect(urgencyOf(at(0), now)).toBe('soon')
    expect(urgencyOf(new Date(now - 1).toISOString(), now)).toBe('overdue')
  })

  it('is soon within 24 hours, those included', () => {
    expect(urgencyOf(at(24), now)).toBe('soon')
    expect(urgencyOf(at(24.001), now)).toBe('later')
  })

  it('counts every deadline once', () => {
    const dues = [at(-1), at(-100), at(3), at(30)].map((dueAt) => ({ dueAt }))
    expect(countByUrgency(dues, now)).toEqual({ overdue: 2, soon: 1, later: 1 })
  })

  it('counts the kinds of duty', () => {
    const kinds = countByKind([{ dutyLabel: '回访' }, { dutyLabel: '判定' }, { dutyLabel: '回访' }])
    expect([...kinds]).toEqual([
      ['回访', 2],
      ['判定', 1],
    ])
  })
})
