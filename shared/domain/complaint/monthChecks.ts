import { formatCivil, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { isWithin } from '../../util/months'
import type { CheckLine, CheckWeight, Finding } from '../month/check'
import { endedWithin } from '../month/facts'
import { isPast } from '../month/figures'
import { findingOf, judgedAt } from '../month/finding'
import type { MonthView } from '../month/view'
import { answerOwed, waitingSince } from './complainants'
import { returnVisitDue } from './deadlines'
import { complaintMonthFacts } from './monthFacts'
import {
  asksForReturnVisit,
  counts,
  firstAnswer,
  firstReached,
  openedAnother,
  overAMonth,
  punctualityOf,
  punctualRows,
  repeatedIn,
  replyMissed,
  replyVerdict,
} from './monthReading'
import { canBeReached, isOpen, isValidComplaint } from './states'
import type { Complaint, ReturnVisit } from './types'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Said = Partial<Pick<Finding, 'at' | 'why' | 'reason'>>
type Amiss = (row: Complaint) => Said | null

/**
 * Complaints in the checklist (domain 5, 12). What is to be mended goes by the books as they are now, so that a line
 * grows shorter while the supervisor works; what was late stays late and wants its reason. What is only owed weighs
 * less: among everything overdue it is asked for its reason already, and nobody shall write it twice.
 */
export function complaintChecks(view: MonthView): CheckLine[] {
  const rows = view.rowsOf('complaints')
  const matters = rows.filter(counts)
  const closed = matters.filter((row) => endedWithin(complaintMonthFacts, row, view.span))
  const major = matters.filter((row) => isMajorIn(row, view))
  const joined = rows.filter(
    (row) => row.joinedInto !== null && endedWithin(complaintMonthFacts, row, view.span),
  )
  const late = punctualRows(view).filter(({ punctuality }) => punctuality === 'late')
  return [
    lineOf('overAMonth', 'mend', overAMonth(view), openDays(view)),
    lineOf('noResult', 'mend', closed, resultMissing),
    lineOf('noReturnVisit', 'mend', closed, returnVisitMissing),
    lineOf(
      'lateReturnVisit',
      'mend',
      late.map(({ row }) => row),
      visitedLate(view),
    ),
    lineOf('owedReturnVisit', 'look', matters.filter(isOpen), visitOwed(view)),
    lineOf('dissatisfiedUnlinked', 'mend', matters, dissatisfiedAlone(view)),
    lineOf('majorNoCorrective', 'mend', major, correctiveMissing),
    lineOf('majorNoHeadOffice', 'mend', major, headOfficeMissing),
    lineOf('replyOverdue', 'look', matters, replyOverdue(view)),
    lineOf('repeated', 'info', repeatedIn(view), (row) => ({
      at: row.intake.registeredAt,
      why: why('repeatOf', linkedNumber(row, row.repeatOf)),
    })),
    lineOf('joined', 'info', joined, (row) => ({
      at: row.closedAt,
      why: why('joinedInto', linkedNumber(row, row.joinedInto)),
    })),
  ]
}

function lineOf(key: string, weight: CheckWeight, rows: readonly Complaint[], amiss: Amiss): CheckLine {
  const findings = rows.flatMap((row) => {
    const said = amiss(row)
    return said ? [findingOf('complaints', row, row.intake.content, said)] : []
  })
  return { key: `complaint.${key}`, weight, findings, figure: null }
}

function why(word: string, params?: Record<string, string | number>): Finding['why'] {
  return { word: `monthChecks:why.${word}`, ...(params ? { params } : {}) }
}

function openDays(view: MonthView): Amiss {
  return ({ intake }) => {
    const days = Math.floor((msOf(judgedAt(view)) - msOf(intake.registeredAt)) / DAY_MS)
    return { at: intake.registeredAt, why: why('openDays', { days }) }
  }
}

/** No command closes such a record; what was imported or restored may be one. */
function resultMissing(row: Complaint): Said | null {
  const { closedAt: at, handling } = row
  const valid = isValidComplaint(row.judgement)
  if (valid && !handling?.completedAt) return { at, why: why('noCompletion') }
  if (valid && handling?.measures.trim() === '') return { at, why: why('noMeasures') }
  return canBeReached(row) && answerOwed(row) ? { at, why: why('noAnswer') } : null
}

function returnVisitMissing(row: Complaint): Said | null {
  if (!asksForReturnVisit(row) || firstReached(row)) return null
  const count = row.returnVisits.length
  const said = count === 0 ? why('notVisited') : why('onlyAttempts', { count })
  return { at: row.closedAt, why: said, reason: wordsOf(row.returnVisits) }
}

/** Begun hours, so that a minute late is one; what was said at attempts before is the record's own reason. */
function visitedLate({ rules }: MonthView): Amiss {
  return (row) => {
    const [due, reached] = [returnVisitDue(row, rules), firstReached(row)]
    const completedAt = row.handling?.completedAt
    if (due === null || !reached || !completedAt) return null
    const hours = Math.ceil((msOf(reached.visitedAt) - msOf(completedAt)) / HOUR_MS)
    const before = row.returnVisits.filter(({ visitedAt }) => visitedAt < reached.visitedAt)
    const tried = before.some(({ visitedAt }) => !isPast(due, visitedAt))
    return {
      at: due,
      why: why(tried ? 'visitLateTried' : 'visitLate', { hours }),
      reason: wordsOf(before),
    }
  }
}

function visitOwed(view: MonthView): Amiss {
  const { rules, span, now } = view
  return (row) => {
    const due = returnVisitDue(row, rules)
    const known = isPast(row.handling?.completedAt ?? null, span.until)
    if (due === null || !known || punctualityOf(row, rules, now) !== 'owed') return null
    return { at: due, why: why('visitOwed', { at: formatCivil(due) }), reason: wordsOf(row.returnVisits) }
  }
}

function dissatisfiedAlone({ span }: MonthView): Amiss {
  return (row) => {
    const visit = row.returnVisits.find(
      ({ outcome, visitedAt }) => outcome === 'dissatisfied' && isWithin(visitedAt, span),
    )
    if (!visit || openedAnother(row)) return null
    return { at: visit.visitedAt, why: why('dissatisfied', { at: formatCivil(visit.visitedAt) }) }
  }
}

function correctiveMissing(row: Complaint): Said | null {
  return row.correctiveActionRef.trim() === '' ? { at: majorSince(row), why: why('noCorrective') } : null
}

function headOfficeMissing(row: Complaint): Said | null {
  return row.headOfficeReportedAt === null ? { at: majorSince(row), why: why('noHeadOffice') } : null
}

/** What became 重大 after the month is a matter of the next one, however long it was open. */
function isMajorIn(row: Complaint, { span }: MonthView): boolean {
  return row.judgement?.severity === 'major' && (majorSince(row) ?? '') < span.until
}

function majorSince({ escalatedAt, judgement }: Complaint): Instant | null {
  return escalatedAt ?? judgement?.judgedAt ?? null
}

/** The first 答复 of the span that came too late, and whatever is owed to anybody still. */
function replyOverdue(view: MonthView): Amiss {
  const { rules, span } = view
  return (row) => {
    const since = isOpen(row) ? waitingSince(row) : null
    const owed = since && replyMissed(row, since, rules, judgedAt(view))
    if (owed) return { at: owed, why: why('replyOwed', { at: formatCivil(owed) }) }
    const verdict = replyVerdict(row, view)
    const answer = firstAnswer(row)
    if (!verdict || verdict.inTime || !answer || !isWithin(verdict.settledAt, span)) return null
    const count = Math.ceil((msOf(answer.answeredAt) - msOf(verdict.settledAt)) / DAY_MS)
    return { at: verdict.settledAt, why: why('replyLate', { count }) }
  }
}

function linkedNumber({ links }: Complaint, otherId: string | null): { number: string } {
  return { number: links.find(({ id }) => id === otherId)?.number ?? '' }
}

function wordsOf(visits: readonly ReturnVisit[]): string {
  return visits
    .map(({ words }) => words)
    .filter((words) => words.trim() !== '')
    .join('；')
}
