import Box from '@mui/material/Box'
import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import {
  CheckField,
  DateTimeField,
  FormGrid,
  PhoneField,
  SelectField,
  SuggestField,
  TextArea,
  TextField,
} from '../../../ui'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { useChoices } from '../words'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import { complainantFrom, type IntakeValues, linkedWords, placeAfter, withoutName } from './intakeValues'

const TIMES_AND_NAME = 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 0.7fr)'

interface IntakeFieldsProps {
  form: UseFormReturn<IntakeValues>
  /** 登记时间 and 接待人 stay once the record exists: every deadline hangs on them. */
  fixed?: boolean
  /** 住户 takes the focus as soon as the form is there. */
  takesFocus?: boolean
}

const subjectsOf = ({ intake }: Complaint) => [intake.subject]
// A door number is where somebody lives: the next person's is another.
const placesOf = ({ intake }: Complaint) =>
  intake.place === intake.complainant.unitCode ? [] : [intake.place]

/** Fills the form with a household, and with the person where one is known. */
export function fillHousehold(form: UseFormReturn<IntakeValues>, unit: Unit, person: Person | null): void {
  const before = form.getValues('complainant')
  const change = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }
  form.setValue('place', placeAfter(form.getValues('place'), before.unitCode, unit.code), change)
  form.setValue('complainant', complainantFrom(unit, person, before), change)
}

function forgetName(form: UseFormReturn<IntakeValues>): void {
  const { complainant, place } = withoutName(form.getValues())
  form.setValue('complainant', complainant, { shouldDirty: true })
  form.setValue('place', place, { shouldDirty: true })
  form.clearErrors('complainant.name')
}

/** 受理, in the order in which people talk: who, what in their own words, what they want, then where and when. */
export function IntakeFields({ form, fixed = false, takesFocus = !fixed }: IntakeFieldsProps) {
  const { t } = useTranslation('complaints')
  const subjects = useLastEntries('complaints', subjectsOf)
  const places = useLastEntries('complaints', placesOf)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Who form={form} takesFocus={takesFocus} />
      <TextArea<IntakeValues>
        name="content"
        label={t('field.content')}
        placeholder={t('intake.contentHint')}
        required
        large
        wide
        minRows={5}
        maxLength={20_000}
      />
      <FormGrid>
        <PhrasedArea<IntakeValues>
          name="remedy"
          phrases="complaint.remedy"
          label={t('field.remedy')}
          wide
          minRows={1}
          maxLength={5_000}
        />
        <SuggestField<IntakeValues>
          name="subject"
          suggestions={subjects}
          label={t('field.subject')}
          placeholder={t('intake.subjectExample')}
          maxLength={200}
        />
        <SuggestField<IntakeValues>
          name="place"
          suggestions={places}
          label={t('field.place')}
          maxLength={200}
        />
      </FormGrid>
      <CheckField<IntakeValues> name="lossOrInjury" label={t('field.lossOrInjury')} />
      {/* Two times, which have to be seen whole, and a name. */}
      <Box sx={{ display: 'grid', gap: '12px 16px', gridTemplateColumns: TIMES_AND_NAME }}>
        <DateTimeField<IntakeValues> name="occurredAt" label={t('field.occurredAt')} />
        <DateTimeField<IntakeValues>
          name="registeredAt"
          label={t('field.registeredAt')}
          required
          disabled={fixed}
        />
        <TextField<IntakeValues>
          name="receivedBy"
          label={t('field.receivedBy')}
          disabled={fixed}
          maxLength={50}
        />
      </Box>
    </Box>
  )
}

function Who({ form, takesFocus }: { form: UseFormReturn<IntakeValues>; takesFocus: boolean }) {
  const { t } = useTranslation('complaints')
  const choices = useChoices()
  const anonymous = useWatch({ control: form.control, name: 'complainant.anonymous' })
  useEffect(() => {
    if (anonymous) forgetName(form)
  }, [anonymous, form])
  return (
    <>
      <Box sx={{ display: 'grid', gap: '12px 16px', gridTemplateColumns: 'minmax(0, 1fr) 140px auto' }}>
        <HouseholdPicker
          // Emptied when the person asks to stay unnamed.
          key={String(anonymous)}
          autoFocus={takesFocus && !anonymous}
          linked={anonymous ? '' : linkedWords(form.getValues('complainant'))}
          onPick={({ unit, person }) => {
            fillHousehold(form, unit, person)
            // With the person known, all that is left to ask is what happened.
            form.setFocus(person ? 'content' : 'complainant.name')
          }}
        />
        <SelectField<IntakeValues> name="channel" label={t('field.channel')} options={choices.channels} />
        {/* In line with the inputs beside it, which stand below their labels. */}
        <Box sx={{ pt: 6 }}>
          <CheckField<IntakeValues> name="complainant.anonymous" label={t('field.anonymous')} />
        </Box>
      </Box>
      <FormGrid columns={3}>
        <TextField<IntakeValues>
          name="complainant.name"
          label={t('field.complainant')}
          required={!anonymous}
          disabled={anonymous}
          maxLength={50}
        />
        <PhoneField<IntakeValues> name="complainant.phone" label={t('field.phone')} />
        <TextField<IntakeValues> name="complainant.unitCode" label={t('field.unitCode')} maxLength={50} />
      </FormGrid>
    </>
  )
}
