import { isCivilDay } from '../../util/civilTime'
import { isValidPhone, normalizePhone } from '../../util/contact'
import { valueAt } from '../../util/paths'
import { refuse } from '../../util/result'
import type { CorrectableField, FieldValue } from '../register/correctable'
import { isInstant } from '../register/moments'
import { allObjections, type Objection, requirePast } from '../register/objections'
import type { RuleContext } from '../register/types'

/** Longest text, characters; as every command takes it. */
const LONGEST = 20_000

/** What a record says at a dotted path; null where there is nothing. */
export function readPath(record: unknown, path: string): FieldValue {
  const value = valueAt(record, path)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** A value as it is stored: the ends of short texts and phones are tidied. */
export function tidyValue({ kind }: CorrectableField, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value
  if (kind === 'phone') return normalizePhone(value)
  return kind === 'text' ? value.trim() : value
}

/**
 * What speaks against a new value, beside the field. Refusals `correction.required`, `correction.invalid`,
 * `person.phoneInvalid`, `time.invalid`, `time.inFuture`.
 */
export function objectionToValue(field: CorrectableField, value: FieldValue, ctx: RuleContext): Objection {
  const { path, required } = field
  const empty = value === null || (typeof value === 'string' && value.trim() === '')
  if (empty) return required ? refuse('correction.required', path) : objectionToNothing(field, value)
  return fits(field, value) ? objectionToSort(field, value, ctx) : refuse('correction.invalid', path)
}

/** Nothing is written as the record writes it: '' for words, null for all else. */
function objectionToNothing({ kind, path }: CorrectableField, value: FieldValue): Objection {
  const words = kind === 'text' || kind === 'longText' || kind === 'phone'
  return (value === null) === words ? refuse('correction.invalid', path) : null
}

function fits(field: CorrectableField, value: FieldValue): boolean {
  switch (field.kind) {
    case 'yesNo':
      return typeof value === 'boolean'
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 1
    case 'fen':
      return Number.isSafeInteger(value) && Number(value) >= 0
    case 'yuan':
      return typeof value === 'number' && value >= 0 && Number.isSafeInteger(Math.round(value * 100))
    case 'choice':
      return typeof value === 'string' && field.options.includes(value)
    default:
      return typeof value === 'string' && value.length <= LONGEST
  }
}

function objectionToSort(field: CorrectableField, value: FieldValue, ctx: RuleContext): Objection {
  const { path } = field
  if (typeof value !== 'string') return null
  if (field.kind === 'phone') return isValidPhone(value) ? null : refuse('person.phoneInvalid', path)
  if (field.kind === 'day') return isCivilDay(value) ? null : refuse('time.invalid', path)
  if (field.kind !== 'instant') return null
  return allObjections(
    isInstant(value) ? null : refuse('time.invalid', path),
    field.ahead ? null : requirePast(value, path, ctx),
  )
}
