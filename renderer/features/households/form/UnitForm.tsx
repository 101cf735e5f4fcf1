import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../../shared/domain/household/types'
import { unitCodeOf } from '../../../../shared/domain/household/unit'
import { saveUnitCommand } from '../../../data'
import { DateField, FormGrid, NumberField, TextField, ToggleChoice } from '../../../ui'
import { useSaveEntry } from '../saving'
import { useChoices } from '../words'
import { EntryForm } from './EntryForm'
import { type UnitValues, unitForm } from './schemas'

interface UnitFormProps {
  /** Null for a new household. */
  unit: Unit | null
  onSaved?: (unitId: string) => void
  onClose: () => void
}

const EMPTY: UnitValues = {
  building: '',
  section: '',
  room: '',
  use: 'residence',
  area: null,
  status: 'ownerOccupied',
  moveInDate: null,
}

function valuesOf(unit: Unit): UnitValues {
  const { building, section, room, use, area, status, moveInDate } = unit
  return { building, section, room, use, area, status, moveInDate }
}

/** 楼栋, 单元, 房号 and what the unit is (domain 4). */
export function UnitForm({ unit, onSaved, onClose }: UnitFormProps) {
  const { t } = useTranslation('households')
  const choices = useChoices()
  const save = useSaveEntry()
  const savedId = useRef('')
  return (
    <EntryForm
      kind="household.unit"
      targetId={unit?.id ?? ''}
      label={unit ? t('form.unit') : t('form.newUnit')}
      values={unit ? valuesOf(unit) : EMPTY}
      schema={unitForm}
      draftTitle={(values) => `${t('title')} ${unitCodeOf(values)}`}
      onSave={async (values, draftId) => {
        const input = { id: unit?.id ?? null, ...values }
        const saved = await save(saveUnitCommand, input, unitCodeOf(values), { draftId })
        savedId.current = saved.value?.id ?? ''
        return saved.refusal
      }}
      onClose={onClose}
      onSaved={onSaved && (() => onSaved(savedId.current))}
    >
      <FormGrid columns={3}>
        <TextField<UnitValues>
          name="building"
          label={t('field.building')}
          required
          autoFocus
          maxLength={20}
        />
        <TextField<UnitValues> name="section" label={t('field.section')} maxLength={20} />
        <TextField<UnitValues>
          name="room"
          label={t('field.room')}
          required
          maxLength={20}
          hint={t('hint.door')}
        />
      </FormGrid>
      <FormGrid>
        <ToggleChoice<UnitValues> name="use" label={t('field.use')} options={choices.uses} />
        <ToggleChoice<UnitValues> name="status" label={t('field.status')} options={choices.statuses} />
        <NumberField<UnitValues> name="area" label={t('field.area')} digits={2} unit={t('field.areaUnit')} />
        <DateField<UnitValues> name="moveInDate" label={t('field.moveInDate')} />
      </FormGrid>
    </EntryForm>
  )
}
