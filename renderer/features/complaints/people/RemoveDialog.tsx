import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoComplainant, Complaint } from '../../../../shared/domain/complaint/types'
import type { Refusal } from '../../../../shared/util/result'
import { removeComplainantCommand } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { ConfirmDialog, RefusalBar } from '../../../ui'

interface RemoveDialogProps {
  record: Complaint
  one: CoComplainant
  onClose: () => void
}

/** 移除 a person who was added by mistake: the timeline keeps who, and why. */
export function RemoveDialog({ record, one, onClose }: RemoveDialogProps) {
  const { t } = useTranslation(['people', 'complaints'])
  const save = useSave()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const { id, rev } = record
  const remove = async (reason: string): Promise<void> => {
    const { refusal } = await save(removeComplainantCommand, { id, rev, complainantId: one.id, reason })
    setRefused(refusal)
    if (!refusal) onClose()
  }
  const name = one.complainant.anonymous ? t('complaints:field.anonymous') : one.complainant.name
  return (
    <ConfirmDialog
      open
      danger
      title={t('removing', { name })}
      confirmLabel={t('removeAndKeep')}
      reasonLabel={t('removeReason')}
      onConfirm={(reason) => void remove(reason)}
      onCancel={onClose}
    >
      <RefusalBar refusal={refused} />
      <p>{t('removeText')}</p>
    </ConfirmDialog>
  )
}
