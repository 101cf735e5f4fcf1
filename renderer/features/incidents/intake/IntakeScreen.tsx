import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { registerIncidentCommand, useData, useUser } from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { IncidentGuidance } from '../record/IncidentGuidance'
import { ChecklistPreview } from '../record/ChecklistPreview'
import { IntakeFields } from './IntakeFields'
import { blankIntake, draftWords, type IntakeValues, partiesOf, reportOf } from './intakeValues'

/** 登记突发事件: an event is happening; what has to be done at once stands beside it. */
export function IntakeScreen({ onBack, onSaved }: IntakeWays) {
  const { t } = useTranslation('incidents')
  const { ports } = useData()
  const user = useUser()
  const register = useRegistering({ onBack, onSaved })
  return (
    <IntakeFrame<IntakeValues>
      title={t('intake.title')}
      label={t('intake.form')}
      kind="incident.register"
      defaults={() => blankIntake(ports.now(), user.name)}
      draftTitle={draftWords}
      onSave={(values, draftId) => {
        const { reportedBy, attachments = [] } = values
        const report = reportOf(values, ports.now())
        return register(
          registerIncidentCommand,
          { report, reportedBy, parties: partiesOf(values), attachments },
          draftId,
        )
      }}
      onBack={onBack}
      renderSide={(form) => <Side form={form} />}
    >
      {(form) => <IntakeFields form={form} />}
    </IntakeFrame>
  )
}

function Side({ form }: { form: UseFormReturn<IntakeValues> }) {
  const { t } = useTranslation('incidents')
  const [kind, place, course, unitId] = useWatch({
    control: form.control,
    name: ['kind', 'place', 'course', 'person.unitId'],
  })
  return (
    <>
      <ChecklistPreview kind={kind} />
      <IncidentGuidance kind={kind} text={`${place}\n${course}`} />
      <AttachmentsField<IntakeValues> name="attachments" />
      {unitId && <WhoPanel unitId={unitId} nobody={t('who.unlinked')} />}
    </>
  )
}
