import { percentText } from '../../../../shared/documents/charts/figureText'
import type { Figure } from '../../../../shared/domain/month/statistics'
import { formatNumber } from '../../../ui'

/** What a director looks at first; of a register that does not exist there is none. */
export const KEY_FIGURES: readonly string[] = [
  'complaint.completionRate',
  'complaint.overAMonth',
  'complaint.returnVisitInTime',
  'complaint.satisfiedOrFairly',
  'incident.handled',
  'visit.monthGoal',
  'visit.yearGoal',
]

/** `91.3%（21/23）`, `3`; `none` with an empty denominator (domain 12). */
export function figureWords({ value, denominator }: Figure, none: string): string {
  if (denominator === null) return formatNumber(value)
  const percent = percentText(value, denominator)
  return percent === null ? none : `${percent}%（${formatNumber(value)}/${formatNumber(denominator)}）`
}
