import type { TFunction } from 'i18next'
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

/** `91.3%（21/23）`, `3`; 无 with an empty denominator (domain 12). */
export function figureWords(t: TFunction<'monthReviews'>, { value, denominator }: Figure): string {
  if (denominator === null) return formatNumber(value)
  const percent = percentText(value, denominator)
  if (percent === null) return t('signing.none')
  return t('signing.rate', {
    percent,
    value: formatNumber(value),
    denominator: formatNumber(denominator),
  })
}
