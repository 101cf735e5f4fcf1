import { useQuery } from '../../data'
import { useNow } from '../../ui'
import { useShell } from './context'

const ENOUGH = 100
const LOOK_EVERY_MS = 60_000

/** How many records of all registers are late, at most 100: more are not counted, only said to be many. */
export function useOverdueCount(): number {
  const { registers } = useShell()
  const minute = Math.floor(useNow() / LOOK_EVERY_MS)
  const count = useQuery(
    async (db) => {
      const now = new Date((minute + 1) * LOOK_EVERY_MS).toISOString()
      const counts = await Promise.all(
        registers.map((register) => register.waiting?.overdue(db, now, ENOUGH) ?? 0),
      )
      return counts.reduce((sum, one) => sum + one, 0)
    },
    [minute, registers],
  )
  return count ?? 0
}
