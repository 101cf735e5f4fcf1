import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterWrongPin, freshCredential, mayTry } from './pin'
import { mayRecoverPin, recoverPin, sheetTriesOf } from './recoverPin'
import type { Credential, User } from './types'

const NOW = '2026-11-22T01:30:00.000Z'
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const director: User = {
  id: 'u1',
  name: '周敏',
  role: 'director',
  active: true,
  createdAt: NOW,
  updatedAt: NOW,
}
const OLD = freshCredential('u1', 'scrypt$old')
const NEW = 'scrypt$new'

function tryAt(at: string, right: boolean, credential: Credential): Credential {
  const tried = recoverPin(director, credential, { right, pinHash: NEW }, at)
  return tried.ok ? tried.value : credential
}
const wrongTimes = (times: number, from = OLD, at = NOW) =>
  Array.from({ length: times }).reduce<Credential>((one) => tryAt(at, false, one), from)

describe('a new PIN by the 《恢复单》 (domain 1)', () => {
  it('is set by the right password, and nothing stays counted or locked', () => {
    const locked = Array.from({ length: 5 }).reduce<Credential>((one) => afterWrongPin(one, NOW), OLD)
    expect(mayTry(locked, NOW).ok).toBe(false)
    const mixed = wrongTimes(3, locked)
    expect(tryAt(NOW, true, mixed)).toEqual(freshCredential('u1', NEW))
  })

  it.each([
    ['a clerk', { role: 'clerk' as const }],
    ['a supervisor', { role: 'supervisor' as const }],
    ['a director who left', { active: false }],
  ])('is not for %s', (_who, change) => {
    const user = { ...director, ...change }
    expect(mayRecoverPin(user, OLD, NOW)).toMatchObject({ refusal: { key: 'office.notAllowed' } })
    expect(recoverPin(user, OLD, { right: true, pinHash: NEW }, NOW).ok).toBe(false)
  })

  it('locks at the fifth wrong try, longer each time, whatever is typed then', () => {
    expect(mayRecoverPin(director, wrongTimes(4), NOW).ok).toBe(true)
    const locked = wrongTimes(5)
    const refused = { refusal: { key: 'office.locked', field: 'password', params: { minutes: 5 } } }
    expect(mayRecoverPin(director, locked, NOW)).toMatchObject(refused)
    expect(recoverPin(director, locked, { right: true, pinHash: NEW }, NOW)).toMatchObject(refused)
    const again = wrongTimes(5, locked, later(5))
    expect(mayRecoverPin(director, again, later(5))).toMatchObject({ refusal: { params: { minutes: 10 } } })
    expect(tryAt(later(15), true, again).pinHash).toBe(NEW)
  })

  it('never changes the PIN by wrong tries, nor counts them against it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }), (times, apart) => {
        let credential = OLD
        for (let tried = 0; tried < times; tried += 1)
          credential = tryAt(later(tried * apart), false, credential)
        const { sheetTries: _tries, ...pin } = credential
        expect(pin).toEqual(OLD)
        expect(sheetTriesOf(credential).failedTries).toBeLessThan(5)
      }),
    )
  })
})
