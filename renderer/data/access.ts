import { freshCredential, hasPin, mayTry, NO_PIN, TRIES_BEFORE_LOCK } from '../../shared/domain/office/pin'
import { mayRecoverPin, sheetTriesOf } from '../../shared/domain/office/recoverPin'
import type { Tries, User } from '../../shared/domain/office/types'
import { accept, type Result, refuse } from '../../shared/util/result'
import { recoverPinCommand } from './commands/recoverPin'
import { recordTryCommand } from './commands/users'
import type { CommandRunner } from './core/commandRunner'
import type { DeskDatabase } from './core/database'
import type { CredentialRow } from './core/tables'

/** What of the desk is needed to try a secret and to count the try. */
export interface Trying {
  db: DeskDatabase
  ports: {
    now: () => string
    verifyPin: (pin: string, hash: string) => Promise<boolean>
    matchesSheet: (typed: string) => Promise<boolean>
  }
  run: CommandRunner['run']
}

async function known({ db }: Trying, userId: string): Promise<Result<{ user: User; row: CredentialRow }>> {
  const [user, row] = await Promise.all([db.of('users').get(userId), db.of('credentials').get(userId)])
  if (!user?.active) return refuse('record.missing')
  return accept({ user, row: row ?? { id: userId, ...freshCredential(userId, NO_PIN) } })
}

/**
 * Tries a PIN and counts it. Refusals: office.locked `{ minutes }`, office.pinWrong `{ left }`, office.noPin `{ name }`
 * where none was set on this machine, record.missing.
 */
export async function tryPin(desk: Trying, userId: string, pin: string): Promise<Result<User>> {
  const found = await known(desk, userId)
  if (!found.ok) return found
  const { user, row } = found.value
  if (!hasPin(row)) return refuse('office.noPin', 'pin', { name: user.name })
  const allowed = mayTry(row, desk.ports.now())
  if (!allowed.ok) return allowed
  const right = await desk.ports.verifyPin(pin, row.pinHash)
  const clean = row.failedTries === 0 && row.lockCount === 0
  if (!right || !clean) await desk.run(recordTryCommand, { userId, right })
  if (right) return accept(user)
  const now = await known(desk, userId)
  return now.ok ? wrong(desk, now.value.row, { key: 'office.pinWrong', field: 'pin' }) : now
}

/** Tries the 备份密码 and sets the new PIN, or counts the wrong try. Refuses as `DeskData.recoverPin` says. */
export async function recoverPin(
  desk: Trying,
  { userId, password, pinHash }: { userId: string; password: string; pinHash: string },
): Promise<Result<User>> {
  const found = await known(desk, userId)
  if (!found.ok) return found
  const { user, row } = found.value
  // Asked before the password is looked at: whoever is locked out learns nothing about it.
  const allowed = mayRecoverPin(user, row, desk.ports.now())
  if (!allowed.ok) return allowed
  const right = await desk.ports.matchesSheet(password)
  const saved = await desk.run(recoverPinCommand, { userId, right, pinHash })
  if (!saved.ok) return saved
  if (right) return accept(user)
  const now = await known(desk, userId)
  if (!now.ok) return now
  return wrong(desk, sheetTriesOf(now.value.row), { key: 'office.sheetWrong', field: 'password' })
}

/** What is said after a wrong try: how many are left, or for how long nothing is tried any more. */
function wrong({ ports }: Trying, tries: Tries, said: { key: string; field: string }): Result<never> {
  const locked = mayTry(tries, ports.now(), said.field)
  if (!locked.ok) return locked
  return refuse(said.key, said.field, { left: TRIES_BEFORE_LOCK - tries.failedTries })
}
