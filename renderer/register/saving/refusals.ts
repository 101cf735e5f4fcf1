import type { Refusal } from '../../../shared/util/result'

/** A refusal of the input's shape names the path in the command (`intake.content`); the form knows `content`. */
export function besideField(refusal: Refusal): Refusal {
  const field = refusal.field?.replace(/^(intake|report)\./, '')
  return field === undefined || field === '' ? refusal : { ...refusal, field }
}
