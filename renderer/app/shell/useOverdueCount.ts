import { useQuery } from '../../data'
import { useNow } from '../../ui'
import { waitingAt } from '../waiting'
import { useShell } from './context'

/** How many records of all registers are late at this minute; counted on the index. */
export function useOverdueCount(): number {
  const { registers, user } = useShell()
  const now = useNow()
  const count = useQuery(
    async (db) => {
      const at = await waitingAt(db, now, user.id)
      const counts = await Promise.all(
        registers.map((register) => register.waiting?.count(db, 'overdue', at) ?? 0),
      )
      return counts.reduce((sum, one) => sum + one, 0)
    },
    [now, registers, user.id],
  )
  return count ?? 0
}
