import type { MissingText } from '../../../../shared/documents/missing'
import { keptReportName } from '../../../../shared/domain/monthReview/paper'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import type { DeskData } from '../../../data'
import { type Pdf, renderForm } from '../../../printing'
import type { SheetFacts } from '../../../register/print/drawSheet'
import { chineseKey } from '../../../ui'
import { keepReport, keptReport } from './keptReport'
import { reportInput } from './reportInput'

/** The report as it will be printed. */
export interface MadeReport {
  pdf: Pdf | null
  missing: readonly MissingText[]
  failed: boolean
}

interface Making {
  data: DeskData
  record: MonthReview
  facts: SheetFacts
  /** Whether whoever asks may keep a file of the review. */
  keeps: boolean
}

/** Signed reports that are being made: the signing begins one, and a preview soon after waits for the same. */
const underWay = new Map<string, Promise<MadeReport>>()

/**
 * The report of a month: of a signed one the file that was kept, or one that is made and kept now; of another a draft,
 * which `signal` gives up.
 */
export function makeReport(making: Making, signal: AbortSignal): Promise<MadeReport> {
  return making.record.state === 'approved' ? signedReport(making) : drawReport(making, { signal })
}

/** The report of a signed month, made and kept once however many ask for it at the same time. */
export function signedReport(making: Making): Promise<MadeReport> {
  const name = keptReportName(making.record)
  const running = underWay.get(name)
  if (running) return running
  const made = keptOrDrawn(making).finally(() => underWay.delete(name))
  underWay.set(name, made)
  return made
}

async function keptOrDrawn(making: Making): Promise<MadeReport> {
  const { data, record, keeps } = making
  const kept = await keptReport(record)
  if (kept) return { pdf: kept, missing: [], failed: false }
  const made = await drawReport(making, {})
  if (keeps && made.pdf) await keepReport(data, record, made.pdf.slice())
  return made
}

async function drawReport(
  { data, record, facts }: Making,
  options: { signal?: AbortSignal },
): Promise<MadeReport> {
  // Forms are heavy: their layout comes with the first print.
  const { monthlyReportForm, monthlyReportMissing } = await import(
    '../../../../shared/documents/monthlyReport/form'
  )
  const input = await reportInput(data.db, record, facts.head, chineseKey)
  const pdf = await renderForm(monthlyReportForm(input), options)
  return { pdf, missing: monthlyReportMissing(input), failed: false }
}
