import Box from '@mui/material/Box'
import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import {
  CheckField,
  DateTimeField,
  FormGrid,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui'
import { complainantFrom, linkedWords, withoutName } from '../intake/intakeValues'
import { useChoices } from '../words'
import type { PersonValues } from './personValues'

/** Who it is, how they came, and what they said. */
export function PersonFields({ form }: { form: UseFormReturn<PersonValues> }) {
  const { t } = useTranslation(['people', 'complaints'])
  const choices = useChoices()
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Who form={form} />
      <TextArea<PersonValues>
        name="words"
        label={t('words')}
        placeholder={t('complaints:intake.contentHint')}
        required
        large
        wide
        minRows={3}
        maxLength={20_000}
      />
      <FormGrid columns={3}>
        <SelectField<PersonValues>
          name="channel"
          label={t('complaints:field.channel')}
          options={choices.channels}
        />
        <DateTimeField<PersonValues> name="saidAt" label={t('saidAt')} required />
        <TextField<PersonValues> name="receivedBy" label={t('complaints:field.receivedBy')} maxLength={50} />
      </FormGrid>
    </Box>
  )
}

function Who({ form }: { form: UseFormReturn<PersonValues> }) {
  const { t } = useTranslation('complaints')
  const anonymous = useWatch({ control: form.control, name: 'complainant.anonymous' })
  useEffect(() => {
    if (!anonymous) return
    const { complainant } = withoutName({ complainant: form.getValues('complainant'), place: '' })
    form.setValue('complainant', complainant, { shouldDirty: true })
    form.clearErrors('complainant.name')
  }, [anonymous, form])
  return (
    <>
      <Box sx={{ display: 'grid', gap: '12px 16px', gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
        <HouseholdPicker
          key={String(anonymous)}
          linked={anonymous ? '' : linkedWords(form.getValues('complainant'))}
          onPick={({ unit, person }) => {
            const before = form.getValues('complainant')
            form.setValue('complainant', complainantFrom(unit, person, before), { shouldDirty: true })
            form.setFocus(person ? 'words' : 'complainant.name')
          }}
        />
        {/* In line with the input beside it, which stands below its label. */}
        <Box sx={{ pt: 6 }}>
          <CheckField<PersonValues> name="complainant.anonymous" label={t('field.anonymous')} />
        </Box>
      </Box>
      <FormGrid columns={3}>
        <TextField<PersonValues>
          name="complainant.name"
          label={t('field.complainant')}
          required={!anonymous}
          disabled={anonymous}
          maxLength={50}
        />
        <PhoneField<PersonValues> name="complainant.phone" label={t('field.phone')} />
        <TextField<PersonValues> name="complainant.unitCode" label={t('field.unitCode')} maxLength={50} />
      </FormGrid>
    </>
  )
}
