import { useTranslation } from 'react-i18next'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { type PrintDialogBase, PrintFrame } from './PrintFrame'
import { usePdf } from './usePdf'

export interface PrintDialogProps extends PrintDialogBase {
  /** The sheet to print; keep it the same object while the dialog is open. null: not ready yet. */
  definition: PrintDefinition | null
}

/** One sheet: the real PDF to look at, to print or to save. */
export function PrintDialog(props: PrintDialogProps) {
  // Each opening begins anew: printers are looked for again, an old failure is gone.
  return props.open ? <OpenPrintDialog {...props} /> : null
}

function OpenPrintDialog({ definition, ...props }: PrintDialogProps) {
  const { t } = useTranslation('printing')
  const { pdf, failed } = usePdf(definition)
  return (
    <PrintFrame
      {...props}
      title={t('title', { form: props.form.title })}
      pdf={pdf}
      failed={failed}
      job={definition}
    />
  )
}
