import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { Refusal } from '../../../../shared/util/result'
import { escalateCommand, type SavedRecord, voidComplaintCommand } from '../../../data'
import { ConfirmDialog, NoticeBar, RefusalBar } from '../../../ui'
import { useSave } from '../../../register/saving/saving'
import { useUndo } from './useUndo'

interface RecordDialogsProps {
  record: Complaint
  open: 'void' | 'escalate' | null
  onClose: () => void
}

/** The two steps that are confirmed with a reason: the button says what will happen. */
export function RecordDialogs({ record, open, onClose }: RecordDialogsProps) {
  const { t } = useTranslation('complaints')
  const save = useSave()
  const undo = useUndo()
  const [refused, setRefused] = useState<Refusal | null>(null)
  if (!open) return null
  const confirm = async (reason: string): Promise<void> => {
    const command = open === 'void' ? voidComplaintCommand : escalateCommand
    const input = { id: record.id, rev: record.rev, reason }
    const back = open === 'void' ? undefined : (saved: SavedRecord) => () => void undo(saved)
    const { refusal } = await save(command, input, undefined, undefined, back)
    setRefused(refusal)
    if (!refusal) onClose()
  }
  const voiding = open === 'void'
  return (
    <ConfirmDialog
      open
      title={voiding ? t('step.voidTitle', { number: record.number }) : t('step.escalate')}
      confirmLabel={voiding ? t('step.voidConfirm') : t('step.escalateConfirm')}
      reasonLabel={voiding ? t('step.voidReason') : t('step.escalateReason')}
      danger={voiding}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={() => {
        setRefused(null)
        onClose()
      }}
    >
      <RefusalBar refusal={refused} />
      {voiding && record.repeatOf && <NoticeBar tone="danger">{t('step.voidRepeat')}</NoticeBar>}
      <p>{voiding ? t('step.voidText') : t('step.escalateText')}</p>
    </ConfirmDialog>
  )
}
