import { useEffect, useState } from 'react'
import { getRecord, useData, useQuery } from '../../data'

/** Seconds until this user may try again, counting down; 0 when not locked out. */
export function useLockSeconds(userId: string | undefined): number {
  const { ports } = useData()
  const until = useQuery(
    async (db) => (userId ? ((await getRecord(db, 'credentials', userId))?.lockedUntil ?? null) : null),
    [userId],
  )
  const [now, setNow] = useState(() => Date.parse(ports.now()))
  useEffect(() => {
    if (!until) return undefined
    const look = () => setNow(Date.parse(ports.now()))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [until, ports])
  return until ? Math.max(0, Math.ceil((Date.parse(until) - now) / 1000)) : 0
}
