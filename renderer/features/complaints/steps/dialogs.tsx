import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { escalateCommand } from '../../../data'
import type { StepDialogProps } from '../../../register/record/places'
import { ReasonDialog } from '../../../register/record/ReasonDialog'
import { VoidDialog } from '../../../register/record/VoidDialog'
import { NoticeBar } from '../../../ui'
import { COMPLAINT } from '../record/kind'

/** 作废; a repeated complaint is all that is left of the matter, and says so. */
export function VoidComplaintDialog(props: StepDialogProps<Complaint>) {
  const { t } = useTranslation('complaints')
  const warning = props.record.repeatOf && <NoticeBar tone="danger">{t('step.voidRepeat')}</NoticeBar>
  return <VoidDialog {...props} kind={COMPLAINT} warning={warning} />
}

/** 升级为重大 by hand, with its reason. */
export function EscalateDialog(props: StepDialogProps<Complaint>) {
  const { t } = useTranslation('complaints')
  return (
    <ReasonDialog
      {...props}
      kind={COMPLAINT}
      command={escalateCommand}
      title={t('step.escalate')}
      confirmLabel={t('step.escalateConfirm')}
      reasonLabel={t('step.escalateReason')}
    >
      <p>{t('step.escalateText')}</p>
    </ReasonDialog>
  )
}
