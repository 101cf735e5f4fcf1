import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { type DueRecord, holdCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { AskDialog, DateField, FormGrid, TextField, useAppForm } from '../../ui'

interface HoldValues {
  reason: string
  until: string | null
}

/** 保留: why a record stays beyond its period, and until which day. */
export function HoldDialog({ record, onClose }: { record: DueRecord; onClose: () => void }) {
  const { t } = useTranslation('privacy')
  const save = useSaveSaying()
  const form = useAppForm<HoldValues>({ defaultValues: { reason: '', until: null } })
  const { table, id, title } = record
  const keep = ({ reason, until }: HoldValues): Promise<Refusal | null> =>
    save(holdCommand, { table, id, reason, until: until ?? '' }, t('holdDialog.done', { until: until ?? '' }))
  return (
    <AskDialog
      title={t('holdDialog.title', { title })}
      form={form}
      confirm={t('holdDialog.save')}
      onSave={keep}
      onClose={onClose}
    >
      <FormGrid>
        <TextField<HoldValues> name="reason" label={t('holdDialog.reason')} required wide autoFocus />
        <DateField<HoldValues> name="until" label={t('holdDialog.until')} required />
      </FormGrid>
    </AskDialog>
  )
}
