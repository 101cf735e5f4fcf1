import { useTranslation } from 'react-i18next'
import type { StandingInstruction, Unit } from '../../../../shared/domain/household/types'
import { saveInstructionCommand } from '../../../data'
import { DateField, FormGrid, TextArea, ToggleChoice } from '../../../ui'
import { useSaveEntry } from '../saving'
import { useChoices } from '../words'
import { EntryForm } from './EntryForm'
import { type InstructionValues, instructionForm } from './schemas'

interface InstructionFormProps {
  unit: Unit
  instruction: StandingInstruction | null
  today: string
  onClose: () => void
}

function valuesOf({ kind, note, startsOn, expiresOn }: StandingInstruction): InstructionValues {
  return { kind, note, startsOn, expiresOn }
}

/** 委托事项 with start and expiry (domain 4). */
export function InstructionForm({ unit, instruction, today, onClose }: InstructionFormProps) {
  const { t } = useTranslation('households')
  const choices = useChoices()
  const save = useSaveEntry()
  const empty: InstructionValues = { kind: 'allowEntry', note: '', startsOn: today, expiresOn: null }
  return (
    <EntryForm
      kind={`household.instruction:${instruction?.id ?? 'new'}`}
      targetId={unit.id}
      label={t('form.instruction')}
      values={instruction ? valuesOf(instruction) : empty}
      schema={instructionForm}
      draftTitle={({ kind }) => `${unit.code} ${t(`instruction.${kind}`)}`}
      onSave={async (values, draftId) => {
        const startsOn = values.startsOn ?? today
        const input = { id: instruction?.id ?? null, unitId: unit.id, ...values, startsOn }
        return (await save(saveInstructionCommand, input, t(`instruction.${values.kind}`), { draftId }))
          .refusal
      }}
      onClose={onClose}
    >
      <FormGrid>
        <ToggleChoice<InstructionValues>
          name="kind"
          label={t('field.kind')}
          options={choices.instructions}
          wide
        />
        <TextArea<InstructionValues> name="note" label={t('field.note')} maxLength={2000} wide />
        <DateField<InstructionValues> name="startsOn" label={t('field.startsOn')} required />
        <DateField<InstructionValues>
          name="expiresOn"
          label={t('field.expiresOn')}
          hint={t('hint.expiresOn')}
          lean="future"
        />
      </FormGrid>
    </EntryForm>
  )
}
