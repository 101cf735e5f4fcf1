import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { isWithin } from '../../util/months'
import { countsAsDone, endedWithin, isOpenAt } from '../month/facts'
import { addedIn, averageFigure, plainFigure, rateFigure } from '../month/figures'
import { judgedAt } from '../month/finding'
import { type CarryOver, type Figure, NOTHING_CARRIED, type RegisterFigures } from '../month/statistics'
import type { MonthView } from '../month/view'
import { complaintMonthFacts } from './monthFacts'
import { counts, isHandledBefore, overAMonth, punctualRows, repeatedIn, replyVerdict } from './monthReading'
import { complaintSpreads } from './monthSpreads'
import { isValidComplaint } from './states'
import type { Complaint, ReturnVisit } from './types'

const DAY_MS = 86_400_000

/**
 * Complaints of a span (domain 5, 12). Carry-over is what the index counted; 新增 and the spreads are of matters that
 * came in: a 重复投诉 counts with the complaint before it, one that was 作废 or 并案 in its own month not at all.
 */
export function complaintFigures(view: MonthView): RegisterFigures {
  const rows = view.rowsOf('complaints')
  const added = addedIn(complaintMonthFacts, rows, view)
  const carryOver = view.carryOverOf('complaints')
  const carried = carryOver ?? NOTHING_CARRIED
  return {
    table: 'complaints',
    carryOver,
    figures: [
      plainFigure('complaint.added', carried.added),
      plainFigure('complaint.completed', carried.completed),
      rateFigure('complaint.completionRate', carried.completed, carried.due),
      rateFigure('complaint.handlingRate', handledOf(rows, carried, view), carried.due),
      plainFigure('complaint.overAMonth', overAMonth(view).length),
      plainFigure('complaint.valid', added.filter(({ judgement }) => isValidComplaint(judgement)).length),
      plainFigure('complaint.repeated', repeatedIn(view).length),
      returnVisitInTime(view),
      replyInTime(rows, view),
      ...satisfaction(reachedVisits(rows, view)),
      {
        ...rateFigure('complaint.perHundredHouseholds', carried.added, view.occupied ?? 0),
        unit: 'perHundred',
      },
      daysToClose(rows, view),
    ],
    spreads: complaintSpreads(view, added),
  }
}

/** 回访 of the span that reached somebody; attempts (未联系上) are not among them. */
function reachedVisits(rows: readonly Complaint[], { span }: Pick<MonthView, 'span'>): ReturnVisit[] {
  return rows
    .filter(counts)
    .flatMap(({ returnVisits }) => returnVisits)
    .filter(({ outcome, visitedAt }) => outcome !== 'notReached' && isWithin(visitedAt, span))
}

function returnVisitInTime(view: MonthView): Figure {
  const rows = punctualRows(view)
  const inTime = rows.filter(({ punctuality }) => punctuality === 'inTime')
  return rateFigure('complaint.returnVisitInTime', inTime.length, rows.length)
}

/** Every complaint is in one span only: the one in which its reply came in time, or was due at last. */
function replyInTime(rows: readonly Complaint[], view: MonthView): Figure {
  const settled = rows
    .map((row) => replyVerdict(row, view))
    .filter((verdict) => verdict !== null)
    .filter(({ settledAt }) => isWithin(settledAt, view.span))
  return rateFigure('complaint.replyInTime', settled.filter(({ inTime }) => inTime).length, settled.length)
}

function satisfaction(visits: readonly ReturnVisit[]): Figure[] {
  const satisfied = visits.filter(({ outcome }) => outcome === 'satisfied').length
  const fairly = visits.filter(({ outcome }) => outcome === 'fairlySatisfied').length
  return [
    rateFigure('complaint.satisfied', satisfied, visits.length),
    rateFigure('complaint.satisfiedOrFairly', satisfied + fairly, visits.length),
  ]
}

/** Matters of 应跟进 that were handled by the end of the span, closed ones among them. */
function handledOf(rows: readonly Complaint[], { completed }: CarryOver, view: MonthView): number {
  const at = judgedAt(view)
  const open = rows.filter((row) => isOpenAt(complaintMonthFacts, row, at))
  return completed + open.filter((row) => isHandledBefore(row, at)).length
}

function daysToClose(rows: readonly Complaint[], { span }: MonthView): Figure {
  const closed = rows.filter(
    (row) =>
      counts(row) && endedWithin(complaintMonthFacts, row, span) && countsAsDone(complaintMonthFacts, row),
  )
  const days = closed.map(({ intake, closedAt }) => daysBetween(intake.registeredAt, closedAt))
  return averageFigure('complaint.daysToClose', days, 'days')
}

function daysBetween(from: Instant, until: Instant | null): number {
  return until === null ? 0 : (msOf(until) - msOf(from)) / DAY_MS
}
