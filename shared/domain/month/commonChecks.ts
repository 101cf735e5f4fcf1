import { isWithin } from '../../util/months'
import { fillInDue } from '../register/reserving'
import type { CheckLine, Finding } from './check'
import { isPast } from './figures'
import { judgedAt } from './finding'
import { type LivingRow, lineOver, livingRows, type Said } from './livingRows'
import { numberFindings } from './numberChecks'
import { changedAfterPrint, type Papers, paperChecks } from './paperChecks'
import { registerMonths } from './registers'
import type { MonthTable, MonthView, ReviewView } from './view'

/** 更正单 stand at the end of the checklist (domain 12). */
const LAST: MonthTable = 'corrections'

/**
 * The checklist of a month in the order of domain 12: numbers, voids, paper and deadlines of all registers, the lines of
 * each register, changes after print, 更正单. A line with nothing amiss is there without findings; of a register that does
 * not exist there is none.
 * @param papers what has to be signed, and how to tell that a record changed since it was printed.
 */
export function checkMonth(view: ReviewView, papers: Papers): CheckLine[] {
  const rows = livingRows(view)
  const own = registerMonths.filter(({ table }) => table !== LAST)
  const last = registerMonths.filter(({ table }) => table === LAST)
  const lines: CheckLine[] = [
    { key: 'all.numbers', weight: 'mend', findings: numberFindings(view, rows), figure: null },
    lineOver('all.voids', 'info', rows, (row) => voided(row, view)),
    lineOver('all.notFilledIn', 'mend', rows, (row) => notFilledIn(row, view)),
    ...paperChecks(view, rows, papers),
    lineOver('all.overdue', 'mend', rows, (row) => overdue(row, view)),
    ...own.flatMap(({ checks }) => checks(view)),
    lineOver('all.changedAfterPrint', 'look', rows, (row) => changedAfterPrint(row, view, papers)),
    ...last.flatMap(({ checks }) => checks(view)),
  ]
  return lines.map((line) => ({ ...line, findings: line.findings.toSorted(longestFirst) }))
}

/** What has waited longest comes first; what has no moment stays by register and number. */
function longestFirst(a: Finding, b: Finding): number {
  const [one, other] = [a.at ?? '', b.at ?? '']
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** 作废 of the span, with its reason: the number stays (domain 2). */
function voided({ record }: LivingRow, { span }: MonthView): Said[] {
  const mark = record.void
  return mark && isWithin(mark.at, span) ? [{ at: mark.at, reason: mark.reason }] : []
}

/** 留号: the number of a blank sheet that nobody filled in, though its day is over. */
function notFilledIn({ record }: LivingRow, { span, now }: MonthView): Said[] {
  if (record.state !== 'reserved' || record.createdAt >= span.until) return []
  const due = fillInDue(record)
  return isPast(due, now) ? [{ at: due }] : []
}

/** What was due within the span, or before it, and is still waited for (domain 11). */
function overdue({ table, record }: LivingRow, view: MonthView): Said[] {
  const { duty, state } = record
  if (!duty || state === 'reserved' || !isPast(duty.dueAt, judgedAt(view))) return []
  return [{ at: duty.dueAt, why: { word: `${table}:duty.${duty.kind}` } }]
}
