import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { Refusal } from '../../../../shared/util/result'
import { joinComplaintsCommand } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { ConfirmDialog, RefusalBar } from '../../../ui'

/** Which record ends, and which goes on. */
export interface Joining {
  ended: Complaint
  into: Complaint
}

interface JoinDialogProps {
  joining: Joining
  onClose: () => void
  /** With the id of the record that goes on. */
  onJoined: (id: string) => void
}

/** 并案 cannot be taken back, so it is asked, and the button names what ends. */
export function JoinDialog({ joining: { ended, into }, onClose, onJoined }: JoinDialogProps) {
  const { t } = useTranslation('people')
  const save = useSave()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const numbers = { ended: ended.number, into: into.number }
  const join = async (): Promise<void> => {
    const input = { id: ended.id, rev: ended.rev, intoId: into.id, intoRev: into.rev }
    const { refusal } = await save(joinComplaintsCommand, input, {}, () => t('join.done', numbers))
    setRefused(refusal)
    if (!refusal) onJoined(into.id)
  }
  return (
    <ConfirmDialog
      open
      title={t('join.title', numbers)}
      confirmLabel={t('join.confirm', numbers)}
      onConfirm={() => void join()}
      onCancel={onClose}
    >
      <RefusalBar refusal={refused} />
      <p>{t('join.text', numbers)}</p>
    </ConfirmDialog>
  )
}
