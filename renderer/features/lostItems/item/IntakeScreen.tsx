import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { registerLostItemCommand, useData, useUser } from '../../../data'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { IntakeFrame } from '../../../register/record/IntakeFrame'
import { type IntakeWays, useRegistering } from '../../../register/record/useRegistering'
import { MatchLines } from '../match/MatchLines'
import { useReportsFor } from '../match/useMatches'
import { ItemFields } from './ItemFields'
import { blankItem, draftWords, type ItemValues, itemIntake } from './values'

/** 登记失物: what is written down when a thing is handed in, beside the reports that it may answer. */
export function IntakeScreen({ onBack, onSaved }: IntakeWays) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  const user = useUser()
  const register = useRegistering({ onBack, onSaved })
  return (
    <IntakeFrame<ItemValues>
      title={t('intake.title')}
      label={t('intake.form')}
      kind="lostItem.register"
      defaults={() => blankItem(ports.now(), user.name)}
      draftTitle={draftWords}
      onSave={(values, draftId) => {
        const { attachments = [] } = values
        return register(
          registerLostItemCommand,
          { intake: itemIntake(values, ports.now()), attachments },
          draftId,
        )
      }}
      onBack={onBack}
      renderSide={(form) => (
        <>
          <AttachmentsField<ItemValues> name="attachments" />
          <Reports form={form} />
        </>
      )}
    >
      {(form) => <ItemFields form={form} />}
    </IntakeFrame>
  )
}

/** Lost reports that what is being typed may answer. */
function Reports({ form }: { form: UseFormReturn<ItemValues> }) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  useWatch({ control: form.control, name: ['name', 'category', 'features', 'foundPlace', 'foundAt'] })
  const values = form.getValues()
  const enough = values.name.trim() !== '' || values.category !== ''
  const found = useReportsFor(enough ? { intake: itemIntake(values, ports.now()) } : null)
  return (
    <MatchLines
      title={t('intake.matches')}
      id="lostItems.intakeMatches"
      matches={found}
      table="lostReports"
    />
  )
}
