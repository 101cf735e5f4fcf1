import type { MonthFacts } from '../month/facts'
import { isBlankSheet } from './paper'
import type { Complaint } from './types'

/** 重复投诉: this record ended with a 不满意, and the matter goes on in the complaint that it opened. */
function goesOn({ links, repeatOf }: Complaint): boolean {
  return links.some(({ relation, id }) => relation === 'repeat' && id !== repeatOf)
}

/** Complaints in a month (domain 12): in by 登记时间, out by their closing. */
export const complaintMonthFacts: MonthFacts<Complaint> = {
  begunAt: (record) => (isBlankSheet(record) ? null : record.intake.registeredAt),
  endedAt: ({ closedAt, void: voided }) => closedAt ?? voided?.at ?? null,
  isWithdrawn: ({ joinedInto, void: voided }) => joinedInto !== null || voided !== null,
  isSequel: ({ repeatOf }) => repeatOf !== null,
  hasSequel: (record) => record.closedAt !== null && goesOn(record),
  fixed: ['intake'],
  grows: ['intake.lossOrInjury'],
  dated: ({ judgement, handling, answers, returnVisits, escalatedAt }) => [
    judgement?.judgedAt,
    handling?.completedAt,
    escalatedAt,
    ...answers.map(({ answeredAt }) => answeredAt),
    ...returnVisits.map(({ visitedAt }) => visitedAt),
  ],
}
