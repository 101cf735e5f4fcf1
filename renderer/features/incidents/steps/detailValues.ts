import type { FieldSpec } from '../../../../shared/domain/incident/fields'
import type { DetailValue, IncidentDetails } from '../../../../shared/domain/incident/types'

/** What a field of the form holds: texts, numbers and moments, of which the last two may be missing; yes, no or ''. */
export type DetailInput = string | number | null

/** The form of the own fields as they are. */
export function detailValues(
  fields: readonly FieldSpec[],
  details: IncidentDetails,
): Record<string, DetailInput> {
  return Object.fromEntries(fields.map(({ id, type }) => [id, valueOf(type, details[id])]))
}

function valueOf(type: FieldSpec['type'], value: DetailValue | undefined): DetailInput {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value !== undefined) return value
  return type === 'amount' || type === 'count' || type === 'time' ? null : ''
}

/** What the command takes: '' empties a field. */
export function detailInputs(
  fields: readonly FieldSpec[],
  values: Readonly<Record<string, DetailInput>>,
): IncidentDetails {
  return Object.fromEntries(
    fields.map(({ id, type }): [string, DetailValue] => {
      const value = values[id] ?? ''
      return [id, type === 'yesNo' && value !== '' ? value === 'yes' : value]
    }),
  )
}
