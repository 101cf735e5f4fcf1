import { useEffect, useState } from 'react'
import { may } from '../../../../shared/domain/office/permissions'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { useData, useRole } from '../../../data'
import { useSheetFacts } from '../../../register/print/useSheetFacts'
import { type MadeReport, makeReport } from './makeReport'

const MAKING: MadeReport = { pdf: null, missing: [], failed: false }

/** The PDF of a month's report as the month was when the dialog opened; that of a signed month is kept and found again. */
export function useReportPdf(record: MonthReview): MadeReport {
  const data = useData()
  const keeps = may(useRole(), 'record.process')
  const facts = useSheetFacts()
  const [shown] = useState(record)
  const [made, setMade] = useState(MAKING)
  useEffect(() => {
    if (!facts) return undefined
    const stop = new AbortController()
    const take = (result: MadeReport): void => {
      if (!stop.signal.aborted) setMade(result)
    }
    const making = { data, record: shown, facts, keeps }
    makeReport(making, stop.signal).then(take, () => take({ ...MAKING, failed: true }))
    return () => stop.abort()
  }, [data, shown, facts, keeps])
  return made
}
