import { useCallback } from 'react'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { getRecord, useData } from '../../../data'
import { useSheetFacts } from '../../../register/print/useSheetFacts'

/**
 * Makes and keeps the report of a month that was signed just now, in the background: it is on file even where nobody
 * prints it. Where that fails nothing is lost: the first preview makes it.
 */
export function useKeepSigned(): (id: MonthReview['id']) => void {
  const data = useData()
  const facts = useSheetFacts()
  return useCallback(
    (id) => {
      const keep = async (): Promise<void> => {
        const record = await getRecord(data.db, 'monthReviews', id)
        if (!facts || record?.state !== 'approved') return
        // The print engine and its fonts are heavy: they come with the first print.
        const { signedReport } = await import('./makeReport')
        await signedReport({ data, record, facts, keeps: true })
      }
      void keep().catch(() => undefined)
    },
    [data, facts],
  )
}
