import Box from '@mui/material/Box'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import { DateTimeField, FormGrid, PhoneField, SuggestField, TextField, ToggleChoice } from '../../../ui'
import { linkedWords, personFrom } from '../whom'
import type { ReturnVisitValues } from './values'
import { useChoices } from './words'

interface Props {
  form: UseFormReturn<ReturnVisitValues>
  takesFocus?: boolean
  /** Whom is known: what was said takes the keyboard. */
  known?: boolean
}

const visitorsOf = ({ entry }: ReturnVisitRecord) => (entry ? [entry.visitedBy] : [])

/** Fills the form with a household, and with the person where one is known. */
export function fillHousehold(form: Props['form'], unit: Unit, person: Person | null): void {
  const change = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }
  form.setValue('person', personFrom(unit, person, form.getValues('person')), change)
}

/** A return visit in the order of a row of 《回访工作记录表》. */
export function ReturnVisitFields({ form, takesFocus = false, known = false }: Props) {
  const { t } = useTranslation('returnVisits')
  const choices = useChoices()
  const visitors = useLastEntries('returnVisits', visitorsOf)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <HouseholdPicker
        autoFocus={takesFocus && !known}
        linked={linkedWords(form.getValues('person'))}
        onPick={({ unit, person }) => {
          fillHousehold(form, unit, person)
          form.setFocus(person ? 'content' : 'person.name')
        }}
      />
      <FormGrid columns={3}>
        <TextField<ReturnVisitValues> name="person.unitCode" label={t('field.unitCode')} maxLength={50} />
        <TextField<ReturnVisitValues> name="person.name" label={t('field.person')} maxLength={50} />
        <PhoneField<ReturnVisitValues> name="person.phone" label={t('field.phone')} />
      </FormGrid>
      <Source form={form} />
      <PhrasedArea<ReturnVisitValues>
        name="content"
        autoFocus={takesFocus && known}
        phrases="returnVisit.content"
        label={t('field.content')}
        required
        wide
        minRows={3}
        maxLength={10_000}
      />
      <ToggleChoice<ReturnVisitValues>
        name="satisfaction"
        label={t('field.satisfaction')}
        options={choices.satisfactions}
        required
      />
      <ToggleChoice<ReturnVisitValues> name="way" label={t('field.way')} options={choices.ways} required />
      <FormGrid>
        <DateTimeField<ReturnVisitValues> name="visitedAt" label={t('field.visitedAt')} required />
        <SuggestField<ReturnVisitValues>
          name="visitedBy"
          label={t('field.visitedBy')}
          suggestions={visitors}
          maxLength={50}
        />
      </FormGrid>
    </Box>
  )
}

/** 来源: what it follows up, by its number; none for a free one. */
function Source({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation('returnVisits')
  const { sources } = useChoices()
  const kind = useWatch({ control: form.control, name: 'source.kind' })
  return (
    <FormGrid>
      <ToggleChoice<ReturnVisitValues>
        name="source.kind"
        label={t('field.source')}
        options={sources}
        required
      />
      {kind !== 'free' && (
        <TextField<ReturnVisitValues>
          name="source.number"
          label={t('field.sourceNumber')}
          placeholder={t('intake.sourceHint')}
          required
          maxLength={50}
        />
      )}
    </FormGrid>
  )
}
