import { accept, type Result, refuse } from '../../util/result'
import type { Instant } from '../register/types'
import { afterWrongPin, freshCredential, mayTry } from './pin'
import type { Credential, Tries, User } from './types'

const NEVER_TRIED: Tries = { failedTries: 0, lockCount: 0, lockedUntil: null }

/** Tries at the 备份密码 so far. */
export function sheetTriesOf({ sheetTries }: Pick<Credential, 'sheetTries'>): Tries {
  return sheetTries ?? NEVER_TRIED
}

/**
 * Whether somebody may now try to get a new PIN with the 《恢复单》: an active 主任, and not while too many wrong tries at
 * it lock. A PIN that is locked itself does not keep from it: it is what was forgotten.
 * Refusals: office.notAllowed, office.locked `{ minutes }`.
 */
export function mayRecoverPin(user: User, credential: Credential, now: Instant): Result<true> {
  if (!user.active || user.role !== 'director') return refuse('office.notAllowed')
  const allowed = mayTry(sheetTriesOf(credential), now, 'password')
  return allowed.ok ? accept(true) : allowed
}

/** A try with the 《恢复单》: whether it was its password, and the new PIN's hash. */
export interface RecoveryTry {
  right: boolean
  pinHash: string
}

/**
 * The credential after a try: with the right password the new PIN and nothing counted, else the old PIN and one wrong
 * try more, the fifth of which locks as those of a PIN do (domain 1). Refuses as `mayRecoverPin`.
 */
export function recoverPin(
  user: User,
  credential: Credential,
  { right, pinHash }: RecoveryTry,
  now: Instant,
): Result<Credential> {
  const allowed = mayRecoverPin(user, credential, now)
  if (!allowed.ok) return allowed
  if (right) return accept(freshCredential(user.id, pinHash))
  return accept({ ...credential, sheetTries: afterWrongPin(sheetTriesOf(credential), now) })
}
