import Box from '@mui/material/Box'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { planVisitCommand, registerVisitCommand, useData, useUser } from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { ToggleChoice } from '../../../ui'
import { Declined } from './Declined'
import { UnitVisits } from './UnitVisits'
import { blankVisit, draftWords, givenFrom, planFrom, type VisitValues } from './values'
import { fillHousehold, VisitFields } from './VisitFields'

/** 登记走访, or 预约 of one. */
export function IntakeScreen({ onBack, onSaved }: IntakeWays) {
  const { t } = useTranslation('visits')
  const { ports } = useData()
  const user = useUser()
  const register = useRegistering({ onBack, onSaved })
  return (
    <IntakeFrame<VisitValues>
      title={t('intake.title')}
      label={t('intake.form')}
      kind="visit.register"
      defaults={() => blankVisit(ports.now(), user.name)}
      draftTitle={draftWords}
      onSave={(values, draftId) =>
        values.kind === 'planned'
          ? register(planVisitCommand, { plan: planFrom(values) }, draftId)
          : register(
              registerVisitCommand,
              { ...givenFrom(values, ports.now()), attachments: values.attachments },
              draftId,
            )
      }
      onBack={onBack}
      renderSide={(form) => <Side form={form} />}
    >
      {(form) => <Fields form={form} />}
    </IntakeFrame>
  )
}

function Fields({ form }: { form: UseFormReturn<VisitValues> }) {
  const { t } = useTranslation('visits')
  const kind = useWatch({ control: form.control, name: 'kind' })
  const kinds = (['visited', 'planned'] as const).map((value) => ({ value, label: t(`intake.${value}`) }))
  return (
    <Box sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
      <ToggleChoice<VisitValues> name="kind" label={t('field.kind')} options={kinds} required />
      <VisitFields form={form} planned={kind === 'planned'} withPrivate takesFocus />
    </Box>
  )
}

/** The household of the form, as soon as it is chosen. */
function Side({ form }: { form: UseFormReturn<VisitValues> }) {
  const { t } = useTranslation('visits')
  const [unitId, kind] = useWatch({ control: form.control, name: ['plan.person.unitId', 'kind'] })
  return (
    <>
      <WhoPanel
        unitId={unitId}
        nobody={t('intake.noHousehold')}
        pickLabel={t('intake.pick')}
        onPick={(unit, person) => fillHousehold(form, unit, person)}
      >
        {unitId && <Declined unitId={unitId} />}
        {unitId && <UnitVisits unitId={unitId} />}
      </WhoPanel>
      {/* A visit that is still to be made has brought nothing yet. */}
      {kind === 'visited' && <AttachmentsField<VisitValues> name="attachments" />}
    </>
  )
}
