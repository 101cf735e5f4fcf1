import type { AuditDetail } from '../../../shared/domain/audit/types'
import { sheetTriesOf } from '../../../shared/domain/office/recoverPin'
import type { Tries, User } from '../../../shared/domain/office/types'
import type { Instant } from '../../../shared/util/instant'
import type { DeskDatabase } from '../core/database'

/** One wrong try: at the PIN, or at the 备份密码 by somebody who would have a new PIN. */
export interface FailedTry {
  at: Instant
  secret: 'pin' | 'sheet'
}

/** The wrong tries at one person's secrets (domain 1: shown to the director). */
export interface FailedTries {
  user: User
  /** Oldest first. */
  tries: FailedTry[]
  /** null where nothing is locked now or was last. */
  pinLockedUntil: Instant | null
  sheetLockedUntil: Instant | null
}

const COUNTING = new Set(['user.recordTry', 'user.recoverPin'])

/**
 * Wrong tries since an instant, for everybody at whose secrets there was one. Read from the chain, because a right try
 * clears the count: whoever tried and gave up before must not be forgotten with it.
 */
export async function failedTries(db: DeskDatabase, since: Instant): Promise<FailedTries[]> {
  const users = await db.of('users').toArray()
  const all = await Promise.all(users.map((user) => triesOf(db, user, since)))
  return all.filter(({ tries }) => tries.length > 0)
}

async function triesOf(db: DeskDatabase, user: User, since: Instant): Promise<FailedTries> {
  const [entries, credential] = await Promise.all([
    db.of('audit').where('refIds').equals(user.id).toArray(),
    db.of('credentials').get(user.id),
  ])
  const counted = entries.filter(({ command, at }) => at >= since && COUNTING.has(command))
  const details = await db.of('auditDetails').bulkGet(counted.map(({ opId }) => opId))
  const tries = counted.flatMap(({ at }, index): FailedTry[] => {
    const secret = wrongIn(details[index]?.changes ?? [])
    return secret ? [{ at, secret }] : []
  })
  return {
    user,
    tries: tries.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    pinLockedUntil: credential?.lockedUntil ?? null,
    sheetLockedUntil: credential ? sheetTriesOf(credential).lockedUntil : null,
  }
}

/** At which secret a change of a credential counts a wrong try: one that grew, or a lock that followed it. */
function wrongIn(changes: AuditDetail['changes']): FailedTry['secret'] | null {
  const fields = changes.filter(({ table }) => table === 'credentials').flatMap((change) => change.fields)
  for (const { path, before, after } of fields) {
    const [head = ''] = path.split('.')
    const sheet = head === 'sheetTries'
    if (path === 'sheetTries' && counts(after) > counts(before)) return 'sheet'
    const grew = /(^|\.)(failedTries|lockCount)$/.test(path) && Number(after) > Number(before)
    if (grew) return sheet ? 'sheet' : 'pin'
  }
  return null
}

/** How far counted tries are, where the whole of them is one value: the first of all. */
function counts(value: unknown): number {
  const { failedTries: tries = 0, lockCount = 0 } = (value ?? {}) as Partial<Tries>
  return tries + lockCount
}
