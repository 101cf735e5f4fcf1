import { addCivilMonths } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { endedWithin, isOpenAt } from '../month/facts'
import { addedIn, closedSpread, plainFigure, rateFigure } from '../month/figures'
import { judgedAt } from '../month/finding'
import type { RegisterFigures } from '../month/statistics'
import type { MonthView } from '../month/view'
import { lostItemMonthFacts } from './monthFacts'
import { type LostItem, type LostItemState, VALUE_BANDS } from './types'

/** How long a thing has lain here since 上交时间: up to and including so many months. */
const AGES = [
  { key: 'upTo1Month', months: 1 },
  { key: 'upTo3Months', months: 3 },
  { key: 'upTo1Year', months: 12 },
] as const
const OLDEST = 'over1Year'

/**
 * Found items of a span (domain 6, 12): handed in, by value; claimed, handed over, disposed of; in custody at its end, by
 * age; and how many of those that could be claimed were.
 */
export function lostItemFigures(view: MonthView): RegisterFigures {
  const rows = view.rowsOf('lostItems')
  const at = judgedAt(view)
  const added = addedIn(lostItemMonthFacts, rows, view)
  const kept = rows.filter((row) => isOpenAt(lostItemMonthFacts, row, view.span.until))
  const left = (state: LostItemState) =>
    rows.filter((row) => row.state === state && endedWithin(lostItemMonthFacts, row, view.span)).length
  const carryOver = view.carryOverOf('lostItems')
  const claimable = carryOver ? carryOver.due - carryOver.withdrawn : 0
  return {
    table: 'lostItems',
    carryOver,
    figures: [
      plainFigure('lostItem.added', added.length),
      plainFigure('lostItem.claimed', left('claimed')),
      plainFigure('lostItem.handedOver', left('handedOver')),
      plainFigure('lostItem.disposed', left('disposed')),
      plainFigure('lostItem.kept', kept.length),
      rateFigure('lostItem.claimRate', left('claimed'), claimable),
    ],
    spreads: [
      closedSpread(
        'lostItem.ageing',
        [...AGES.map(({ key }) => key), OLDEST],
        'statistics:slice',
        kept,
        (row) => ageOf(row, at),
      ),
      closedSpread(
        'lostItem.value',
        VALUE_BANDS,
        'lostItems:band',
        added,
        ({ intake }) => intake.estimate.band,
      ),
    ],
  }
}

function ageOf({ intake }: LostItem, at: Instant): string {
  const age = AGES.find(({ months }) => at <= addCivilMonths(intake.handedInAt, months))
  return age?.key ?? OLDEST
}
