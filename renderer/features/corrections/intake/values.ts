import type { CorrectableTable } from '../../../../shared/domain/correction/registers'
import type { CorrectedField } from '../../../../shared/domain/correction/types'
import { readPath } from '../../../../shared/domain/correction/values'
import type { CorrectableField, FieldValue } from '../../../../shared/domain/register/correctable'
import { formatPhone, normalizePhone } from '../../../../shared/util/contact'

/** The record that a 更正单 is begun from. */
export interface Of {
  table: CorrectableTable
  id: string
}

/** What the form of a 更正单 holds: every field with what it is to say, by `nameOf` its path. */
export interface CorrectionValues {
  of: Of
  /** Number of the record, for the draft's title. */
  number: string
  kind: 'fields' | 'void'
  values: Record<string, FieldValue>
  reason: string
}

/** A path as one key of the form: dots would make it an object. */
export function keyOf(path: string): string {
  return path.replaceAll('.', '/')
}

/** The name of a field in the form. */
export function nameOf(path: string): `values.${string}` {
  return `values.${keyOf(path)}`
}

/** What the form shows of a value: a phone as it is read, 元 for what is kept in 1/100 元, '' for a word that was not chosen. */
function shown({ kind }: CorrectableField, value: FieldValue): FieldValue {
  if (kind === 'fen') return value === null ? null : Number(value) / 100
  if (kind === 'yesNo') return value === true
  if (kind === 'phone') return formatPhone(String(value ?? ''))
  return kind === 'choice' ? (value ?? '') : value
}

/** The inverse of `shown`. */
function stored({ kind }: CorrectableField, value: FieldValue): FieldValue {
  if (kind === 'fen') return typeof value === 'number' ? Math.round(value * 100) : null
  if (kind === 'phone') return normalizePhone(String(value ?? ''))
  return kind === 'choice' && value === '' ? null : value
}

/** The form as it opens: every field says what the record says. */
export function openedValues(
  record: object,
  fields: readonly CorrectableField[],
): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.map((field) => [keyOf(field.path), shown(field, readPath(record, field.path))]),
  )
}

/** What was changed, with what the record says now. */
export function changesIn(
  record: object,
  fields: readonly CorrectableField[],
  values: Record<string, FieldValue>,
): CorrectedField[] {
  return fields.flatMap((field) => {
    const before = readPath(record, field.path)
    const typed = values[keyOf(field.path)]
    const after = typed === undefined ? before : stored(field, typed)
    return same(before, after) ? [] : [{ path: field.path, before, after }]
  })
}

/** A yes or no that was never said is no. */
function same(before: FieldValue, after: FieldValue): boolean {
  return before === after || (before === null && after === false)
}
