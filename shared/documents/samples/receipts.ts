import type { ComplaintReceiptInput } from '../complaintReceipt/input'
import type { ComplaintVisitInput } from '../complaintVisit/input'
import type { Coverage } from '../runs'
import { sampleSheet, shortSample, typicalSample, voidedSample } from './complaints'
import { longestSample } from './longestComplaint'

function receiptOf({ sheet, complaint }: ComplaintVisitInput): ComplaintReceiptInput {
  return { sheet, complaint, ...(complaint.intake ? { replyDueAt: '2026-11-12T15:59:59.999Z' } : {}) }
}

/** 匿名, just registered: nothing promised or answered yet. */
export function shortReceipt(coverage: Coverage): ComplaintReceiptInput {
  return receiptOf(shortSample(coverage))
}

/** Answered in one sentence. */
export function typicalReceipt(coverage: Coverage): ComplaintReceiptInput {
  return receiptOf(typicalSample(coverage))
}

export function voidedReceipt(coverage: Coverage): ComplaintReceiptInput {
  return receiptOf(voidedSample(coverage))
}

/** Every text too long for its place, and answers for an 附页. */
export function longestReceipt(coverage: Coverage): ComplaintReceiptInput {
  return receiptOf(longestSample(coverage))
}

/** The blank receipt, with the number reserved for it. */
export function blankReceipt(coverage: Coverage): ComplaintReceiptInput {
  return { sheet: sampleSheet(coverage, '客服-TS-2026-0043'), complaint: {} }
}
