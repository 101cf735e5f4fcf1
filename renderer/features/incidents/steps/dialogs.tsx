import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { returnIncidentCommand } from '../../../data'
import type { StepDialogProps } from '../../../register/record/places'
import { ReasonDialog } from '../../../register/record/ReasonDialog'
import { VoidDialog } from '../../../register/record/VoidDialog'
import { recordKindOf } from '../record/kind'

/** 作废并保留编号. */
export function VoidIncidentDialog(props: StepDialogProps<Incident>) {
  return <VoidDialog {...props} kind={recordKindOf(props.record)} />
}

/** 退回修改, with what is to be revised. */
export function ReturnDialog(props: StepDialogProps<Incident>) {
  const { t } = useTranslation('incidents')
  return (
    <ReasonDialog
      {...props}
      kind={recordKindOf(props.record)}
      command={returnIncidentCommand}
      title={t('step.returnTitle', { number: props.record.number })}
      confirmLabel={t('step.returnConfirm')}
      reasonLabel={t('field.returnReason')}
    >
      <p>{t('step.returnText')}</p>
    </ReasonDialog>
  )
}
