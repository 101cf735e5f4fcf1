import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { findHouseholds, useData } from '../../../data'
import { AsyncCombobox, DateField, FormGrid, ToggleChoice, translateKey } from '../../../ui'
import { useChoices } from '../words'
import type { PersonValues } from './schemas'

interface ResidenceFieldsProps {
  index: number
  /** The unit whose record is open: it is not chosen anew. */
  fixed: boolean
  alone: boolean
  onRemove: () => void
}

/** One unit that a person holds: which, as what, from when until when. */
export function ResidenceFields({ index, fixed, alone, onRemove }: ResidenceFieldsProps) {
  const { t } = useTranslation('households')
  const choices = useChoices()
  const path = `residences.${index}` as const
  const { getValues } = useFormContext<PersonValues>()
  const code = getValues(`${path}.unitCode`)
  return (
    <Box
      role="group"
      aria-label={fixed ? code : t('form.residence', { number: index + 1 })}
      sx={{ borderLeft: '3px solid', borderColor: 'divider', pl: 3 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1 }}>
        {fixed ? <strong>{code}</strong> : <UnitPicker index={index} />}
        {!alone && !fixed && (
          <Button variant="text" onClick={onRemove}>
            {t('action.removeResidence')}
          </Button>
        )}
      </Box>
      <FormGrid>
        <ToggleChoice<PersonValues>
          name={`${path}.role`}
          label={t('field.role')}
          options={choices.roles}
          wide
        />
        <DateField<PersonValues> name={`${path}.from`} label={t('field.from')} />
        <DateField<PersonValues>
          name={`${path}.until`}
          label={t('field.until')}
          hint={t('hint.until')}
          lean="future"
        />
      </FormGrid>
    </Box>
  )
}

function UnitPicker({ index }: { index: number }) {
  const { t } = useTranslation('households')
  const { db, search } = useData()
  const { setValue, getValues } = useFormContext<PersonValues>()
  const { field, fieldState } = useController<PersonValues, `residences.${number}.unitId`>({
    name: `residences.${index}.unitId`,
  })
  const load = useCallback(
    async (query: string) => {
      const hits = await findHouseholds(db, search, query, 20)
      return [...new Map(hits.map(({ unit }) => [unit.id, { id: unit.id, code: unit.code }])).values()]
    },
    [db, search],
  )
  const code = getValues(`residences.${index}.unitCode`)
  return (
    <Box sx={{ flex: 1 }}>
      <AsyncCombobox
        label={t('field.unit')}
        required
        value={field.value ? { id: field.value, code } : null}
        onPick={(option) => {
          setValue(`residences.${index}.unitCode`, option?.code ?? '')
          field.onChange(option?.id ?? '')
        }}
        load={load}
        optionKey={({ id }) => id}
        optionText={(option) => option.code}
        placeholder={t('list.searchHint')}
        error={fieldState.error?.message && translateKey(`refusal:${fieldState.error.message}`)}
        inputRef={field.ref}
        onBlur={field.onBlur}
      />
    </Box>
  )
}
