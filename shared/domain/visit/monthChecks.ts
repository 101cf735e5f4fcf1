import type { CheckLine, CheckWeight, Finding } from '../month/check'
import { isPast } from '../month/figures'
import { findingOf, judgedAt } from '../month/finding'
import type { MonthView } from '../month/view'
import { visitMonthChecks } from '../visitMonth/monthChecks'
import { feedbackDue } from './duty'
import type { Goal } from './goals'
import { opinionDue } from './month'
import { visitsOf } from './monthFigures'
import { counts } from './states'
import type { Visit } from './types'

/** The year's goal is to be reached by its last month. */
const LAST_MONTH = '-12'

/**
 * Visits in the checklist (domain 8, 12): month's and year's goal, 接待员意见 that is missing, 反馈 that was promised by a
 * day that is over, and the month on its way to the director. Goals, opinions and the month's way are of a month only.
 */
export function visitChecks(view: MonthView): CheckLine[] {
  const { month, goals } = view
  const overdue = view.rowsOf('visits').flatMap((row) => feedbackOwed(row, view))
  const feedback: CheckLine = {
    key: 'visit.feedbackOverdue',
    weight: 'mend',
    findings: overdue,
    figure: null,
  }
  if (month === null) return [feedback]
  return [
    ...(goals ? [goalLine('visit.monthGoal', 'mend', goals.month)] : []),
    ...(goals ? [goalLine('visit.yearGoal', month.endsWith(LAST_MONTH) ? 'mend' : 'info', goals.year)] : []),
    opinionLine(view, opinionDue(month)),
    feedback,
    ...visitMonthChecks(view),
  ]
}

function goalLine(key: string, weight: CheckWeight, goal: Goal): CheckLine {
  const { numerator, denominator, needed, reached } = goal
  return { key, weight, findings: [], figure: { value: numerator, denominator, needed, reached } }
}

/** 接待员意见 is asked for from the visit on; from the 5th of the next month on its lack wants mending. */
function opinionLine(view: MonthView, due: string): CheckLine {
  const findings = visitsOf(view)
    .filter(({ opinion }) => opinion === null)
    .map((row) => findingOf('visits', row, visitAbout(row), { at: row.findings?.visitedAt ?? null }))
  return { key: 'visit.noOpinion', weight: isPast(due, view.now) ? 'mend' : 'look', findings, figure: null }
}

function feedbackOwed(row: Visit, view: MonthView): Finding[] {
  const due = counts(row) ? feedbackDue(row) : null
  return isPast(due, judgedAt(view)) ? [findingOf('visits', row, visitAbout(row), { at: due })] : []
}

/** What was said: the first part that holds words. */
export function visitAbout({ findings }: Pick<Visit, 'findings'>): string {
  return Object.values(findings?.parts ?? {}).find((text) => text.trim() !== '') ?? ''
}
