import { useTranslation } from 'react-i18next'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { amendLostReportCommand, closeLostReportCommand, markFoundCommand, useData } from '../../../data'
import type { StepDialogProps, StepPlaces } from '../../../register/record/places'
import { RecordStep } from '../../../register/record/RecordStep'
import type { StepProps } from '../../../register/record/StepForm'
import { VoidDialog } from '../../../register/record/VoidDialog'
import { DateTimeField, FormGrid, NoticeBar, TextArea } from '../../../ui'
import type { ReportStep } from './actions'
import { LOST_REPORT } from './kind'
import { ReportFields } from './ReportFields'
import { type ReportValues, reportIntake, reportValues } from './values'

type Props = StepProps<LostReport>

function AmendStep({ record, onDone }: Props) {
  const { t } = useTranslation('lostReports')
  const { ports } = useData()
  return (
    <RecordStep
      kind={LOST_REPORT}
      record={record}
      onDone={onDone}
      step="amendIntake"
      title={t('step.amendIntake')}
      basis={record.intake}
      spec={amendLostReportCommand}
      defaults={() => reportValues(record.intake, record.receivedBy)}
      toInput={(values: ReportValues) => ({ intake: reportIntake(values, ports.now()) })}
    >
      {(form) => <ReportFields form={form} fixed />}
    </RecordStep>
  )
}

interface EndingValues {
  words: string
  at: string | null
}

/** 已找回 by the owner: what was given back here ends the report by its claim. */
function FoundStep({ record, onDone }: Props) {
  return <EndingStep record={record} onDone={onDone} step="markFound" />
}

function CloseStep({ record, onDone }: Props) {
  return <EndingStep record={record} onDone={onDone} step="close" />
}

function EndingStep({ record, onDone, step }: Props & { step: 'markFound' | 'close' }) {
  const { t } = useTranslation('lostReports')
  const { ports } = useData()
  return (
    <RecordStep
      kind={LOST_REPORT}
      record={record}
      onDone={onDone}
      step={step}
      title={t(`step.${step}`)}
      basis={record.ending}
      spec={step === 'close' ? closeLostReportCommand : markFoundCommand}
      defaults={(): EndingValues => ({ words: '', at: ports.now() })}
      toInput={({ words, at }: EndingValues) => ({ words, at: at ?? ports.now() })}
    >
      {() => (
        <>
          {step === 'markFound' && <NoticeBar tone="plain">{t('step.foundNote')}</NoticeBar>}
          <FormGrid>
            <TextArea<EndingValues>
              name="words"
              label={t('field.words')}
              required
              wide
              minRows={2}
              maxLength={5_000}
            />
            <DateTimeField<EndingValues> name="at" label={t('field.endedAt')} required />
          </FormGrid>
        </>
      )}
    </RecordStep>
  )
}

function VoidReportDialog(props: StepDialogProps<LostReport>) {
  return <VoidDialog {...props} kind={LOST_REPORT} />
}

/** Where each step of a lost report is taken. */
export const REPORT_PLACES: StepPlaces<LostReport, ReportStep> = {
  forms: { amendIntake: AmendStep, markFound: FoundStep, close: CloseStep },
  dialogs: { void: VoidReportDialog },
  menu: ['amendIntake', 'void'],
  edit: 'amendIntake',
}
