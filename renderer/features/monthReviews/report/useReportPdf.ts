import { useEffect, useState } from 'react'
import type { MissingText } from '../../../../shared/documents/missing'
import { may } from '../../../../shared/domain/office/permissions'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { type DeskData, useData, useRole } from '../../../data'
import { type Pdf, renderForm } from '../../../printing'
import type { SheetFacts } from '../../../register/print/drawSheet'
import { useSheetFacts } from '../../../register/print/useSheetFacts'
import { chineseKey } from '../../../ui'
import { keepReport, keptReport } from './keptReport'
import { reportInput } from './reportInput'

/** The report as it will be printed. */
export interface MadeReport {
  pdf: Pdf | null
  missing: readonly MissingText[]
  failed: boolean
}

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
    makeReport(data, shown, facts, keeps, stop.signal).then(take, () => take({ ...MAKING, failed: true }))
    return () => stop.abort()
  }, [data, shown, facts, keeps])
  return made
}

async function makeReport(
  data: DeskData,
  record: MonthReview,
  { head }: SheetFacts,
  keeps: boolean,
  signal: AbortSignal,
): Promise<MadeReport> {
  const signed = record.state === 'approved'
  const kept = signed ? await keptReport(data.db, record) : null
  if (kept) return { pdf: kept, missing: [], failed: false }
  // Forms are heavy: their layout comes with the first print.
  const { monthlyReportForm, monthlyReportMissing } = await import(
    '../../../../shared/documents/monthlyReport/form'
  )
  const input = await reportInput(data.db, record, head, chineseKey)
  const pdf = await renderForm(monthlyReportForm(input), { signal })
  if (signed && keeps) await keepReport(data, record, pdf.slice())
  return { pdf, missing: monthlyReportMissing(input), failed: false }
}
