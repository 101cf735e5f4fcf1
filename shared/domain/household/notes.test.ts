import { describe, expect, it } from 'vitest'
import {
  activeInstructions,
  createCareFlag,
  createInstruction,
  endCareFlag,
  endInstruction,
  updateCareFlag,
  updateInstruction,
  visibleFlags,
} from './notes'
import { contextFor, TODAY } from './testing'

function made<T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

describe('重点关注 (domain 4)', () => {
  const input = {
    unitId: 'unit-1',
    kind: 'livesAlone',
    note: '每周一次电话',
    expiresOn: null,
    visibleTo: [],
  } as const
  const flag = (changes: object) =>
    made(createCareFlag({ ...input, visibleTo: [], ...changes }, contextFor('supervisor')))

  it('shows to everybody when no roles are named, else to those and the director', () => {
    const open = flag({})
    const limited = flag({ visibleTo: ['supervisor'] })
    const seen = (role: 'clerk' | 'supervisor' | 'director' | 'viewer') =>
      visibleFlags([open, limited], role, TODAY)
    expect(seen('clerk')).toEqual([open])
    expect(seen('viewer')).toEqual([open])
    expect(seen('supervisor')).toEqual([open, limited])
    expect(seen('director')).toEqual([open, limited])
  })

  it('shows on its last day and not after it', () => {
    const one = flag({ expiresOn: TODAY })
    expect(visibleFlags([one], 'clerk', TODAY)).toHaveLength(1)
    expect(visibleFlags([one], 'clerk', '2026-11-22')).toHaveLength(0)
  })

  it('refuses a last day before today, which would hide it at once, but lets an expired one be corrected', () => {
    const late = { ...input, visibleTo: [], expiresOn: '2026-11-20' }
    const past = { refusal: { key: 'household.expiresInPast', field: 'expiresOn' } }
    expect(createCareFlag(late, contextFor('supervisor'))).toMatchObject(past)
    expect(updateCareFlag(flag({}), late, contextFor('supervisor'))).toMatchObject(past)
    const ended = made(endCareFlag(flag({}), contextFor('supervisor')))
    expect(updateCareFlag(ended, { ...late, note: '电话改到周二' }, contextFor('supervisor'))).toMatchObject({
      value: { note: '电话改到周二', expiresOn: '2026-11-20' },
    })
  })

  it('stops showing today when it is ended, and cannot be touched by a role it is hidden from', () => {
    const limited = flag({ visibleTo: ['supervisor'] })
    expect(endCareFlag(limited, contextFor('clerk')).ok).toBe(false)
    expect(updateCareFlag(limited, { ...input, visibleTo: [] }, contextFor('clerk')).ok).toBe(false)
    const ended = made(endCareFlag(limited, contextFor('supervisor')))
    expect(visibleFlags([ended], 'director', TODAY)).toEqual([])
  })
})

describe('委托事项 (domain 4)', () => {
  const input = {
    unitId: 'unit-1',
    kind: 'away',
    note: '',
    startsOn: '2026-11-20',
    expiresOn: '2026-11-25',
  } as const

  it('holds from its first to its last day', () => {
    const one = made(createInstruction(input, contextFor()))
    const on = (day: string) => activeInstructions([one], day).length
    expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-25'), on('2026-11-26')]).toEqual([0, 1, 1, 0])
    expect(activeInstructions([made(endInstruction(one, contextFor()))], TODAY)).toEqual([])
  })

  it('refuses a last day before today, new or changed', () => {
    const late = { ...input, startsOn: '2026-11-18', expiresOn: '2026-11-20' }
    const past = { refusal: { key: 'household.expiresInPast', field: 'expiresOn' } }
    expect(createInstruction(late, contextFor())).toMatchObject(past)
    const one = made(createInstruction(input, contextFor()))
    expect(updateInstruction(one, late, contextFor())).toMatchObject(past)
  })

  it('refuses dates out of order and no unit', () => {
    expect(createInstruction({ ...input, expiresOn: '2026-11-19' }, contextFor())).toMatchObject({
      refusal: { key: 'household.expiryOrder', field: 'expiresOn' },
    })
    expect(createInstruction({ ...input, unitId: '' }, contextFor()).ok).toBe(false)
  })
})
