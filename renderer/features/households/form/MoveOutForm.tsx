import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import { endResidenceCommand } from '../../../data'
import { DateField, FormGrid } from '../../../ui'
import { useSaveEntry } from '../saving'
import { EntryForm } from './EntryForm'
import { type MoveOutValues, moveOutForm } from './schemas'

interface MoveOutFormProps {
  unit: Unit
  person: Person
  today: string
  onClose: () => void
}

/** 迁出: asks for the last day only; the person stays on record (domain 10). */
export function MoveOutForm({ unit, person, today, onClose }: MoveOutFormProps) {
  const { t } = useTranslation('households')
  const save = useSaveEntry()
  const values: MoveOutValues = { until: today }
  return (
    <EntryForm
      kind={`household.moveOut:${person.id}`}
      targetId={unit.id}
      label={t('form.moveOut')}
      values={values}
      schema={moveOutForm}
      draftTitle={() => `${t('form.moveOut')} ${unit.code} ${person.name}`}
      onSave={async ({ until }, draftId) => {
        const input = { personId: person.id, unitId: unit.id, until: until ?? today }
        return (await save(endResidenceCommand, input, person.name, { draftId })).refusal
      }}
      onClose={onClose}
    >
      <Box sx={{ mb: 2 }}>{t('record.moveOutText', { name: person.name, code: unit.code })}</Box>
      <FormGrid>
        <DateField<MoveOutValues> name="until" label={t('field.until')} lean="future" required autoFocus />
      </FormGrid>
    </EntryForm>
  )
}
