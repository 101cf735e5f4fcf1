import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VISIT_FORM } from '../../../../shared/domain/complaint'
import { MOST_PRINTED_AT_ONCE } from '../../../data'
import type { Batch } from '../../../register/list/batch'
import { formatNumber, NoticeBar, Segments, useCommandBarrier } from '../../../ui'
import BatchRun from './BatchRun'
import { COMPLAINT_FORMS, type ComplaintForm, isComplaintForm } from './form'
import { usePrintable } from './usePrintable'

interface BatchPrintProps {
  batch: Batch<'complaints'>
  onClose: () => void
}

/** 批量打印 of what is selected or filtered: which form, then all of them as one print (forms, "On every form"). */
export default function BatchPrint({ batch, onClose }: BatchPrintProps) {
  const { t } = useTranslation('paper')
  const printable = usePrintable(batch)
  const [form, setForm] = useState<ComplaintForm | null>(null)
  if (!form || !printable) return <AskForm printable={printable} onStart={setForm} onClose={onClose} />
  const { ids } = printable
  return (
    <BatchRun
      form={form}
      ids={ids}
      way="batch"
      said={t('batch.done', { count: ids.length })}
      onClose={onClose}
    />
  )
}

interface AskFormProps {
  printable: ReturnType<typeof usePrintable>
  onStart: (form: ComplaintForm) => void
  onClose: () => void
}

function AskForm({ printable, onStart, onClose }: AskFormProps) {
  const { t } = useTranslation(['paper', 'ui'])
  const titleId = useId()
  const [form, setForm] = useState<ComplaintForm>(VISIT_FORM)
  useCommandBarrier(true)
  const count = printable?.ids.length ?? 0
  const max = MOST_PRINTED_AT_ONCE
  const trouble =
    count > max
      ? t('batch.tooMany', { max: formatNumber(max) })
      : printable && count === 0
        ? t('batch.none')
        : null
  const ready = printable !== null && trouble === null
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('batch.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        <Segments
          label={t('batch.form')}
          options={COMPLAINT_FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
          value={form}
          onChange={(value) => isComplaintForm(value) && setForm(value)}
        />
        <div role="status">{printable ? t('batch.count', { count }) : t('batch.reading')}</div>
        {printable && printable.blank > 0 && <div>{t('batch.skipped', { count: printable.blank })}</div>}
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
          onClick={() => onStart(form)}
        >
          {t('batch.start')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
