import { accept, type Result, refuse } from '../../util/result'
import type { Instant } from '../register/types'
import type { Credential, Tries } from './types'

export const PIN_MIN_LENGTH = 6
export const PIN_MAX_LENGTH = 32
/** Wrong tries in a row that lock a user, and for how long the first time (domain 1). */
export const TRIES_BEFORE_LOCK = 5
export const FIRST_LOCK_MINUTES = 5
/** The doubling stops at a day: a forgotten PIN must not shut an office out for a year. */
export const LONGEST_LOCK_MINUTES = 24 * 60

const MINUTE = 60_000

/** True where every digit follows the one before by the same step of 0, 1 or -1, 9 going on to 0. */
function isRun(digits: readonly number[], step: number): boolean {
  return digits.every((digit, i) => i === 0 || digit === ((digits[i - 1] ?? 0) + step + 10) % 10)
}

/**
 * PIN rules (domain 1): 6 to 32 digits, not all alike, not counting up or down.
 * Refusals on `pin`: office.pinDigits, office.pinShort, office.pinLong, office.pinSimple.
 */
export function checkPin(pin: string): Result<string> {
  if (!/^\d*$/.test(pin)) return refuse('office.pinDigits', 'pin')
  if (pin.length < PIN_MIN_LENGTH) return refuse('office.pinShort', 'pin', { min: PIN_MIN_LENGTH })
  if (pin.length > PIN_MAX_LENGTH) return refuse('office.pinLong', 'pin', { max: PIN_MAX_LENGTH })
  const digits = [...pin].map(Number)
  if ([0, 1, -1].some((step) => isRun(digits, step))) return refuse('office.pinSimple', 'pin')
  return accept(pin)
}

/** A credential as it is when the PIN is set or set anew: nothing counted, nothing locked. */
export function freshCredential(userId: string, pinHash: string): Credential {
  return { userId, pinHash, failedTries: 0, lockCount: 0, lockedUntil: null }
}

/** Stands for a PIN that was never set here: no PIN gives it. */
export const NO_PIN = 'scrypt$none'

/** Whether somebody has a PIN on this machine: whoever came here by replication has none yet, for PINs never travel. */
export function hasPin(credential: Pick<Credential, 'pinHash'> | undefined): boolean {
  return credential !== undefined && credential.pinHash !== NO_PIN
}

/** Whole minutes until the user may try again, 0 when not locked. */
export function lockedForMinutes({ lockedUntil }: Tries, now: Instant): number {
  if (lockedUntil === null) return 0
  return Math.max(0, Math.ceil((Date.parse(lockedUntil) - Date.parse(now)) / MINUTE))
}

/** Refuses with office.locked `{ minutes }` while the lock lasts; asked before the secret is looked at. */
export function mayTry<T extends Tries>(tries: T, now: Instant, field = 'pin'): Result<T> {
  const minutes = lockedForMinutes(tries, now)
  return minutes > 0 ? refuse('office.locked', field, { minutes }) : accept(tries)
}

/** What is counted after a wrong try: the fifth in a row locks 5 minutes, the next time 10, 20 … */
export function afterWrongPin<T extends Tries>(tries: T, now: Instant): T {
  const failedTries = tries.failedTries + 1
  if (failedTries < TRIES_BEFORE_LOCK) return { ...tries, failedTries, lockedUntil: null }
  const minutes = Math.min(FIRST_LOCK_MINUTES * 2 ** tries.lockCount, LONGEST_LOCK_MINUTES)
  return {
    ...tries,
    failedTries: 0,
    lockCount: tries.lockCount + 1,
    lockedUntil: new Date(Date.parse(now) + minutes * MINUTE).toISOString(),
  }
}

/** The credential after the right PIN: all counting starts anew. */
export function afterRightPin(credential: Credential): Credential {
  return freshCredential(credential.userId, credential.pinHash)
}
