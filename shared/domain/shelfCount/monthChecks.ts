import { lostItemMonthFacts } from '../lostItem/monthFacts'
import type { CheckLine, Finding } from '../month/check'
import { isOpenAt } from '../month/facts'
import { findingOf } from '../month/finding'
import type { MonthView } from '../month/view'
import { missingOf } from './count'
import type { ShelfCount } from './types'

/**
 * 盘点 in the checklist of a month (domain 6, 12): none begun in it was finished though things lay on the shelf, and what
 * its last one did not find.
 */
export function shelfCountChecks(view: MonthView): CheckLine[] {
  const finished = view
    .rowsOf('shelfCounts')
    .filter(({ finishedAt }) => finishedAt !== null)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  const last = finished.at(-1)
  return [
    { key: 'lostItem.notCounted', weight: 'mend', findings: last ? [] : uncounted(view), figure: null },
    { key: 'lostItem.missing', weight: 'mend', findings: last ? missingIn(last) : [], figure: null },
  ]
}

/** No record is behind it: the count that was begun, if there is one. */
function uncounted(view: MonthView): Finding[] {
  if (!view.rowsOf('lostItems').some((row) => isOpenAt(lostItemMonthFacts, row, view.span.until))) return []
  const begun = view.rowsOf('shelfCounts').at(-1)
  const why = { word: begun ? 'monthChecks:why.countNotFinished' : 'monthChecks:why.noCount' }
  return [
    findingOf('shelfCounts', { id: begun?.id ?? '', number: '' }, '', { at: begun?.startedAt ?? null, why }),
  ]
}

function missingIn(count: ShelfCount): Finding[] {
  const said = { at: count.startedAt, reason: count.words }
  return missingOf(count).map(({ itemId, number, name }) =>
    findingOf('lostItems', { id: itemId, number }, name, said),
  )
}
