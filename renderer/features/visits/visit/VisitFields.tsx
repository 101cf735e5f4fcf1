import Box from '@mui/material/Box'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import { may } from '../../../../shared/domain/office/permissions'
import { VISIT_PARTS, type Visit } from '../../../../shared/domain/visit/types'
import { useUser } from '../../../data'
import { PhrasedArea } from '../../../register/pace/PhrasedArea'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import {
  CheckField,
  DateField,
  DateTimeField,
  FormGrid,
  PhoneField,
  SuggestField,
  TextArea,
  TextField,
  ToggleChoice,
} from '../../../ui'
import { linkedWords, personFrom } from '../whom'
import type { VisitValues } from './values'
import { useWays } from './words'

interface VisitFieldsProps {
  form: UseFormReturn<VisitValues>
  /** Only whom, how and when: the visit is still to be made. */
  planned?: boolean
  /** 私密记录 can be written with it; later they stand beside the record. */
  withPrivate?: boolean
  takesFocus?: boolean
  /** Whom is known: the keyboard goes to what is asked for, the new 预约时间 or what was said. */
  known?: boolean
}

const visitorsOf = ({ plan }: Visit) => [plan.visitor]

/** Fills the form with a household, and with the person where one is known. */
export function fillHousehold(form: UseFormReturn<VisitValues>, unit: Unit, person: Person | null): void {
  const change = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }
  form.setValue('plan.person', personFrom(unit, person, form.getValues('plan.person')), change)
}

/** A visit in the order of the sheet: whom, how and when, the five parts, 反馈. */
export function VisitFields(props: VisitFieldsProps) {
  const { form, planned = false, withPrivate = false, takesFocus = false, known = false } = props
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Who form={form} planned={planned} takesFocus={takesFocus} />
      <When form={form} planned={planned} asked={known && planned} />
      {!planned && (
        <Box data-first={known || undefined}>
          <Parts />
        </Box>
      )}
      {!planned && <Feedback form={form} />}
      {!planned && withPrivate && <PrivateField form={form} />}
    </Box>
  )
}

function Who({
  form,
  planned,
  takesFocus,
}: Required<Pick<VisitFieldsProps, 'form' | 'planned' | 'takesFocus'>>) {
  const { t } = useTranslation('visits')
  return (
    <>
      <HouseholdPicker
        autoFocus={takesFocus}
        linked={linkedWords(form.getValues('plan.person'))}
        onPick={({ unit, person }) => {
          fillHousehold(form, unit, person)
          const next = planned ? 'plan.appointmentAt' : 'findings.parts.management'
          form.setFocus(person ? next : 'plan.person.name')
        }}
      />
      <FormGrid columns={3}>
        <TextField<VisitValues>
          name="plan.person.unitCode"
          label={t('field.unitCode')}
          required
          maxLength={50}
        />
        <TextField<VisitValues> name="plan.person.name" label={t('field.person')} required maxLength={50} />
        <PhoneField<VisitValues> name="plan.person.phone" label={t('field.phone')} />
      </FormGrid>
    </>
  )
}

interface WhenProps {
  form: UseFormReturn<VisitValues>
  planned: boolean
  /** 预约时间 takes the keyboard. */
  asked: boolean
}

function When({ form, planned, asked }: WhenProps) {
  const { t } = useTranslation('visits')
  const visitors = useLastEntries('visits', visitorsOf)
  const way = useWatch({ control: form.control, name: 'plan.way' })
  return (
    <>
      <ToggleChoice<VisitValues> name="plan.way" label={t('field.way')} options={useWays()} required />
      <FormGrid columns={3}>
        <Box data-first={asked || undefined}>
          <DateTimeField<VisitValues>
            name="plan.appointmentAt"
            label={t('field.appointmentAt')}
            required={planned || way === 'doorstep'}
            lean={planned ? 'future' : 'past'}
          />
        </Box>
        {!planned && (
          <DateTimeField<VisitValues> name="findings.visitedAt" label={t('field.visitedAt')} required />
        )}
        <SuggestField<VisitValues>
          name="plan.visitor"
          label={t('field.visitor')}
          suggestions={visitors}
          maxLength={50}
        />
      </FormGrid>
    </>
  )
}

function Parts() {
  const { t } = useTranslation('visits')
  return (
    <FormGrid>
      {VISIT_PARTS.map((part, index) => (
        <PhrasedArea<VisitValues>
          key={part}
          name={`findings.parts.${part}`}
          phrases={`visit.parts.${part}`}
          label={t(`part.${part}`)}
          placeholder={index === 0 ? t('intake.hint') : undefined}
          minRows={2}
          wide={part === 'other'}
          maxLength={10_000}
        />
      ))}
    </FormGrid>
  )
}

function Feedback({ form }: { form: UseFormReturn<VisitValues> }) {
  const { t } = useTranslation('visits')
  const needed = useWatch({ control: form.control, name: 'findings.feedbackNeeded' })
  return (
    <FormGrid columns={3}>
      <Box sx={{ pt: 6 }}>
        <CheckField<VisitValues> name="findings.feedbackNeeded" label={t('field.feedbackNeeded')} />
      </Box>
      {needed && (
        <DateField<VisitValues>
          name="findings.feedbackDueOn"
          label={t('field.feedbackDueOn')}
          required
          lean="future"
        />
      )}
    </FormGrid>
  )
}

/** Who may not read 私密记录 is not asked for them: the 访问人 writes them. */
function PrivateField({ form }: { form: UseFormReturn<VisitValues> }) {
  const { t } = useTranslation('visits')
  const { name, role } = useUser()
  const visitor = useWatch({ control: form.control, name: 'plan.visitor' }).trim()
  const own = visitor === '' || visitor === name
  if (!own && !may(role, 'record.verify')) {
    return <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('private.foreign')}</Box>
  }
  return (
    <TextArea<VisitValues>
      name="privateNotes"
      label={t('field.privateNotes')}
      hint={t('private.hint')}
      wide
      minRows={2}
      maxLength={10_000}
    />
  )
}
