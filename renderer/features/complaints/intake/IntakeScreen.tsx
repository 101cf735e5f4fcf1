import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { registerComplaintCommand, useData, useUser } from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { IntakeGuidance } from '../guidance/ComplaintGuidance'
import { IntakeSimilar, type IntakeSimilarProps } from '../similar/IntakeSimilar'
import { useAddInstead } from '../similar/useAddInstead'
import { UnitMatters } from '../../../register/who/UnitMatters'
import { fillHousehold, IntakeFields } from './IntakeFields'
import { blankIntake, draftWords, type IntakeValues, intakeOf } from './intakeValues'

/** 登记投诉: what a clerk fills in while the person talks, beside what is known of the household. */
export function IntakeScreen({ onBack, onSaved }: IntakeWays) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  const user = useUser()
  const register = useRegistering({ onBack, onSaved })
  const instead = useAddInstead(onSaved)
  return (
    <IntakeFrame<IntakeValues>
      title={t('intake.title')}
      label={t('intake.form')}
      kind="complaint.register"
      defaults={() => blankIntake(ports.now(), user.name)}
      draftTitle={draftWords}
      onSave={(values, draftId) => {
        const into = instead.take()
        if (into) return instead.save(into, values, draftId)
        const { receivedBy, attachments = [] } = values
        const input = { intake: intakeOf(values, ports.now()), receivedBy, attachments }
        return register(registerComplaintCommand, input, draftId)
      }}
      onBack={onBack}
      renderSide={(form) => <Side form={form} onAdd={(record) => void instead.add(form, record)} />}
    >
      {(form) => <IntakeFields form={form} />}
    </IntakeFrame>
  )
}

/** The household of the form, as soon as it is chosen. */
function Side({ form, onAdd }: IntakeSimilarProps) {
  const { t } = useTranslation('complaints')
  const [unitId, anonymous] = useWatch({
    control: form.control,
    name: ['complainant.unitId', 'complainant.anonymous'],
  })
  return (
    <>
      <WhoPanel
        unitId={anonymous ? null : unitId}
        nobody={t('intake.noHousehold')}
        pickLabel={t('who.pickComplainant')}
        onPick={(unit, person) => fillHousehold(form, unit, person)}
      />
      <IntakeSimilar form={form} onAdd={onAdd} />
      <AttachmentsField<IntakeValues> name="attachments" />
      <IntakeGuidance form={form} />
      {unitId && !anonymous && <UnitMatters unitId={unitId} />}
    </>
  )
}
