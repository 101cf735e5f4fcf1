import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormName } from '../../../shared/documents/registry'
import { MOST_PRINTED_AT_ONCE, type RegisterTable } from '../../data'
import { formatNumber, NoticeBar, Segments, useCommandBarrier } from '../../ui'
import type { Batch } from '../list/batch'
import type { Printable } from './batchSheets'
import { type RegisterPrinting, sheetForms } from './definition'
import { usePrintable } from './usePrintable'

interface AskFormProps<N extends RegisterTable> {
  printing: RegisterPrinting<N>
  batch: Batch<N>
  onStart: (form: FormName, ids: readonly string[]) => void
  onClose: () => void
}

/** Which form of the batch, and how many sheets that makes. */
export function AskForm<N extends RegisterTable>({ printing, batch, onStart, onClose }: AskFormProps<N>) {
  const { t } = useTranslation(['paper', 'ui'])
  const titleId = useId()
  const names = sheetForms(printing).map(({ form }) => form)
  const [form, setForm] = useState(names[0])
  useCommandBarrier(true)
  if (!form) return null
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('batch.title')}</DialogTitle>
      <Sheets printing={printing} form={form} batch={batch} onStart={onStart} onClose={onClose}>
        <Segments
          label={t('batch.form')}
          options={names.map((value) => ({ value, label: t(`form.${value}`) }))}
          value={form}
          onChange={(value) => setForm(names.find((name) => name === value) ?? form)}
        />
      </Sheets>
    </Dialog>
  )
}

type SheetsProps<N extends RegisterTable> = AskFormProps<N> & { form: FormName; children: React.ReactNode }

/** How many records have this form; it starts only where that is neither none nor too many. */
function Sheets<N extends RegisterTable>({
  printing,
  form,
  batch,
  onStart,
  onClose,
  children,
}: SheetsProps<N>) {
  const { t } = useTranslation(['paper', 'ui'])
  const printable = usePrintable(printing, form, batch)
  const trouble = useTrouble(printable)
  const ready = printable !== null && trouble === null
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        {children}
        <div role="status">
          {printable ? t('batch.count', { count: printable.ids.length }) : t('batch.reading')}
        </div>
        {printable && printable.blank > 0 && <div>{t('batch.skipped', { count: printable.blank })}</div>}
        {printable && printable.without > 0 && <div>{t('batch.without', { count: printable.without })}</div>}
        {trouble && <NoticeBar tone="danger">{trouble}</NoticeBar>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ui:goBack')}</Button>
        <Button
          // Drawn anew once it may be pressed: only then can it take the focus.
          key={ready ? 'ready' : 'reading'}
          variant="contained"
          autoFocus
          disabled={!ready}
          onClick={() => printable && onStart(form, printable.ids)}
        >
          {t('batch.start')}
        </Button>
      </DialogActions>
    </>
  )
}

function useTrouble(printable: Printable | null): string | null {
  const { t } = useTranslation('paper')
  if (!printable) return null
  const { length } = printable.ids
  if (length > MOST_PRINTED_AT_ONCE) return t('batch.tooMany', { max: formatNumber(MOST_PRINTED_AT_ONCE) })
  return length === 0 ? t('batch.none') : null
}
