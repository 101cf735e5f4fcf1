import { accept, type Result, refuse } from '../../../util/result'
import { isInstant } from '../../register/moments'
import { allObjections, type Objection } from '../../register/objections'
import type { RuleContext } from '../../register/types'
import { type FieldSpec, fieldOf } from '../fields'
import { isAmount } from '../money'
import type { DetailValue, Incident, IncidentDetails, IncidentReport } from '../types'
import { objectionToReport, tidyReport } from './intake'
import { advance, objectionTo } from './lifecycle'

/**
 * What happened, corrected or completed while it is 处置中. Refusals: those of `register`,
 * `incident.hurtStands` where 伤情 is written down.
 */
export function amend(
  record: Incident,
  input: { report: IncidentReport },
  ctx: RuleContext,
): Result<Incident> {
  const { report } = input
  const objection = allObjections(
    objectionTo('amend', record, ctx),
    objectionToReport(report, ctx),
    record.injuries.length > 0 && !report.personHurt ? refuse('incident.hurtStands', 'personHurt') : null,
  )
  return (
    objection ?? accept(advance(record, { command: 'amend', fields: { report: tidyReport(report) } }, ctx))
  )
}

/**
 * The own fields of the type; fields left out stay, '' empties one. Refusals: `incident.fieldUnknown`,
 * `incident.fieldInvalid`, `incident.amountInvalid`, `time.*`, each beside `details.<id>`.
 */
export function setDetails(
  record: Incident,
  input: { details: IncidentDetails },
  ctx: RuleContext,
): Result<Incident> {
  const entries = Object.entries(input.details)
  const objection = allObjections(
    objectionTo('setDetails', record, ctx),
    ...entries.map(([id, value]) => objectionToDetail(fieldOf(record.report.kind, id), id, value)),
  )
  if (objection) return objection
  const tidied = entries.map(([id, value]): [string, DetailValue] => [
    id,
    typeof value === 'string' ? value.trim() : value,
  ])
  const all: IncidentDetails = { ...record.details, ...Object.fromEntries(tidied) }
  const details = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  return accept(advance(record, { command: 'setDetails', fields: { details } }, ctx))
}

function objectionToDetail(field: FieldSpec | null, id: string, value: DetailValue): Objection {
  const beside = `details.${id}`
  if (!field) return refuse('incident.fieldUnknown', beside)
  if (value === '') return null
  if (fits(field, value)) return null
  if (field.type === 'amount') return refuse('incident.amountInvalid', beside)
  return refuse(field.type === 'time' ? 'time.invalid' : 'incident.fieldInvalid', beside)
}

/** Expected moments lie ahead and others behind, so that a time only has to be one. */
function fits({ type, options }: FieldSpec, value: DetailValue): boolean {
  switch (type) {
    case 'yesNo':
      return typeof value === 'boolean'
    case 'amount':
      return typeof value === 'number' && isAmount(value)
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
    case 'time':
      return typeof value === 'string' && isInstant(value)
    case 'choice':
      return typeof value === 'string' && options?.includes(value) === true
    default:
      return typeof value === 'string'
  }
}
