import { useTranslation } from 'react-i18next'
import { isValidComplaint } from '../../../../shared/domain/complaint'
import type { ClosingInput } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { closeCommand, prepareClosingCommand, useRole, verifyCommand } from '../../../data'
import { FormGrid, TextArea } from '../../../ui'
import { ClosingFields } from './ClosingFields'
import { ComplaintStep, type StepProps } from './ComplaintStep'

function closingOf({ summary, correctiveActionRef, headOfficeReportedAt }: Complaint): ClosingInput {
  return { summary, correctiveActionRef, headOfficeReportedAt }
}

/** 核实 by 客服主管: what was done holds. */
export function VerifyStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="verify"
      title={t('step.verify')}
      basis={record.verification}
      spec={verifyCommand}
      defaults={() => ({ words: record.verification?.words ?? '' })}
      toInput={(values: { words: string }) => values}
    >
      {() => <TextArea<{ words: string }> name="words" label={t('field.verifyWords')} maxLength={5_000} />}
    </ComplaintStep>
  )
}

/** 总结评价 before closing: what was learnt, and what 重大 asks for. */
export function PrepareClosingStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="prepareClosing"
      title={t('step.prepareClosing')}
      basis={closingOf(record)}
      spec={prepareClosingCommand}
      defaults={() => closingOf(record)}
      toInput={(values: ClosingInput) => values}
    >
      {() => (
        <FormGrid>
          <ClosingFields record={record} now={false} />
        </FormGrid>
      )}
    </ComplaintStep>
  )
}

/** 关闭: asks for no more than the severity does. */
export function CloseStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const confirms =
    may(useRole(), 'record.verify') && isValidComplaint(record.judgement) && !record.verification
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="close"
      title={t('step.close')}
      basis={closingOf(record)}
      spec={closeCommand}
      saveLabel={t('step.close')}
      defaults={() => closingOf(record)}
      toInput={(values: ClosingInput) => values}
    >
      {() => (
        <>
          <FormGrid>
            <ClosingFields record={record} />
          </FormGrid>
          {confirms && <p>{t('step.confirms')}</p>}
        </>
      )}
    </ComplaintStep>
  )
}
