import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import { registerComplaintCommand, useData, useUser } from '../../../data'
import { EmptyState, refusalText, ScreenHead, useMenuCommand } from '../../../ui'
import { RecordForm, type SaveAnswer } from '../../../register/saving/RecordForm'
import { besideField } from '../../../register/saving/refusals'
import { SaveButtons } from '../../../register/saving/SaveButtons'
import { AttachmentsField } from '../../../register/attachments/AttachmentsField'
import { SideBySide } from '../../../register/record/SideBySide'
import { useSave } from '../../../register/saving/saving'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { IntakeSimilar, type IntakeSimilarProps } from '../similar/IntakeSimilar'
import { useAddInstead } from '../similar/useAddInstead'
import { UnitMatters } from '../who/UnitMatters'
import { IntakeGuidance } from '../guidance/ComplaintGuidance'
import { fillHousehold, IntakeFields } from './IntakeFields'
import { blankIntake, draftWords, type IntakeValues, intakeOf } from './intakeValues'

interface IntakeScreenProps {
  onBack: () => void
  /** Saved with Ctrl+S: the record is shown. */
  onSaved: (id: string) => void
}

/** 登记投诉: what a clerk fills in while the person talks, beside what is known of the household. */
export function IntakeScreen({ onBack, onSaved }: IntakeScreenProps) {
  const { t } = useTranslation('complaints')
  const user = useUser()
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead
        title={t('intake.title')}
        actions={<Button onClick={onBack}>{t('record.toList')}</Button>}
      />
      {may(user.role, 'record.register') ? (
        <IntakeForm onBack={onBack} onSaved={onSaved} />
      ) : (
        <EmptyState title={refusalText({ key: 'office.notAllowed' })} />
      )}
    </>
  )
}

function IntakeForm({ onBack, onSaved }: IntakeScreenProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  const user = useUser()
  const save = useSave()
  const brought = useBroughtIntake()

  const instead = useAddInstead(onSaved)
  const register = async (values: IntakeValues, draftId: string): Promise<SaveAnswer> => {
    const into = instead.take()
    if (into) return instead.save(into, values, draftId)
    const { receivedBy, attachments = [] } = values
    const input = { intake: intakeOf(values, ports.now()), receivedBy, attachments }
    const { value, refusal } = await save(registerComplaintCommand, input, { draftId })
    if (refusal) return { refusal: besideField(refusal) }
    return { refusal: null, after: (closing) => (closing ? onBack() : onSaved(value.id)) }
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 3 }}>
      <RecordForm<IntakeValues>
        kind="complaint.register"
        label={t('intake.form')}
        defaults={() => ({ ...blankIntake(ports.now(), user.name), ...brought })}
        draftTitle={draftWords}
        onSave={register}
        footer={<SaveButtons />}
      >
        {(form) => (
          <SideBySide side={<Side form={form} onAdd={(record) => void instead.add(form, record)} />}>
            <IntakeFields form={form} />
          </SideBySide>
        )}
      </RecordForm>
    </Box>
  )
}

/** An intake that was taken back from another record. */
function useBroughtIntake(): Partial<IntakeValues> {
  const state: unknown = useLocation().state
  const holds = typeof state === 'object' && state !== null && 'intake' in state
  return holds ? (state.intake as IntakeValues) : {}
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
