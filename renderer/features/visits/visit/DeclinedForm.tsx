import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useState } from 'react'
import { FormProvider, useFieldArray, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { VisitPreference } from '../../../../shared/domain/visit/types'
import { keepPreferenceCommand, useRun } from '../../../data'
import type { Refusal } from '../../../../shared/util/result'
import { sayKept } from '../../../register/saving/saving'
import { CheckField, FormGrid, placeRefusal, RefusalBar, TextField, useAppForm } from '../../../ui'

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

interface Values {
  declinedTimes: { days: Record<(typeof WEEKDAYS)[number], boolean>; from: string; to: string }[]
  noVisits: boolean
  note: string
}

interface DeclinedFormProps {
  unitId: string
  known: VisitPreference | null
  onDone: () => void
}

function daysOf(weekdays: readonly number[]): Values['declinedTimes'][number]['days'] {
  const has = (day: number) => weekdays.includes(day)
  return { 1: has(1), 2: has(2), 3: has(3), 4: has(4), 5: has(5), 6: has(6), 7: has(7) }
}

/** Ctrl+S and Ctrl+Enter: what stands around it is another form. */
function savesBy(event: KeyboardEvent): boolean {
  const saves = (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's')
  if (saves) {
    event.preventDefault()
    event.stopPropagation()
  }
  return saves
}

/**
 * Weekdays and hours at which the household does not want to be visited. Stands beside an intake, inside its form: so it
 * is no form itself.
 */
export function DeclinedForm({ unitId, known, onDone }: DeclinedFormProps) {
  const { t } = useTranslation(['visits', 'record'])
  const run = useRun()
  const [refused, setRefused] = useState<Refusal | null>(null)
  const form = useAppForm<Values>({
    defaultValues: {
      declinedTimes: (known?.declinedTimes ?? []).map(({ weekdays, from, to }) => ({
        days: daysOf(weekdays),
        from,
        to,
      })),
      noVisits: known?.noVisits ?? false,
      note: known?.note ?? '',
    },
  })
  const save = async ({ declinedTimes, noVisits, note }: Values) => {
    const times = declinedTimes.map(({ days, from, to }) => ({
      weekdays: WEEKDAYS.filter((day) => days[day]).map(Number),
      from: from.trim(),
      to: to.trim(),
    }))
    const input = { unitId, rev: known?.rev ?? 0, declinedTimes: times, noVisits, note }
    const kept = await run(keepPreferenceCommand, input)
    if (!kept.ok) return setRefused(placeRefusal(form, kept.refusal) ? null : kept.refusal)
    sayKept(kept.value.confirmed, t('declined.saved'), t('declined.title'))
    onDone()
  }
  const submit = () => void form.handleSubmit(save)()
  return (
    <FormProvider {...form}>
      <Box
        role="group"
        aria-label={t('declined.edit')}
        onKeyDown={(event) => savesBy(event) && submit()}
        sx={{ display: 'grid', gap: 2 }}
      >
        <RefusalBar refusal={refused} onClose={() => setRefused(null)} />
        <CheckField<Values> name="noVisits" label={t('declined.noVisits')} />
        <Times form={form} />
        <TextField<Values> name="note" label={t('declined.note')} maxLength={200} />
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button variant="contained" sx={{ scrollMarginBottom: '72px' }} onClick={submit}>
            {t('declined.save')}
          </Button>
          <Button onClick={onDone}>{t('record:fold')}</Button>
        </Box>
      </Box>
    </FormProvider>
  )
}

function Times({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation('visits')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'declinedTimes' })
  const none = useWatch({ control: form.control, name: 'noVisits' })
  if (none) return null
  return (
    <>
      {fields.map(({ id }, index) => (
        <Box key={id} role="group" aria-label={`${t('declined.title')} ${index + 1}`}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
            {WEEKDAYS.map((day) => (
              <CheckField<Values>
                key={day}
                name={`declinedTimes.${index}.days.${day}`}
                label={t(`declined.day.${day}`)}
              />
            ))}
          </Box>
          <FormGrid>
            <TextField<Values>
              name={`declinedTimes.${index}.from`}
              label={t('declined.from')}
              placeholder="12:00"
              hint={t('declined.hoursHint')}
              maxLength={5}
            />
            <TextField<Values>
              name={`declinedTimes.${index}.to`}
              label={t('declined.to')}
              placeholder="14:00"
              maxLength={5}
            />
          </FormGrid>
          <Button variant="text" onClick={() => remove(index)}>
            {t('declined.remove', { n: index + 1 })}
          </Button>
        </Box>
      ))}
      <Button
        variant="text"
        sx={{ justifySelf: 'start' }}
        onClick={() => append({ days: daysOf([]), from: '', to: '' })}
      >
        {t('declined.add')}
      </Button>
    </>
  )
}
