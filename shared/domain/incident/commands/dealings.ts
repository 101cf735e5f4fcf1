import { msOf } from '../../../util/civilTime'
import { type Result, refuse } from '../../../util/result'
import { allObjections, type Objection, requirePast, requireText } from '../../register/objections'
import type { Instant, RuleContext } from '../../register/types'
import { isAmount } from '../money'
import type { Compensation, EmergencyCall, Incident, Insurance, Loss, Notification } from '../types'
import { saved, trimmed, type Written, written } from './items'
import { objectionTo } from './lifecycle'

/** 财产损失. Refusals: `incident.itemRequired`, `incident.amountInvalid`, beside `losses.<n>.…`. */
export function setLosses(
  record: Incident,
  input: { losses: readonly Written<Loss>[] },
  ctx: RuleContext,
): Result<Incident> {
  const objection = allObjections(
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
  const objection = allObjections(
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
  const objection = allObjections(
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
  const objection = allObjections(
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

/** 保险; null takes off what is there. Refusals: `incident.insurerRequired`, `time.*` beside `insurance.…`. */
export function setInsurance(
  record: Incident,
  input: { insurance: Insurance | null },
  ctx: RuleContext,
): Result<Incident> {
  const { insurance } = input
  const objection = allObjections(
    objectionTo('setInsurance', record, ctx),
    insurance || !record.insurance
      ? requireText(insurance?.insurer ?? '', 'incident.insurerRequired', 'insurance.insurer')
      : null,
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
