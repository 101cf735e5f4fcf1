import type { Refusal } from '../../../shared/util/result'

/** A refusal of the input's shape names the path in the command (`intake.content`); the form knows `content`. */
export function besideField(refusal: Refusal): Refusal {
  const also = refusal.also && { also: refusal.also.map(besideField) }
  const field = refusal.field?.replace(/^(intake|report)\./, '')
  return { ...refusal, ...also, ...(field ? { field } : {}) }
}
