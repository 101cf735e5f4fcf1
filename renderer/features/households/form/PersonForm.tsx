import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useFieldArray } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { checkPhoneList } from '../../../../shared/domain/household/person'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import { formatPhone } from '../../../../shared/util/contact'
import { savePersonCommand } from '../../../data'
import { FormGrid, TextField } from '../../../ui'
import { useSaveEntry } from '../saving'
import { EntryForm } from './EntryForm'
import { ResidenceFields } from './ResidenceFields'
import { type PersonValues, personForm } from './schemas'

interface PersonFormProps {
  unit: Unit
  /** Null for somebody new. */
  person: Person | null
  /** Codes of the units a person holds, by id. */
  codes: ReadonlyMap<string, string>
  onClose: () => void
}

const home = (unit: Unit): PersonValues['residences'][number] => ({
  unitId: unit.id,
  unitCode: unit.code,
  role: unit.status === 'let' ? 'tenant' : 'owner',
  from: null,
  until: null,
})

function valuesOf(person: Person, codes: ReadonlyMap<string, string>): PersonValues {
  return {
    name: person.name,
    phones: person.phones.map(formatPhone).join('、'),
    idLastFour: person.idLastFour,
    residences: person.residences.map((one) => ({ ...one, unitCode: codes.get(one.unitId) ?? '' })),
  }
}

/** A person with phones, the last four of an ID, and the units they hold, each with 身份 and 起止日期 (domain 4). */
export function PersonForm({ unit, person, codes, onClose }: PersonFormProps) {
  const { t } = useTranslation('households')
  const save = useSaveEntry()
  const empty: PersonValues = { name: '', phones: '', idLastFour: '', residences: [home(unit)] }
  return (
    <EntryForm
      kind={`household.person:${person?.id ?? 'new'}`}
      targetId={unit.id}
      label={t('form.person')}
      values={person ? valuesOf(person, codes) : empty}
      schema={personForm}
      draftTitle={({ name }) => `${unit.code} ${name}`}
      onSave={async ({ name, phones, idLastFour, residences }, draftId) => {
        const list = checkPhoneList(phones, 'phones')
        if (!list.ok) return list.refusal
        const held = residences.map(({ unitId, role, from, until }) => ({ unitId, role, from, until }))
        const input = { id: person?.id ?? null, name, phones: list.value, idLastFour, residences: held }
        return (await save(savePersonCommand, input, name, { draftId })).refusal
      }}
      onClose={onClose}
    >
      <FormGrid>
        <TextField<PersonValues> name="name" label={t('field.name')} required autoFocus maxLength={60} />
        <TextField<PersonValues>
          name="phones"
          label={t('field.phones')}
          hint={t('hint.phones')}
          inputMode="tel"
          maxLength={300}
        />
        <TextField<PersonValues>
          name="idLastFour"
          label={t('field.idLastFour')}
          hint={t('hint.idLastFour')}
          maxLength={30}
        />
      </FormGrid>
      <Residences home={unit} />
    </EntryForm>
  )
}

function Residences({ home: unit }: { home: Unit }) {
  const { t } = useTranslation('households')
  const { fields, append, remove } = useFieldArray<PersonValues>({ name: 'residences' })
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 3 }}>
      {fields.map((field, index) => (
        <ResidenceFields
          key={field.id}
          index={index}
          fixed={field.unitId === unit.id}
          alone={fields.length === 1}
          onRemove={() => remove(index)}
        />
      ))}
      <Box>
        <Button onClick={() => append({ ...home(unit), unitId: '', unitCode: '', role: 'owner' })}>
          {t('action.addResidence')}
        </Button>
      </Box>
    </Box>
  )
}
