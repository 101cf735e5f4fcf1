import Box from '@mui/material/Box'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import {
  DateTimeField,
  FormGrid,
  PhoneField,
  SelectField,
  SuggestField,
  TextArea,
  TextField,
} from '../../../ui'
import { useChoices } from '../item/words'
import { linkedWords, ownerFrom, type ReportValues } from './values'

interface ReportFieldsProps {
  form: UseFormReturn<ReportValues>
  /** 登记时间 and 接待人 stay once the record exists. */
  fixed?: boolean
}

const placesOf = ({ intake }: LostReport) => [intake.places]

/** Fills the form with a household, and with the person where one is known. */
export function fillHousehold(form: UseFormReturn<ReportValues>, unit: Unit, person: Person | null): void {
  const change = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }
  form.setValue('owner', ownerFrom(unit, person, form.getValues('owner')), change)
}

/** 寻物登记, in the order in which people talk: who, what, when and where. */
export function ReportFields({ form, fixed = false }: ReportFieldsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Owner form={form} takesFocus={!fixed} />
      <Thing />
      <WhenAndWhere fixed={fixed} />
    </Box>
  )
}

function Owner({ form, takesFocus }: { form: UseFormReturn<ReportValues>; takesFocus: boolean }) {
  const { t } = useTranslation('lostReports')
  return (
    <>
      <HouseholdPicker
        autoFocus={takesFocus}
        linked={linkedWords(form.getValues('owner'))}
        onPick={({ unit, person }) => {
          fillHousehold(form, unit, person)
          form.setFocus(person ? 'item' : 'owner.name')
        }}
      />
      <FormGrid columns={3}>
        <TextField<ReportValues> name="owner.name" label={t('field.owner')} required maxLength={50} />
        <PhoneField<ReportValues> name="owner.phone" label={t('field.phone')} />
        <TextField<ReportValues> name="owner.unitCode" label={t('field.unitCode')} maxLength={50} />
      </FormGrid>
    </>
  )
}

function Thing() {
  const { t } = useTranslation('lostReports')
  const choices = useChoices()
  return (
    <>
      <FormGrid>
        <TextField<ReportValues> name="item" label={t('field.item')} required maxLength={100} />
        <SelectField<ReportValues>
          name="category"
          label={t('field.category')}
          options={choices.categories}
          emptyLabel=""
          required
        />
      </FormGrid>
      <TextArea<ReportValues>
        name="features"
        label={t('field.features')}
        placeholder={t('intake.featuresHint')}
        large
        wide
        minRows={3}
        maxLength={20_000}
      />
    </>
  )
}

function WhenAndWhere({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation('lostReports')
  const places = useLastEntries('lostReports', placesOf)
  return (
    <>
      <FormGrid>
        <DateTimeField<ReportValues> name="lostFrom" label={t('field.lostFrom')} />
        <DateTimeField<ReportValues> name="lostUntil" label={t('field.lostUntil')} />
        <SuggestField<ReportValues>
          name="places"
          suggestions={places}
          label={t('field.places')}
          placeholder={t('intake.placesExample')}
          maxLength={300}
        />
        <TextField<ReportValues> name="remarks" label={t('field.remarks')} maxLength={500} />
        <DateTimeField<ReportValues>
          name="registeredAt"
          label={t('field.registeredAt')}
          required
          disabled={fixed}
        />
        <TextField<ReportValues>
          name="receivedBy"
          label={t('field.receivedBy')}
          disabled={fixed}
          maxLength={50}
        />
      </FormGrid>
    </>
  )
}
