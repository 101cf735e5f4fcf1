import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { fillInDue } from '../../../shared/domain/register/reserving'
import { civilDayOf } from '../../../shared/util/civilTime'
import type { Refusal } from '../../../shared/util/result'
import { MOST_RESERVED_AT_ONCE, useData } from '../../data'
import { Form, formatDay, NumberField, useAppForm, useCommandBarrier } from '../../ui'

interface AskCountProps {
  /** 《投诉来访记录》 */
  form: string
  /** Reserves so many numbers; answers why not. */
  onReserve: (count: number) => Promise<Refusal | null>
  onClose: () => void
}

interface Values {
  count: number | null
}

/** How many blank sheets, and what taking them means: the button says that numbers go. */
export function AskCount({ form: formTitle, onReserve, onClose }: AskCountProps) {
  const { t } = useTranslation(['paper', 'ui'])
  const { ports } = useData()
  const titleId = useId()
  const form = useAppForm<Values>({ defaultValues: { count: 1 } })
  useCommandBarrier(true)
  const day = formatDay(civilDayOf(fillInDue({ createdAt: ports.now() })))
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('blank.title', { form: formTitle })}</DialogTitle>
      <Form
        form={form}
        label={t('blank.title', { form: formTitle })}
        onSave={({ count }) => onReserve(count ?? 0)}
        followsMenu={false}
      >
        <DialogContent>
          <p>{t('blank.text', { day })}</p>
          <NumberField<Values>
            name="count"
            label={t('blank.count')}
            hint={t('blank.bounds', { max: MOST_RESERVED_AT_ONCE })}
            min={1}
            max={MOST_RESERVED_AT_ONCE}
            required
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ui:goBack')}</Button>
          <Button type="submit" variant="contained" disabled={form.formState.isSubmitting}>
            {t('blank.confirm')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
