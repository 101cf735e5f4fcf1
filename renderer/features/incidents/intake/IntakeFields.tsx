import Box from '@mui/material/Box'
import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import {
  CheckField,
  DateTimeField,
  FormGrid,
  PhoneField,
  SuggestField,
  TextArea,
  TextField,
  ToggleChoice,
} from '../../../ui'
import { useChoices } from '../words'
import { type IntakeValues, personFrom } from './intakeValues'

const placesOf = ({ report }: Incident) => [report.place]

/** Where, when, what kind; everything else can wait until the event is over (domain 7). */
export function IntakeFields({ form }: { form: UseFormReturn<IntakeValues> }) {
  const { t } = useTranslation('incidents')
  const choices = useChoices()
  const places = useLastEntries('incidents', placesOf)
  useEffect(() => form.setFocus('kind'), [form])
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <ToggleChoice<IntakeValues> name="kind" label={t('field.kind')} options={choices.kinds} required />
      <FormGrid>
        <SuggestField<IntakeValues>
          name="place"
          suggestions={places}
          label={t('field.place')}
          placeholder={t('intake.placeExample')}
          required
          maxLength={200}
        />
        <DateTimeField<IntakeValues> name="occurredAt" label={t('field.occurredAt')} required />
      </FormGrid>
      <CheckField<IntakeValues> name="personHurt" label={t('field.personHurt')} />
      <TextArea<IntakeValues>
        name="course"
        label={t('field.course')}
        placeholder={t('intake.courseHint')}
        wide
        minRows={2}
        maxLength={20_000}
      />
      <Who form={form} />
      <FormGrid>
        <TextField<IntakeValues> name="reportedBy" label={t('field.reportedBy')} maxLength={50} />
      </FormGrid>
    </Box>
  )
}

/** 当事人, where somebody is known already. */
function Who({ form }: { form: UseFormReturn<IntakeValues> }) {
  const { t } = useTranslation('incidents')
  return (
    <>
      <HouseholdPicker
        onPick={({ unit, person }) => {
          form.setValue('person', personFrom(unit, person), { shouldDirty: true })
          if (form.getValues('place').trim() === '') form.setValue('place', unit.code, { shouldDirty: true })
        }}
      />
      <FormGrid columns={3}>
        <TextField<IntakeValues> name="person.name" label={t('field.party')} maxLength={50} />
        <PhoneField<IntakeValues> name="person.phone" label={t('field.phone')} />
        <TextField<IntakeValues> name="person.unitCode" label={t('field.unitCode')} maxLength={50} />
      </FormGrid>
    </>
  )
}
