import type { MonthStatistics } from '../../../../shared/domain/month/statistics'
import { monthStatistics, useQuery } from '../../../data'
import { useMonth } from '../shell/month'

/** The statistics of the month that is open: as they were signed, else as the records are now; null while they are read. */
export function useStatistics(): { statistics: MonthStatistics; signed: boolean } | null {
  const { month, record, seal, view } = useMonth()
  const kept = record?.state === 'approved' ? (seal?.statistics ?? null) : null
  const live = useQuery(
    async (db) => (view && !kept ? monthStatistics(db, view, month) : null),
    [view, month, kept === null],
  )
  if (kept) return { statistics: kept, signed: true }
  // Of the month before until this one is read.
  return live?.month === month ? { statistics: live, signed: false } : null
}
