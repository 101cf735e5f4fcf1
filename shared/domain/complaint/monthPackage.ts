import { columnsOf, hoursBetween } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { complaintMonthFacts } from './monthFacts'
import {
  CAUSES,
  CHANNELS,
  COMPLAINT_STATES,
  type Complaint,
  NATURES,
  SEVERITIES,
  VISIT_OUTCOMES,
} from './types'

const { word, number, yesNo, day } = columnsOf<Complaint>()

/** What head office may read of a complaint (domain 12, 13). */
export const complaintPackage: RegisterPackage<Complaint> & { table: 'complaints' } = {
  table: 'complaints',
  facts: complaintMonthFacts,
  columns: [
    day('registeredOn', ({ intake }) => intake.registeredAt),
    word('channel', CHANNELS, 'complaints:channel', ({ intake }) => intake.channel),
    word('nature', NATURES, 'complaints:nature', ({ judgement }) => judgement?.nature),
    word('severity', SEVERITIES, 'complaints:severity', ({ judgement }) => judgement?.severity),
    word('cause', CAUSES, 'complaints:cause', ({ judgement }) => judgement?.cause),
    word('state', COMPLAINT_STATES, 'complaints:state', ({ state }) => state),
    number('hoursToReply', ({ intake, answers }) =>
      hoursBetween(intake.registeredAt, answers[0]?.answeredAt),
    ),
    number('hoursToComplete', ({ intake, handling }) =>
      hoursBetween(intake.registeredAt, handling?.completedAt),
    ),
    number('hoursToReturnVisit', ({ handling, returnVisits }) =>
      hoursBetween(handling?.completedAt, returnVisits[0]?.visitedAt),
    ),
    number('hoursToClose', ({ intake, closedAt }) => hoursBetween(intake.registeredAt, closedAt)),
    word(
      'satisfaction',
      VISIT_OUTCOMES,
      'complaints:outcome',
      ({ returnVisits }) => returnVisits.at(-1)?.outcome,
    ),
    yesNo('again', ({ repeatOf }) => repeatOf !== null),
    yesNo('lossOrInjury', ({ intake }) => intake.lossOrInjury),
  ],
  texts: {
    causeAnalysis: ({ handling }) => handling?.causeAnalysis ?? '',
    measures: ({ handling }) => handling?.measures ?? '',
    summary: ({ summary }) => summary,
  },
}
