import type { CheckLine, CheckWeight, Finding } from '../../../../shared/domain/month/check'
import { type ChipTone, formatDateTime, translateKey } from '../../../ui'

/** 24 小时内未回访 */
export function lineWord({ key }: Pick<CheckLine, 'key'>): string {
  return translateKey(`monthChecks:line.${key}`)
}

/** What to do about a line; '' where its words say it all. */
export function doWord({ key }: Pick<CheckLine, 'key'>): string {
  return translateKey(`monthChecks:do.${key}`, undefined, '')
}

/** What is amiss with a record; '' where the line says it. */
export function whyWord({ why }: Pick<Finding, 'why'>): string {
  return why === null ? '' : translateKey(why.word, shownParams(why.params))
}

/** Moments among what is put into the words stand there as everywhere on the screen. */
function shownParams(params: Record<string, string | number> = {}): Record<string, string | number> {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    isInstant(value) ? formatDateTime(value) : value,
  ])
  return Object.fromEntries(shown)
}

function isInstant(value: string | number): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
}

/** Shape and colour of a weight; its word stands beside it. */
export const WEIGHT_TONES: Record<CheckWeight | 'good', ChipTone> = {
  mend: 'danger',
  look: 'soon',
  info: 'fresh',
  good: 'good',
}
