import { z } from 'zod'
import { createUser, ROLES, type UserInput, updateUser } from '../../../shared/domain/office'
import { afterRightPin, afterWrongPin, freshCredential } from '../../../shared/domain/office/pin'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

const pinHash = z.string().min(20).max(400)
const userFields = { name: z.string(), role: z.enum(ROLES), active: z.boolean() }

/** A new user with a first PIN; director only. */
export const createUserCommand: CommandSpec<UserInput & { pinHash: string }, { userId: string }> = {
  name: 'user.create',
  permission: 'users.manage',
  tables: ['users', 'credentials'],
  input: z.strictObject({ ...userFields, pinHash }),
  run: async (tx, { pinHash: hash, ...input }) => {
    const made = createUser(input, await tx.all('users'), tx.ctx)
    if (!made.ok) return made
    await tx.put('users', made.value)
    await tx.put('credentials', { id: made.value.id, ...freshCredential(made.value.id, hash) })
    return accept({ userId: made.value.id })
  },
}

/** Name, role, active or not; one active director always stays. */
export const updateUserCommand: CommandSpec<UserInput & { userId: string }, null> = {
  name: 'user.update',
  permission: 'users.manage',
  tables: ['users'],
  input: z.strictObject({ ...userFields, userId: z.string() }),
  run: async (tx, { userId, ...input }) => {
    const user = await tx.get('users', userId)
    if (!user) return refuse('record.missing')
    const changed = updateUser(user, input, await tx.all('users'), tx.ctx)
    if (!changed.ok) return changed
    await tx.put('users', changed.value)
    return accept(null)
  },
}

/** A new PIN: the director for anybody, everybody for themselves. Ends a lock-out too. */
export const setPinCommand: CommandSpec<{ userId: string; pinHash: string }, null> = {
  name: 'user.setPin',
  permission: 'record.read',
  tables: ['users', 'credentials'],
  input: z.strictObject({ userId: z.string(), pinHash }),
  run: async (tx, input) => {
    const { actor } = tx.ctx
    if (actor.userId !== input.userId && actor.role !== 'director') return refuse('role.notAllowed')
    if (!(await tx.get('users', input.userId))) return refuse('record.missing')
    await tx.put('credentials', { id: input.userId, ...freshCredential(input.userId, input.pinHash) })
    return accept(null)
  },
}

/** Counts a try at the PIN; the fifth wrong one in a row locks (domain 1). Runs before anybody is signed in. */
export const recordTryCommand: CommandSpec<{ userId: string; right: boolean }, null> = {
  name: 'user.recordTry',
  permission: null,
  tables: ['credentials'],
  ignoresClock: true,
  input: z.strictObject({ userId: z.string(), right: z.boolean() }),
  run: async (tx, input) => {
    const row = await tx.get('credentials', input.userId)
    if (!row) return refuse('record.missing')
    const next = input.right ? afterRightPin(row) : afterWrongPin(row, tx.ctx.now)
    await tx.put('credentials', { id: row.id, ...next })
    return accept(null)
  },
}
