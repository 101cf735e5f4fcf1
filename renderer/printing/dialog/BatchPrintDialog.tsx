import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { ProgressPanel } from '../../ui/feedback/ProgressPanel'
import type { MissingText } from '../../../shared/documents/missing'
import type { LazySheet } from '../printClient'
import { type PrintDialogBase, PrintFrame } from './PrintFrame'
import { type BatchPdf, useBatchPdf } from './useBatchPdf'

export interface BatchPrintDialogProps extends Omit<PrintDialogBase, 'missing'> {
  /**
   * The sheets in their order, all of `form`, each drawn when its turn comes; keep the same array while the dialog is
   * open. null: not ready yet.
   */
  sheets: readonly LazySheet[] | null
  /** What the dialog is called, where it is no usual batch. */
  title?: string
  /** As for one sheet; a function is asked once all sheets are drawn, because only then it is known. */
  missing?: readonly MissingText[] | (() => readonly MissingText[])
}

/** Many sheets as one PDF: how far it is and 取消 while it is made, then to look at, to print or to save. */
export function BatchPrintDialog(props: BatchPrintDialogProps) {
  return props.open ? <OpenBatchDialog {...props} /> : null
}

function OpenBatchDialog({ sheets, missing, title, ...props }: BatchPrintDialogProps) {
  const { form, onClose } = props
  const { t } = useTranslation('printing')
  const count = sheets?.length ?? 0
  const jobTitle = t('batch.job', { form: form.title, count })
  const batch = useBatchPdf(sheets, jobTitle)
  const making = batch.pdf === null && !batch.failed
  return (
    <PrintFrame
      {...props}
      title={title ?? t('batch.title', { form: form.title, count })}
      missing={missingOf(missing, batch)}
      pdf={batch.pdf}
      failed={batch.failed}
      failedAt={batch.failedAt}
      job={{ title: jobTitle, paper: form.paper }}
      making={making ? <Making batch={batch} form={form.title} onCancel={onClose} /> : undefined}
    />
  )
}

const NONE: readonly MissingText[] = []

function missingOf(missing: BatchPrintDialogProps['missing'], { pdf }: BatchPdf): readonly MissingText[] {
  if (typeof missing !== 'function') return missing ?? NONE
  return pdf ? missing() : NONE
}

interface MakingProps {
  batch: BatchPdf
  form: string
  onCancel: () => void
}

/** 取消 closes the dialog: half a batch is nothing to look at. */
function Making({ batch, form, onCancel }: MakingProps) {
  const { t } = useTranslation('printing')
  return (
    <Box sx={{ flex: 1, p: 6, bgcolor: 'action.hover' }}>
      <ProgressPanel
        what={t('batch.making', { form })}
        done={batch.done}
        total={batch.total}
        elapsedMs={batch.elapsedMs}
        unit={t('batch.unit')}
        onCancel={onCancel}
      />
    </Box>
  )
}
