import { columnsOf, daysBetweenMoments } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { visitMonthFacts } from './monthFacts'
import { VISIT_STATES, VISIT_WAYS, type Visit } from './types'

const { word, number, yesNo, day } = columnsOf<Visit>()

/** What head office may read of a visit (domain 12, 13): that it was, and nothing that was said. */
export const visitPackage: RegisterPackage<Visit> & { table: 'visits' } = {
  table: 'visits',
  facts: visitMonthFacts,
  columns: [
    day('visitedOn', ({ findings }) => findings?.visitedAt),
    word('way', VISIT_WAYS, 'visits:way', ({ plan }) => plan.way),
    word('state', VISIT_STATES, 'visits:state', ({ state }) => state),
    yesNo('feedbackNeeded', ({ findings }) => findings?.feedbackNeeded ?? null),
    number('daysToFeedback', ({ findings, feedback }) =>
      daysBetweenMoments(findings?.visitedAt, feedback?.at),
    ),
  ],
  texts: {},
}
