import type { User } from '../../../shared/domain/office/types'
import { useQuery, usersWithoutPin } from '../../data'

/** A user, and the number that means them wherever people are chosen by number. */
export type NumberedUser = User & { place: number }

/** Users that may sign in, in the order in which they were made; undefined until read. */
export function useActiveUsers(without?: string): NumberedUser[] | undefined {
  return useQuery(
    async (db) => {
      const users = await db.of('users').toArray()
      return users
        .filter(({ active }) => active)
        .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
        .map((user, index) => ({ ...user, place: index + 1 }))
        .filter(({ id }) => id !== without)
    },
    [without],
  )
}

/** Users who have no PIN on this machine yet, by id; undefined until read. */
export function useWithoutPin(): ReadonlySet<string> | undefined {
  return useQuery((db) => usersWithoutPin(db), [])
}
