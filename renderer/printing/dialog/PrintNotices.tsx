import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { MissingText } from '../../../shared/documents/missing'
import type { Refusal } from '../../../shared/util/result'
import type { PrintJob } from './usePrintJob'

interface PrintNoticesProps {
  job: PrintJob
  failed: boolean
  /** Of many sheets the one that could not be drawn; '' where that is not known. */
  failedAt: string
  missing: readonly MissingText[]
  explain: (refusal: Refusal) => string
}

// The screen may have no font for it either: its code is said as it is printed.
function named(char: string): string {
  return `${char}（U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`
}

/** What the person should know before or after printing, each with what to do about it. */
export function PrintNotices({ job, failed, failedAt, missing, explain }: PrintNoticesProps) {
  const { t } = useTranslation('printing')
  const { printers, refusal } = job
  const none = printers.list?.length === 0
  return (
    <Stack spacing={2} sx={{ mb: 3 }}>
      {failed && (
        <Alert severity="error">{failedAt ? t('sheetFailed', { sheet: failedAt }) : t('makingFailed')}</Alert>
      )}
      {missing.map(({ field, characters }) => (
        <Alert key={field} severity="warning">
          {t('missing', { field, characters: characters.map(named).join('、') })}
        </Alert>
      ))}
      {none && <Alert severity="info">{printers.refusal ? explain(printers.refusal) : t('noPrinter')}</Alert>}
      {refusal && (
        <Alert severity="error">
          {explain(refusal)} {t('notPrinted')}
        </Alert>
      )}
    </Stack>
  )
}
