import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogTitle from '@mui/material/DialogTitle'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '../../../shared/documents/definition'
import type { MissingText } from '../../../shared/documents/missing'
import type { FormMeta } from '../../../shared/documents/registry'
import type { Refusal } from '../../../shared/util/result'
import { PdfPreview } from '../preview/PdfPreview'
import type { Pdf } from '../worker/protocol'
import { PrintNotices } from './PrintNotices'
import { PrintOptions } from './PrintOptions'
import { type PrintedJob, type PrintJob, usePrintJob } from './usePrintJob'

/** What both print dialogs are given, whether for one sheet or for many. */
export interface PrintDialogBase {
  open: boolean
  form: FormMeta
  /** Characters that no font has, with the field they stand in (forms, rare characters). */
  missing?: readonly MissingText[]
  /** A refusal as a sentence in the user's language. */
  explain: (refusal: Refusal) => string
  onClose: () => void
  /**
   * After the printer took the job or the PDF is saved, never after a failure or where saving was given up: paper can
   * come from a PDF too. The dialog closes when it is done, because the next sheet bears the next version.
   */
  onPrinted: (job: PrintedJob) => void | Promise<void>
}

interface PrintFrameProps extends Omit<PrintDialogBase, 'open'> {
  title: string
  /** null while it is being made. */
  pdf: Pdf | null
  failed: boolean
  /** Of many sheets the one that could not be drawn. */
  failedAt?: string
  job: { title: string; paper: Paper } | null
  /** Shown instead of the preview while the PDF is being made. */
  making?: ReactNode
}

/** The real PDF to look at, and how to print it. Ctrl+P prints, Esc closes; a failure keeps it open. */
export function PrintFrame(props: PrintFrameProps) {
  const { form, title, pdf, failed, missing = [], explain, onClose, onPrinted, making } = props
  const { t } = useTranslation('printing')
  const id = useId()
  const job = usePrintJob({
    formCode: form.code,
    job: pdf && props.job ? { ...props.job, pdf } : null,
    onPrinted: async (printed) => {
      await onPrinted(printed)
      onClose()
    },
  })
  const ready = pdf !== null
  const canPrint = ready && job.choice.printer !== ''

  function keyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
    // Handled here, it does not reach the menu's 打印 for the record underneath.
    event.preventDefault()
    event.stopPropagation()
    if (canPrint) void job.print()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      onKeyDown={keyDown}
      maxWidth="lg"
      fullWidth
      aria-labelledby={id}
      slotProps={{ paper: { sx: { height: '92vh' } } }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <Box
        sx={{ display: 'flex', flex: 1, minHeight: 0, borderTop: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        {making ?? <Preview pdf={pdf} failed={failed} label={t('preview.label', { form: form.title })} />}
        <Box sx={{ width: 288, p: 4, overflow: 'auto', borderLeft: 1, borderColor: 'divider' }}>
          <PrintNotices
            job={job}
            failed={failed}
            failedAt={props.failedAt ?? ''}
            missing={missing}
            explain={explain}
          />
          <PrintOptions job={job} explain={explain} />
        </Box>
      </Box>
      <PrintButtons job={job} ready={ready} canPrint={canPrint} onClose={onClose} />
    </Dialog>
  )
}

/** The pages; where they could not be made, nothing that looks as though they were still to come. */
function Preview({ pdf, failed, label }: { pdf: Pdf | null; failed: boolean; label: string }) {
  return failed ? <Box sx={{ flex: 1, bgcolor: 'action.hover' }} /> : <PdfPreview pdf={pdf} label={label} />
}

interface PrintButtonsProps {
  job: PrintJob
  ready: boolean
  canPrint: boolean
  onClose: () => void
}

function PrintButtons({ job, ready, canPrint, onClose }: PrintButtonsProps) {
  const { t } = useTranslation('printing')
  return (
    <DialogActions>
      <Button onClick={onClose}>{t('close')}</Button>
      {/* Not disabled while busy: a button that is takes the focus out of the dialog, and Esc would close the record. */}
      <Button onClick={() => void job.save()} disabled={!ready} variant="outlined">
        {job.busy === 'saving' ? t('saving') : t('saveAsPdf')}
      </Button>
      <Button
        // Drawn anew once there is something to print: only then can it take the focus.
        key={ready ? 'ready' : 'making'}
        onClick={() => void job.print()}
        disabled={!canPrint}
        variant="contained"
        autoFocus
      >
        {job.busy === 'printing' ? t('printing') : t('print')}
      </Button>
    </DialogActions>
  )
}
