import type { CheckLine } from '../month/check'
import { isOpenAt } from '../month/facts'
import { isPast } from '../month/figures'
import { findingOf, judgedAt } from '../month/finding'
import type { MonthView } from '../month/view'
import { custodyEnd, sensitiveDue, standingDecision } from './deadlines'
import { lostItemMonthFacts } from './monthFacts'
import { isKept } from './states'
import type { LostItem } from './types'

/**
 * Found items in the checklist (domain 6, 12): kept past the end of custody without the director's decision, and 证件,
 * 银行卡, 涉密载体, 违禁品, 危险品 that were not handed over on the day on which they came.
 */
export function lostItemChecks(view: MonthView): CheckLine[] {
  const at = judgedAt(view)
  const kept = view
    .rowsOf('lostItems')
    .filter((row) => isKept(row) && isOpenAt(lostItemMonthFacts, row, view.span.until))
  const past = kept.flatMap((row) => {
    const end = custodyEnd(row, view.rules)
    return isPast(end, at) && !standingDecision(row)
      ? [findingOf('lostItems', row, nameOf(row), { at: end })]
      : []
  })
  const sensitive = kept.flatMap((row) => {
    const due = sensitiveDue(row)
    const why = { word: `lostItems:category.${row.intake.category}` }
    return isPast(due, at) ? [findingOf('lostItems', row, nameOf(row), { at: due, why })] : []
  })
  return [
    { key: 'lostItem.pastDate', weight: 'mend', findings: past, figure: null },
    { key: 'lostItem.notHandedOver', weight: 'mend', findings: sensitive, figure: null },
  ]
}

function nameOf({ intake }: LostItem): string {
  return intake.name
}
