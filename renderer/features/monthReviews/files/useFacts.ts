import { useCallback } from 'react'
import type { MonthStatistics } from '../../../../shared/domain/month/statistics'
import type { MonthView } from '../../../../shared/domain/month/view'
import type { Office } from '../../../../shared/domain/office/types'
import { monthStatistics, useData, useQuery } from '../../../data'
import { useMonth } from '../shell/month'

/** 小区, 管理处 and 编号前缀; undefined while they are read. */
export function useOffice(): Office | undefined {
  return useQuery((db) => db.of('office').toCollection().first(), [])
}

/** The statistics of the open month: as they were signed, else as the books are now. */
export function useReadStatistics(): (view: MonthView) => Promise<MonthStatistics> {
  const { db } = useData()
  const { month, record, seal } = useMonth()
  const signed = record?.state === 'approved' ? seal : null
  return useCallback(
    async (view) => signed?.statistics ?? monthStatistics(db, view, month),
    [db, month, signed],
  )
}
