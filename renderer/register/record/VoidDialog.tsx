import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import type { RecordKind } from './kind'
import type { StepDialogProps } from './places'
import { ReasonDialog } from './ReasonDialog'

interface VoidDialogProps<R extends LivingRecord> extends StepDialogProps<R> {
  kind: RecordKind<R>
  /** What is lost with this record besides. */
  warning?: ReactNode
}

/** 作废并保留编号 (domain 10): the record and its number stay, with who, when and why. */
export function VoidDialog<R extends LivingRecord>({ warning, ...dialog }: VoidDialogProps<R>) {
  const { t } = useTranslation('record')
  return (
    <ReasonDialog
      {...dialog}
      command={dialog.kind.void}
      title={t('void.title', { number: dialog.record.number })}
      confirmLabel={t('void.confirm')}
      reasonLabel={t('void.reason')}
      danger
    >
      {warning}
      <p>{t('void.text')}</p>
    </ReasonDialog>
  )
}
