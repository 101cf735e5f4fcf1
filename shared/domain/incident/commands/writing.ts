import { msOf } from '../../../util/civilTime'
import { accept, type Result, refuse } from '../../../util/result'
import { isInstant } from '../../register/moments'
import { firstObjection, type Objection, requirePast, requireText } from '../../register/objections'
import { objectionToPhone, tidyPerson } from '../../register/person'
import type { Instant, RuleContext } from '../../register/types'
import { fieldOf, type FieldSpec } from '../fields'
import { isAmount } from '../money'
import { mayReadInjuries } from '../reading'
import type { IncidentCommand } from '../states'
import type {
  Compensation,
  DetailValue,
  EmergencyCall,
  Incident,
  IncidentDetails,
  IncidentReport,
  Injury,
  Insurance,
  Loss,
  Notification,
  Party,
  Witness,
} from '../types'
import { objectionToParties, objectionToReport, tidyReport } from './intake'
import { advance, objectionTo } from './lifecycle'

/** An item as a form gives it: a new one has no id yet. */
export type Written<T extends { id: string }> = Omit<T, 'id'> & { id: string | null }

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
  const objection = firstObjection(
    objectionTo('amend', record, ctx),
    objectionToReport(report, ctx),
    record.injuries.length > 0 && !report.personHurt ? refuse('incident.hurtStands', 'personHurt') : null,
  )
  return objection ?? saved(record, 'amend', { report: tidyReport(report) }, ctx)
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
  const objection = firstObjection(
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
  return saved(record, 'setDetails', { details }, ctx)
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

/** 当事人. Refusals: `incident.partyEmpty`, `person.phoneInvalid`, beside `parties.<n>.…`. */
export function setParties(
  record: Incident,
  input: { parties: readonly Written<Party>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = objectionTo('setParties', record, ctx) ?? objectionToParties(input.parties)
  if (objection) return objection
  const parties = input.parties.map((party) => ({
    ...identified(party, ctx),
    person: tidyPerson(party.person),
    note: party.note.trim(),
  }))
  return saved(record, 'setParties', { parties }, ctx)
}

/**
 * 伤情: sensitive. Refusals: `incident.injuriesWithheld` for whoever may not see them, `incident.conditionRequired`.
 */
export function setInjuries(
  record: Incident,
  input: { injuries: readonly Written<Injury>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = firstObjection(
    objectionTo('setInjuries', record, ctx),
    mayReadInjuries(record, ctx.actor) ? null : refuse('incident.injuriesWithheld'),
    ...input.injuries.map(({ condition }, index) =>
      requireText(condition, 'incident.conditionRequired', `injuries.${index}.condition`),
    ),
  )
  return objection ?? saved(record, 'setInjuries', { injuries: written(input.injuries, ctx) }, ctx)
}

/** 财产损失. Refusals: `incident.itemRequired`, `incident.amountInvalid`, beside `losses.<n>.…`. */
export function setLosses(
  record: Incident,
  input: { losses: readonly Written<Loss>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = firstObjection(
    objectionTo('setLosses', record, ctx),
    ...input.losses.flatMap(({ item, amount }, index) => [
      requireText(item, 'incident.itemRequired', `losses.${index}.item`),
      objectionToAmount(amount, `losses.${index}.amount`),
    ]),
  )
  return objection ?? saved(record, 'setLosses', { losses: written(input.losses, ctx) }, ctx)
}

/** 通知. Refusals: `incident.toldRequired`, `time.*`, beside `notifications.<n>.…`. */
export function setNotifications(
  record: Incident,
  input: { notifications: readonly Written<Notification>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = firstObjection(
    objectionTo('setNotifications', record, ctx),
    ...input.notifications.flatMap(({ told, toldAt }, index) => [
      requireText(told, 'incident.toldRequired', `notifications.${index}.told`),
      requirePast(toldAt, `notifications.${index}.toldAt`, ctx),
    ]),
  )
  if (objection) return objection
  const notifications = written(input.notifications, ctx).map((one) => ({
    ...one,
    toldBy: one.toldBy || ctx.actor.name,
  }))
  return saved(record, 'setNotifications', { notifications }, ctx)
}

/** 报警/急救. Refusals: `time.*`, `incident.arrivedBeforeCall`, beside `calls.<n>.…`. */
export function setCalls(
  record: Incident,
  input: { calls: readonly Written<EmergencyCall>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = firstObjection(
    objectionTo('setCalls', record, ctx),
    ...input.calls.flatMap(({ calledAt, arrivedAt }, index) => [
      requirePast(calledAt, `calls.${index}.calledAt`, ctx),
      objectionToArrival(calledAt, arrivedAt, `calls.${index}.arrivedAt`, ctx),
    ]),
  )
  if (objection) return objection
  const calls = written(input.calls, ctx).map((one) => ({ ...one, calledBy: one.calledBy || ctx.actor.name }))
  return saved(record, 'setCalls', { calls }, ctx)
}

/**
 * 赔偿. Refusals: `incident.amountInvalid`, `incident.agreedByRequired` for one that was signed,
 * `incident.settledAtRequired`, `time.*`, beside `compensations.<n>.…`.
 */
export function setCompensations(
  record: Incident,
  input: { compensations: readonly Written<Compensation>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = firstObjection(
    objectionTo('setCompensations', record, ctx),
    ...input.compensations.flatMap((one, index) => objectionsToCompensation(one, index, ctx)),
  )
  return (
    objection ?? saved(record, 'setCompensations', { compensations: written(input.compensations, ctx) }, ctx)
  )
}

function objectionsToCompensation(
  { amount, agreedBy, outcome, settledAt }: Written<Compensation>,
  index: number,
  ctx: RuleContext,
): Objection[] {
  const beside = `compensations.${index}`
  const settled = outcome !== 'open'
  return [
    objectionToAmount(amount, `${beside}.amount`),
    settled && amount === null && outcome === 'signed'
      ? refuse('incident.amountRequired', `${beside}.amount`)
      : null,
    outcome === 'signed' ? requireText(agreedBy, 'incident.agreedByRequired', `${beside}.agreedBy`) : null,
    settled && settledAt === null ? refuse('incident.settledAtRequired', `${beside}.settledAt`) : null,
    settledAt === null ? null : requirePast(settledAt, `${beside}.settledAt`, ctx),
  ]
}

/** 证人. Refusals: `person.nameRequired`, `person.phoneInvalid`, beside `witnesses.<n>.…`. */
export function setWitnesses(
  record: Incident,
  input: { witnesses: readonly Written<Witness>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = firstObjection(
    objectionTo('setWitnesses', record, ctx),
    ...input.witnesses.flatMap(({ person }, index) => [
      requireText(person.name, 'person.nameRequired', `witnesses.${index}.name`),
      objectionToPhone(person, `witnesses.${index}`),
    ]),
  )
  if (objection) return objection
  const witnesses = input.witnesses.map((witness) => ({
    ...identified(witness, ctx),
    person: tidyPerson(witness.person),
    statement: witness.statement.trim(),
  }))
  return saved(record, 'setWitnesses', { witnesses }, ctx)
}

/** 保险; null takes it off. Refusals: `incident.insurerRequired`, `time.*` beside `insurance.…`. */
export function setInsurance(
  record: Incident,
  input: { insurance: Insurance | null },
  ctx: RuleContext,
): Result<Incident> {
  const { insurance } = input
  const objection = firstObjection(
    objectionTo('setInsurance', record, ctx),
    insurance && requireText(insurance.insurer, 'incident.insurerRequired', 'insurance.insurer'),
    insurance?.reportedAt ? requirePast(insurance.reportedAt, 'insurance.reportedAt', ctx) : null,
  )
  return objection ?? saved(record, 'setInsurance', { insurance: insurance && trimmed(insurance) }, ctx)
}

function objectionToAmount(amount: number | null, field: string): Objection {
  return amount === null || isAmount(amount) ? null : refuse('incident.amountInvalid', field)
}

function objectionToArrival(
  calledAt: Instant,
  arrivedAt: Instant | null,
  field: string,
  ctx: RuleContext,
): Objection {
  if (arrivedAt === null) return null
  const late = msOf(arrivedAt) < msOf(calledAt) ? refuse('incident.arrivedBeforeCall', field) : null
  return requirePast(arrivedAt, field, ctx) ?? late
}

function written<T extends { id: string }>(items: readonly Written<T>[], ctx: RuleContext): T[] {
  return items.map((item) => trimmed(identified(item, ctx)))
}

function identified<T extends { id: string }>(item: Written<T>, ctx: RuleContext): T {
  return { ...item, id: item.id ?? ctx.newId() } as unknown as T
}

/** Without stray spaces in any text of it. */
function trimmed<T extends object>(item: T): T {
  const fields = Object.entries(item).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.trim() : value,
  ])
  return Object.fromEntries(fields) as T
}

function saved(
  record: Incident,
  command: IncidentCommand,
  fields: Partial<Incident>,
  ctx: RuleContext,
): Result<Incident> {
  return accept(advance(record, { command, fields }, ctx))
}
