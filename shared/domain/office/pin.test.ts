import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterRightPin, afterWrongPin, checkPin, freshCredential, lockedForMinutes, mayTry } from './pin'

const NOW = '2026-11-21T01:30:00.000Z'
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

describe('PIN rules (domain 1)', () => {
  it.each([
    ['12345', 'office.pinShort'],
    ['', 'office.pinShort'],
    ['12a456', 'office.pinDigits'],
    ['１２３４５６', 'office.pinDigits'],
    ['000000', 'office.pinSimple'],
    ['123456', 'office.pinSimple'],
    ['987654', 'office.pinSimple'],
    ['789012', 'office.pinSimple'],
    ['1'.repeat(33), 'office.pinLong'],
  ])('refuses "%s"', (pin, key) => {
    expect(checkPin(pin)).toMatchObject({ ok: false, refusal: { key, field: 'pin' } })
  })

  it.each(['135790', '112233', '20261121', '123457'])('accepts %s', (pin) => {
    expect(checkPin(pin)).toEqual({ ok: true, value: pin })
  })
})

describe('lock-out (domain 1)', () => {
  const fresh = freshCredential('u1', 'scrypt$x')
  const wrong = (times: number, from = fresh, at = NOW) =>
    Array.from({ length: times }).reduce<typeof fresh>((one) => afterWrongPin(one, at), from)

  it('locks at the fifth wrong try, not at the fourth', () => {
    expect(mayTry(wrong(4), NOW).ok).toBe(true)
    expect(mayTry(wrong(5), NOW)).toMatchObject({
      ok: false,
      refusal: { key: 'office.locked', params: { minutes: 5 } },
    })
  })

  it('opens again when the time is over, to the minute', () => {
    const locked = wrong(5)
    expect(lockedForMinutes(locked, later(4.5))).toBe(1)
    expect(mayTry(locked, later(5)).ok).toBe(true)
  })

  it('doubles with each lock in a row and starts anew after the right PIN', () => {
    const second = wrong(5, wrong(5), later(5))
    expect(lockedForMinutes(second, later(5))).toBe(10)
    const third = wrong(5, second, later(15))
    expect(lockedForMinutes(third, later(15))).toBe(20)
    expect(lockedForMinutes(wrong(5, afterRightPin(third), later(60)), later(60))).toBe(5)
  })

  it('property: no run of wrong tries locks for longer than a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (times) => {
        expect(lockedForMinutes(wrong(times), NOW)).toBeLessThanOrEqual(24 * 60)
      }),
    )
  })
})
