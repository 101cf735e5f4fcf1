import { type ReactNode, useMemo } from 'react'
import { instantFromMs } from '../../../../shared/util/civilTime'
import type { MonthId } from '../../../../shared/util/months'
import { checkMonthNow, monthReviewOf, monthViewOf, useQuery } from '../../../data'
import { useNow } from '../../../ui'
import { MonthContext, type OpenedMonth } from './month'

/** How often the checklist looks at the clock by itself, ms: a month is not read anew each minute. */
const LOOK_EVERY_MS = 10 * 60_000

/** Reads a month for all its tabs, once. */
export function MonthProvider({ month, children }: { month: MonthId; children: ReactNode }) {
  const now = useNow()
  const looked = now - (now % LOOK_EVERY_MS)
  const kept = useQuery((db) => monthReviewOf(db, month), [month])
  const read = useQuery((db) => monthViewOf(db, month, instantFromMs(looked)), [month, looked])
  const opened = useMemo((): OpenedMonth | null => {
    // Of the month before until this one is read.
    if (kept?.month !== month) return null
    const { record, seal } = kept
    const view = read?.month === month ? read : null
    const signed = record?.state === 'approved' ? (seal?.checks ?? null) : null
    return { month, record, seal, view, checks: signed ?? (view && checkMonthNow(view)) }
  }, [kept, read, month])
  return opened && <MonthContext value={opened}>{children}</MonthContext>
}
