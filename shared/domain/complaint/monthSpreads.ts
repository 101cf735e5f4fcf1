import { isWithin } from '../../util/months'
import { countsAsDone, endedWithin, isOpenAt } from '../month/facts'
import { closedSpread, countBy } from '../month/figures'
import { judgedAt } from '../month/finding'
import type { Slice, Spread } from '../month/statistics'
import type { MonthView } from '../month/view'
import { complaintMonthFacts } from './monthFacts'
import { counts, PUNCTUALITIES, punctualRows, stateBefore } from './monthReading'
import {
  CAUSES,
  CHANNELS,
  COMPLAINT_STATES,
  type Complaint,
  type Judgement,
  NATURES,
  SEVERITIES,
  VISIT_OUTCOMES,
} from './types'

/** Key of the slice for records of which nobody said yet. */
const OPEN = 'open'
/** Key of the slice for matters that ended without being dealt with. */
const WITHDRAWN = 'withdrawn'
const SHOWN_STATES = COMPLAINT_STATES.filter((state) => state !== 'reserved' && state !== 'void')

/**
 * How complaints are spread (domain 12). Cause, channel, nature, severity and building are of what came in, state of all
 * 应跟进, 回访结果 of every attempt of the span, and punctuality of what the 24-hour rate counts: each adds up to its whole.
 */
export function complaintSpreads(view: MonthView, added: readonly Complaint[]): Spread[] {
  return [
    judged('complaint.cause', CAUSES, 'complaints:cause', added, ({ cause }) => cause),
    closedSpread('complaint.channel', CHANNELS, 'complaints:channel', added, ({ intake }) => intake.channel),
    judged('complaint.nature', NATURES, 'complaints:nature', added, ({ nature }) => nature),
    judged('complaint.severity', SEVERITIES, 'complaints:severity', added, ({ severity }) => severity),
    byBuilding(view, added),
    byOutcome(view),
    byPunctuality(view),
    byState(view),
  ]
}

/** Of a field of 判定, and apart those that nobody judged yet. */
function judged(
  key: string,
  options: readonly string[],
  words: string,
  rows: readonly Complaint[],
  optionOf: (judgement: Judgement) => string,
): Spread {
  const spread = closedSpread(key, options, words, rows, ({ judgement }) => judgement && optionOf(judgement))
  const open = rows.filter(({ judgement }) => judgement === null).length
  return { key, slices: [...spread.slices, slice(OPEN, 'notJudged', open)] }
}

/** 楼栋 of the first complainant, in the order of the estate; those without a known unit last. */
function byBuilding({ buildingOf }: MonthView, rows: readonly Complaint[]): Spread {
  const found = countBy(rows, ({ intake }) => buildingOf(intake.complainant.unitId))
  const known = [...found].filter(([building]) => building !== '')
  const slices = known
    .toSorted(([a], [b]) => a.localeCompare(b, 'zh-CN', { numeric: true }))
    .map(([building, value]): Slice => ({ key: building, name: { text: building }, value }))
  const unknown = found.get('') ?? 0
  return { key: 'complaint.building', slices: [...slices, slice(OPEN, 'buildingUnknown', unknown)] }
}

/** Attempts of the span by their outcome, 未联系上 too. */
function byOutcome({ span, rowsOf }: MonthView): Spread {
  const attempts = rowsOf('complaints')
    .filter(counts)
    .flatMap(({ returnVisits }) => returnVisits)
    .filter(({ visitedAt }) => isWithin(visitedAt, span))
  return closedSpread(
    'complaint.satisfaction',
    VISIT_OUTCOMES,
    'complaints:outcome',
    attempts,
    ({ outcome }) => outcome,
  )
}

function byPunctuality(view: MonthView): Spread {
  return closedSpread(
    'complaint.punctuality',
    PUNCTUALITIES,
    'statistics:slice',
    punctualRows(view),
    ({ punctuality }) => punctuality,
  )
}

/** 应跟进 at the end of the span: what is open by its state then, what was 已完成 as closed, 作废 and 并案 apart. */
function byState(view: MonthView): Spread {
  const rows = view.rowsOf('complaints')
  const spread = closedSpread('complaint.state', SHOWN_STATES, 'complaints:state', rows, (row) =>
    standing(row, view),
  )
  const withdrawn = rows.filter((row) => standing(row, view) === WITHDRAWN).length
  return { ...spread, slices: [...spread.slices, slice(WITHDRAWN, WITHDRAWN, withdrawn)] }
}

/** Null for a record that is no matter of 应跟进: ended by one that goes on with it, or counted by nobody. */
function standing(row: Complaint, view: MonthView): string | null {
  const at = judgedAt(view)
  if (isOpenAt(complaintMonthFacts, row, at)) return stateBefore(row, at)
  const done = endedWithin(complaintMonthFacts, row, view.span) && countsAsDone(complaintMonthFacts, row)
  if (!done) return null
  return counts(row) ? 'closed' : WITHDRAWN
}

function slice(key: string, word: string, value: number): Slice {
  return { key, name: { word: `statistics:slice.${word}` }, value }
}
