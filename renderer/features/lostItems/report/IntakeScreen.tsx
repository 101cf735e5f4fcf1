import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { registerLostReportCommand, useData, useUser } from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { MatchLines } from '../match/MatchLines'
import { useItemsFor } from '../match/useMatches'
import { fillHousehold, ReportFields } from './ReportFields'
import { blankReport, draftWords, type ReportValues, reportIntake } from './values'

/** 登记寻物, beside the household and the found items that it may be. */
export function IntakeScreen({ onBack, onSaved }: IntakeWays) {
  const { t } = useTranslation('lostReports')
  const { ports } = useData()
  const user = useUser()
  const register = useRegistering({ onBack, onSaved })
  return (
    <IntakeFrame<ReportValues>
      title={t('intake.title')}
      label={t('intake.form')}
      kind="lostReport.register"
      defaults={() => blankReport(ports.now(), user.name)}
      draftTitle={draftWords}
      onSave={(values, draftId) => {
        const { receivedBy, attachments = [] } = values
        const input = { intake: reportIntake(values, ports.now()), receivedBy, attachments }
        return register(registerLostReportCommand, input, draftId)
      }}
      onBack={onBack}
      renderSide={(form) => <Side form={form} />}
    >
      {(form) => <ReportFields form={form} />}
    </IntakeFrame>
  )
}

function Side({ form }: { form: UseFormReturn<ReportValues> }) {
  const { t } = useTranslation('lostReports')
  const unitId = useWatch({ control: form.control, name: 'owner.unitId' })
  return (
    <>
      <Items form={form} />
      <WhoPanel
        unitId={unitId}
        nobody={t('intake.noHousehold')}
        pickLabel={t('intake.pickOwner')}
        onPick={(unit, person) => fillHousehold(form, unit, person)}
      />
      <AttachmentsField<ReportValues> name="attachments" />
    </>
  )
}

/** Found items that may be what is being told: often the thing lies here already. */
function Items({ form }: { form: UseFormReturn<ReportValues> }) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  useWatch({
    control: form.control,
    name: ['item', 'category', 'features', 'places', 'lostFrom', 'lostUntil'],
  })
  const values = form.getValues()
  const enough = values.item.trim() !== '' || values.category !== ''
  const found = useItemsFor(enough ? { intake: reportIntake(values, ports.now()) } : null)
  return (
    <MatchLines id="lostReports.intakeMatches" title={t('match.items')} matches={found} table="lostItems" />
  )
}
