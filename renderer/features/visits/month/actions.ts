import type { Role } from '../../../../shared/domain/office/types'
import { undecided, VISIT_MONTH_COMMANDS } from '../../../../shared/domain/visitMonth'
import { isOver } from '../../../../shared/domain/visitMonth/commands'
import type { VisitMonth } from '../../../../shared/domain/visitMonth/types'
import type { MonthView } from '../../../data'
import { type Offer, possibleSteps } from '../../../register/record/offers'

const STEPS = ['submit', 'summarize'] as const
export type StepName = (typeof STEPS)[number]

/** 送主任 and 访问总结, with what still keeps them from being taken. */
export function offersOf(
  record: VisitMonth,
  view: Pick<MonthView, 'suggestions' | 'withoutOpinion' | 'visits'>,
  now: string,
  role: Role,
): Offer<StepName>[] {
  const again = record.state !== 'running'
  // A visit that was written down after the month had been sent still waits.
  const sends = record.visited && (!again || view.visits.some(({ state }) => state === 'visited'))
  const steps = STEPS.filter((step) => step !== 'submit' || sends)
  return possibleSteps(VISIT_MONTH_COMMANDS, steps, record.state, role).map((offer) => ({
    ...offer,
    again: offer.step === 'submit' && again,
    bar: offer.step === 'submit' ? submitBar(record, view, now) : summaryBar(record, view),
  }))
}

/** The one step to take next. */
export function nextStep({ state, visited }: VisitMonth): StepName | null {
  if (state === 'running') return visited ? 'submit' : null
  return state === 'submitted' ? 'summarize' : null
}

function submitBar(
  record: VisitMonth,
  { withoutOpinion }: Pick<MonthView, 'withoutOpinion'>,
  now: string,
): Offer<StepName>['bar'] {
  if (!isOver(record.id, now)) return { key: 'visitMonths:bar.notOver' }
  return withoutOpinion > 0 ? { key: 'visitMonths:bar.opinions', params: { count: withoutOpinion } } : null
}

function summaryBar(
  record: VisitMonth,
  { suggestions }: Pick<MonthView, 'suggestions'>,
): Offer<StepName>['bar'] {
  const open = undecided(suggestions, record.decisions).length
  return open > 0 ? { key: 'visitMonths:bar.verdicts', params: { count: open } } : null
}
