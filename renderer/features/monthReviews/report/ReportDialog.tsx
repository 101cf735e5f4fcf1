import { useTranslation } from 'react-i18next'
import { forms } from '../../../../shared/documents/registry'
import { MONTHLY_REPORT_FORM, reportDigest, reportVersion } from '../../../../shared/domain/monthReview/paper'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { getRecord, monthReviewPaper, useData } from '../../../data'
import { type PrintedJob, PrintFrame } from '../../../printing'
import { useSave } from '../../../register/saving/saving'
import { announce, refusalText } from '../../../ui'
import { useReportPdf } from './useReportPdf'

interface ReportDialogProps {
  record: MonthReview
  onClose: () => void
}

/** 《客户服务月报》: the real PDF to look at, to print or to save; then its print version on the review. */
export default function ReportDialog({ record, onClose }: ReportDialogProps) {
  const { t } = useTranslation('printing')
  const { db } = useData()
  const save = useSave()
  const { pdf, missing, failed } = useReportPdf(record)
  const form = forms[MONTHLY_REPORT_FORM]
  const mark = async ({ copies, way }: PrintedJob): Promise<void> => {
    // To keep the PDF was a step of the review: its revision is another than the dialog was opened with.
    const { rev } = (await getRecord(db, 'monthReviews', record.id)) ?? record
    const sheet = { form: MONTHLY_REPORT_FORM, digest: reportDigest(record), version: reportVersion(record) }
    const { refusal } = await save(monthReviewPaper.markPrinted, {
      id: record.id,
      rev,
      ...sheet,
      copies,
      way,
    })
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return (
    <PrintFrame
      form={form}
      title={t('title', { form: form.title })}
      pdf={pdf}
      failed={failed}
      job={{ title: `${form.title} ${record.number}`, paper: form.paper }}
      missing={missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={mark}
    />
  )
}
