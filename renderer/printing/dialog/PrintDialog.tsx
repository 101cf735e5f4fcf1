import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogTitle from '@mui/material/DialogTitle'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintDefinition } from '../../../shared/documents/definition'
import type { MissingText } from '../../../shared/documents/missing'
import type { FormMeta } from '../../../shared/documents/registry'
import type { Refusal } from '../../../shared/util/result'
import { PdfPreview } from '../preview/PdfPreview'
import { PrintNotices } from './PrintNotices'
import { PrintOptions } from './PrintOptions'
import { usePdf } from './usePdf'
import { usePrintJob } from './usePrintJob'

export interface PrintDialogProps {
  open: boolean
  form: FormMeta
  /** The sheet to print; keep it the same object while the dialog is open. null: not ready yet. */
  definition: PrintDefinition | null
  /** Characters that no font has, with the field they stand in (forms, rare characters). */
  missing?: readonly MissingText[]
  /** A refusal as a sentence in the user's language. */
  explain: (refusal: Refusal) => string
  onClose: () => void
  /** After the system took the job, never after a failure. The dialog closes when it is done. */
  onPrinted: (job: { printer: string; copies: number }) => void | Promise<void>
}

/** The real PDF to look at, and how to print it. Ctrl+P prints, Esc closes; a failure keeps it open. */
export function PrintDialog(props: PrintDialogProps) {
  // Each opening begins anew: printers are looked for again, an old failure is gone.
  return props.open ? <OpenPrintDialog {...props} /> : null
}

function OpenPrintDialog(props: PrintDialogProps) {
  const { form, definition, missing = [], explain, onClose, onPrinted } = props
  const { t } = useTranslation('printing')
  const { pdf, failed } = usePdf(definition)
  const job = usePrintJob({
    formCode: form.code,
    definition,
    pdf,
    onPrinted: async (printed) => {
      await onPrinted(printed)
      onClose()
    },
  })
  const ready = pdf !== null && job.busy === null
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
      aria-labelledby="print-title"
      slotProps={{ paper: { sx: { height: '92vh' } } }}
    >
      <DialogTitle id="print-title">{t('title', { form: form.title })}</DialogTitle>
      <Box
        sx={{ display: 'flex', flex: 1, minHeight: 0, borderTop: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <PdfPreview pdf={pdf} label={t('preview.label', { form: form.title })} />
        <Box sx={{ width: 288, p: 4, overflow: 'auto', borderLeft: 1, borderColor: 'divider' }}>
          <PrintNotices job={job} failed={failed} missing={missing} explain={explain} />
          <PrintOptions job={job} explain={explain} />
        </Box>
      </Box>
      <DialogActions>
        <Button onClick={onClose}>{t('close')}</Button>
        <Button onClick={() => void job.save()} disabled={!ready} variant="outlined">
          {job.busy === 'saving' ? t('saving') : t('saveAsPdf')}
        </Button>
        <Button onClick={() => void job.print()} disabled={!canPrint} variant="contained" autoFocus>
          {job.busy === 'printing' ? t('printing') : t('print')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
