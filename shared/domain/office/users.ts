import { accept, type Result, refuse } from '../../util/result'
import type { RuleContext } from '../register/types'
import { forbidden } from './permissions'
import type { Role, User } from './types'

export const NAME_MAX_LENGTH = 30

export interface UserInput {
  name: string
  role: Role
  active: boolean
}

/** Two people of one name could not be told apart on paper, whatever the case or width of the letters. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

function checkName(name: string, others: readonly User[]): Result<string> {
  const trimmed = name.trim()
  if (trimmed === '') return refuse('office.required', 'name')
  if (trimmed.length > NAME_MAX_LENGTH) return refuse('office.tooLong', 'name', { max: NAME_MAX_LENGTH })
  if (others.some((other) => foldName(other.name) === foldName(trimmed)))
    return refuse('office.nameTaken', 'name')
  return accept(trimmed)
}

/**
 * A new user. `users` are all users, inactive ones too: a name that stands on old records is not given again.
 * Refusals: office.notAllowed, office.required, office.tooLong, office.nameTaken.
 */
export function createUser(input: UserInput, users: readonly User[], context: RuleContext): Result<User> {
  const no = forbidden(context.actor.role, 'users.manage')
  if (no) return no
  const name = checkName(input.name, users)
  if (!name.ok) return name
  const { now } = context
  const { role, active } = input
  return accept({ id: context.newId(), name: name.value, role, active, createdAt: now, updatedAt: now })
}

/**
 * A user changed: name, role, or switched off. At least one active director stays, always.
 * Refusals: as `createUser`, and office.lastDirector on `role` or `active`.
 */
export function updateUser(
  user: User,
  input: UserInput,
  users: readonly User[],
  context: RuleContext,
): Result<User> {
  const no = forbidden(context.actor.role, 'users.manage')
  if (no) return no
  const others = users.filter((other) => other.id !== user.id)
  const name = checkName(input.name, others)
  if (!name.ok) return name
  const directs = (one: Pick<User, 'role' | 'active'>) => one.active && one.role === 'director'
  if (!directs(input) && !others.some(directs)) {
    return refuse('office.lastDirector', input.active ? 'role' : 'active')
  }
  const { role, active } = input
  return accept({ ...user, name: name.value, role, active, updatedAt: context.now })
}
