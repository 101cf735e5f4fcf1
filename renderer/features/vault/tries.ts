import type { FailedTries } from '../../data'

/** Until when somebody is locked out, by the PIN or by the sheet; null where nothing locks now. */
export function latestLock(
  { pinLockedUntil, sheetLockedUntil }: Pick<FailedTries, 'pinLockedUntil' | 'sheetLockedUntil'>,
  now: string,
): string | null {
  const locks = [pinLockedUntil, sheetLockedUntil].filter((until) => until !== null && until > now)
  return locks.toSorted().at(-1) ?? null
}

/** How long before signing in somebody's own wrong tries are nobody else's. */
const OWN_MS = 5 * 60_000

/**
 * What is told to a director who signed in at `signedInAt`: who tried in vain, how often. The director's own slips right
 * before that are left out: told every morning, the line would not be read on the day that matters.
 */
export function triesToTell(
  all: readonly Pick<FailedTries, 'user' | 'tries'>[],
  { userId, signedInAt }: { userId: string; signedInAt: string },
): { name: string; count: number }[] {
  const ownFrom = new Date(Date.parse(signedInAt) - OWN_MS).toISOString()
  return all.flatMap(({ user, tries }) => {
    const told = tries.filter(({ at }) => user.id !== userId || at < ownFrom)
    return told.length > 0 ? [{ name: user.name, count: told.length }] : []
  })
}
