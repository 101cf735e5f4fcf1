import { type FieldValues, useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { civilDayOf, civilTimeOf, formatCivil, instantOf } from '../../../shared/util/civilTime'
import { type Lean, parseDay, parseMoment } from '../../../shared/util/dateInput'
import { FieldFrame } from './FieldFrame'
import { fieldMessage } from './fieldMessage'
import { NOT_UNDERSTOOD, TypedDate } from './TypedDate'
import type { BoundField } from './useField'

const thisInstant = () => new Date().toISOString()

interface DateFieldProps<V extends FieldValues> extends BoundField<V> {
  /** How a day without a year or a weekday is completed: events lie behind ('past'), deadlines ahead. */
  lean?: Lean
}

function useDate<V extends FieldValues>(props: DateFieldProps<V>, kind: 'day' | 'moment') {
  const { t } = useTranslation('ui')
  const { field, fieldState } = useController<V>({
    name: props.name,
    rules: { required: props.required, validate: (value) => value !== NOT_UNDERSTOOD },
  })
  const unread = field.value === NOT_UNDERSTOOD && fieldState.isTouched
  // Examples are such as the field takes: a deadline is no day that has passed.
  const lean = props.lean ?? 'past'
  const error = unread ? t(`date.notUnderstood.${kind}.${lean}`) : fieldMessage(fieldState.error)
  return { example: t(`date.example.${kind}.${lean}`), field, error }
}

/** A civil day (`2026-11-21`) or null in the form's values; typed as 1121, 11-21, 昨天, 周五, or picked. */
export function DateField<V extends FieldValues>(props: DateFieldProps<V>) {
  const { example, field, error } = useDate(props, 'day')
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <TypedDate
          aria={aria}
          value={field.value ?? null}
          read={(text) => parseDay(text, civilDayOf(thisInstant()), props.lean)}
          write={(day) => day}
          dayOf={(day) => day}
          withDay={(day) => day}
          onChange={field.onChange}
          onBlur={field.onBlur}
          name={field.name}
          label={props.label}
          placeholder={example}
          inputRef={field.ref}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          error={Boolean(error)}
        />
      )}
    </FieldFrame>
  )
}

/** An instant (ISO, UTC) or null in the form's values; typed in estate time as `1121 930` or `昨天 14:05`. */
export function DateTimeField<V extends FieldValues>(props: DateFieldProps<V>) {
  const { example, field, error } = useDate(props, 'moment')
  return (
    <FieldFrame {...props} error={error}>
      {(aria) => (
        <TypedDate
          aria={aria}
          value={field.value ?? null}
          read={(text) => readMoment(text, props.lean)}
          write={formatCivil}
          dayOf={(value) => (value ? civilDayOf(value) : null)}
          withDay={(day, value) => instantOf(day, civilTimeOf(value ?? thisInstant()))}
          onChange={field.onChange}
          onBlur={field.onBlur}
          name={field.name}
          label={props.label}
          placeholder={example}
          inputRef={field.ref}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          error={Boolean(error)}
        />
      )}
    </FieldFrame>
  )
}

// A deadline given as a day alone ends with that day; an event given so began with it.
function readMoment(text: string, lean: Lean = 'past'): string | null {
  return parseMoment(text, thisInstant(), { lean, timeWhenMissing: lean === 'future' ? '23:59' : '00:00' })
}
