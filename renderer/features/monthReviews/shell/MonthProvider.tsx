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
  // Of the month before until this one is read.
  const view = read?.month === month ? read : null
  // Apart from what is kept: a reason that is given changes the review, not the records.
  const live = useMemo(() => view && checkMonthNow(view), [view])
  const opened = useMemo((): OpenedMonth | null => {
    if (kept?.month !== month) return null
    const { record, seal } = kept
    const signed = record?.state === 'approved' ? (seal?.checks ?? null) : null
    return { month, record, seal, view, checks: signed ?? live }
  }, [kept, view, live, month])
  return opened && <MonthContext value={opened}>{children}</MonthContext>
}
