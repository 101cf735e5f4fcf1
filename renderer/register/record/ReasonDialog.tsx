import { type ReactNode, useState } from 'react'
import type { Refusal } from '../../../shared/util/result'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { CommandSpec, OnRecord, SavedRecord } from '../../data'
import { ConfirmDialog, RefusalBar } from '../../ui'
import { useSave } from '../saving/saving'
import type { RecordKind } from './kind'
import type { StepDialogProps } from './places'
import { useTakeBack } from './useTakeBack'

interface ReasonDialogProps<R extends LivingRecord> extends StepDialogProps<R> {
  kind: RecordKind<R>
  command: CommandSpec<OnRecord<{ reason: string }>, SavedRecord>
  title: string
  /** Names the consequence: 升级为重大. */
  confirmLabel: string
  reasonLabel: string
  /** Cannot be taken back. */
  danger?: boolean
  /** What will happen. */
  children: ReactNode
}

/** A step that is confirmed with a reason: the button says what will happen. */
export function ReasonDialog<R extends LivingRecord>(props: ReasonDialogProps<R>) {
  const { kind, record, onClose, command, danger = false, children } = props
  const save = useSave()
  const takeBack = useTakeBack(kind)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const confirm = async (reason: string): Promise<void> => {
    const input = { id: record.id, rev: record.rev, reason }
    const back = danger ? undefined : (saved: SavedRecord) => () => void takeBack(saved)
    const { refusal } = await save(command, input, undefined, undefined, back)
    setRefused(refusal)
    if (!refusal) onClose()
  }
  return (
    <ConfirmDialog
      open
      title={props.title}
      confirmLabel={props.confirmLabel}
      reasonLabel={props.reasonLabel}
      danger={danger}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
    >
      <RefusalBar refusal={refused} />
      {children}
    </ConfirmDialog>
  )
}
