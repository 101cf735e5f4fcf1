import type { CheckLine, CheckWeight, Finding } from '../../../../shared/domain/month/check'
import { type ChipTone, translateKey } from '../../../ui'

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
  if (why === null) return ''
  return translateKey(why.word.includes(':') ? why.word : `monthChecks:why.${why.word}`, why.params)
}

/** Shape and colour of a weight; its word stands beside it. */
export const WEIGHT_TONES: Record<CheckWeight | 'good', ChipTone> = {
  mend: 'danger',
  look: 'soon',
  info: 'fresh',
  good: 'good',
}
