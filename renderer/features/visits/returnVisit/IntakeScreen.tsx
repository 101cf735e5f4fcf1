import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { registerReturnVisitCommand, useData, useUser } from '../../../data'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { useBrought } from '../../../register/record/useBrought'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { fillHousehold, ReturnVisitFields } from './ReturnVisitFields'
import { blankReturnVisit, draftWords, entryFrom, type ReturnVisitValues } from './values'

/** 登记回访, free or of what another screen brought. Begun from a 季度回访 it goes back there, to whom was called. */
export function IntakeScreen({ onBack: toList, onSaved }: IntakeWays) {
  const { t } = useTranslation('returnVisits')
  const { ports } = useData()
  const user = useUser()
  const navigate = useNavigate()
  const brought = useBrought<ReturnVisitValues>()
  const onBack = () =>
    brought.round
      ? void navigate(`/returnVisits/${brought.round}`, { state: { target: brought.targetId } })
      : toList()
  const register = useRegistering({ onBack, onSaved })
  return (
    <IntakeFrame<ReturnVisitValues>
      title={t('intake.title')}
      label={t('intake.form')}
      kind="returnVisit.register"
      defaults={() => blankReturnVisit(ports.now(), user.name)}
      draftTitle={draftWords}
      onSave={(values, draftId) => {
        const { round, targetId } = values
        const input = { entry: entryFrom(values, ports.now(), brought.source), round, targetId }
        return register(registerReturnVisitCommand, input, draftId)
      }}
      onBack={onBack}
      renderSide={(form) => <Side form={form} />}
    >
      {(form) => <ReturnVisitFields form={form} takesFocus known={brought.person !== undefined} />}
    </IntakeFrame>
  )
}

function Side({ form }: { form: UseFormReturn<ReturnVisitValues> }) {
  const { t } = useTranslation('returnVisits')
  const unitId = useWatch({ control: form.control, name: 'person.unitId' })
  return (
    <WhoPanel
      unitId={unitId}
      nobody={t('intake.noHousehold')}
      pickLabel={t('intake.pick')}
      onPick={(unit, person) => fillHousehold(form, unit, person)}
    />
  )
}
