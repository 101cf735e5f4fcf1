import type { User } from '../../../shared/domain/office/types'
import { useQuery, usersWithoutPin } from '../../data'

/** Users that may sign in, in the order in which they were made; undefined until read. */
export function useActiveUsers(without?: string): User[] | undefined {
  return useQuery(
    async (db) => {
      const users = await db.of('users').toArray()
      return users
        .filter((user) => user.active && user.id !== without)
        .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    },
    [without],
  )
}

/** Users who have no PIN on this machine yet, by id; undefined until read. */
export function useWithoutPin(): ReadonlySet<string> | undefined {
  return useQuery((db) => usersWithoutPin(db), [])
}
