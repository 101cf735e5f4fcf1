import { useEffect } from 'react'
import type { AccessKind } from '../../../shared/domain/privacy/access'
import { ACCESS_NOTES, useData, useUser } from '../../data'

/** What this window noted already, so that a record that is drawn again asks nothing. */
const noted = new Map<string, number>()
const ONCE_MS = 3_600_000

/** Notes that somebody reads what few may read, once a user, record and hour (domain 13); `on` while it is in sight. */
export function useAccessNote(kind: AccessKind, place: { table: string; id: string }, on: boolean): void {
  const data = useData()
  const { id: userId } = useUser()
  const { table, id } = place
  useEffect(() => {
    const key = [userId, kind, table, id].join('|')
    const now = Date.parse(data.ports.now())
    if (!on || now - (noted.get(key) ?? 0) < ONCE_MS) return
    noted.set(key, now)
    void data.run(ACCESS_NOTES[kind], { table, id, count: 1 })
  }, [data, userId, kind, table, id, on])
}
