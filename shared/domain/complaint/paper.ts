import { awaits } from '../register/paper'
import type { Complaint } from './types'

/** The form that people sign: 《投诉来访记录》. Its blank sheets bear reserved numbers. */
export const VISIT_FORM = 'complaintVisit'

/** The slip that the person takes along: 《投诉处理回执》. */
export const RECEIPT_FORM = 'complaintReceipt'

/**
 * 待签: the newest 《投诉来访记录》 was printed and is neither signed nor refused (domain 10, 11). A void record waits for
 * nobody, and a blank sheet waits to be filled in first.
 */
export function awaitingSignature(record: Pick<Complaint, 'state' | 'prints'>): boolean {
  return record.state !== 'void' && record.state !== 'reserved' && awaits(record.prints[VISIT_FORM])
}

/** Whether nothing was ever written on its sheet: a reserved number, or one that was voided unused. */
export function isBlankSheet({ intake }: Pick<Complaint, 'intake'>): boolean {
  return intake.content === ''
}
