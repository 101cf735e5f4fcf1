import type { RegisterMonth } from '../month/view'
import { shelfCountChecks } from '../shelfCount/monthChecks'
import { lostItemChecks } from './monthChecks'
import { lostItemFigures } from './monthFigures'

/** Found items with the counts of their shelf in the review of a month (domain 12). */
export const lostItemMonth: RegisterMonth = {
  table: 'lostItems',
  figures: lostItemFigures,
  checks: (view) => [...lostItemChecks(view), ...shelfCountChecks(view)],
}
