import { z } from 'zod'
import { type RecoveryTry, recoverPin } from '../../../shared/domain/office/recoverPin'
import { freshCredential, NO_PIN } from '../../../shared/domain/office/pin'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

/**
 * A director's new PIN by the 《恢复单》, or one wrong try more. Runs before anybody is signed in; whether the password
 * was right is found out by `DeskData.recoverPin`, which alone runs it: features are not given it.
 */
export const recoverPinCommand: CommandSpec<RecoveryTry & { userId: string }, null> = {
  name: 'user.recoverPin',
  permission: null,
  tables: ['users', 'credentials'],
  ignoresClock: true,
  input: z.strictObject({ userId: z.string(), right: z.boolean(), pinHash: z.string().min(20).max(400) }),
  run: async (tx, { userId, ...tried }) => {
    const [user, known] = await Promise.all([tx.get('users', userId), tx.get('credentials', userId)])
    if (!user) return refuse('record.missing')
    // A director of another machine of the office, whose PIN never came here.
    const credential = known ?? { id: userId, ...freshCredential(userId, NO_PIN) }
    const next = recoverPin(user, credential, tried, tx.ctx.now)
    if (!next.ok) return next
    await tx.put('credentials', { id: credential.id, ...next.value })
    return accept(null)
  },
}
