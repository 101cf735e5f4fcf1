import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../../shared/domain/correction/types'
import {
  applyCorrectionCommand,
  type CommandSpec,
  type OnRecord,
  rejectCorrectionCommand,
  type SavedRecord,
  verifyCorrectionCommand,
} from '../../../data'
import type { StepDialogProps } from '../../../register/record/places'
import { ReasonDialog } from '../../../register/record/ReasonDialog'
import { RecordStep } from '../../../register/record/RecordStep'
import type { StepProps } from '../../../register/record/StepForm'
import { VoidDialog } from '../../../register/record/VoidDialog'
import { TextArea } from '../../../ui'
import { CORRECTION } from './kind'

interface Words {
  words: string
}

/** 核实同意 of the supervisor, with an opinion. */
export function VerifyStep(props: StepProps<Correction>) {
  const { t } = useTranslation('corrections')
  return <AgreeStep {...props} step="verify" spec={verifyCorrectionCommand} text={t('ask.verifyText')} />
}

/** 批准并更正 of the director: the record says it from then on. */
export function ApplyStep(props: StepProps<Correction>) {
  const { t } = useTranslation('corrections')
  const { number } = props.record.target
  return (
    <AgreeStep {...props} step="apply" spec={applyCorrectionCommand} text={t('ask.applyText', { number })} />
  )
}

interface AgreeStepProps extends StepProps<Correction> {
  step: 'verify' | 'apply'
  spec: CommandSpec<OnRecord<Words>, SavedRecord>
  /** What follows from it. */
  text: string
}

function AgreeStep({ record, onDone, step, spec, text }: AgreeStepProps) {
  const { t } = useTranslation('corrections')
  return (
    <RecordStep<Correction, Words, Words, SavedRecord>
      kind={CORRECTION}
      record={record}
      onDone={onDone}
      step={step}
      forGood={step === 'apply'}
      title={t(`step.${step}`)}
      basis={record.changes}
      spec={spec}
      defaults={() => ({ words: '' })}
      toInput={({ words }) => ({ words })}
      say={({ number }) => (step === 'apply' ? t('ask.applied', { number }) : `${t('did.verify')} ${number}`)}
      saveLabel={t(`step.${step}`)}
    >
      {() => (
        <>
          <p style={{ margin: '0 0 12px' }}>{text}</p>
          <TextArea<Words> name="words" label={t('field.words')} autoFocus maxLength={2_000} />
        </>
      )}
    </RecordStep>
  )
}

/** 不同意, with a reason: the record stays as it is. */
export function RejectDialog(props: StepDialogProps<Correction>) {
  const { t } = useTranslation('corrections')
  return (
    <ReasonDialog
      {...props}
      kind={CORRECTION}
      command={rejectCorrectionCommand}
      title={t('ask.rejectTitle', { number: props.record.number })}
      confirmLabel={t('step.reject')}
      reasonLabel={t('ask.rejectReason')}
    >
      <p>{t('ask.rejectText')}</p>
    </ReasonDialog>
  )
}

export function VoidCorrectionDialog(props: StepDialogProps<Correction>) {
  return <VoidDialog kind={CORRECTION} {...props} />
}
