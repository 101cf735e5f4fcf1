import { rules } from './advance'

export { rules }

export { nextPrintVersion, type PrintInput } from '../../register/rules'

/** Paper, 附件, 关联 and 撤销 of a complaint: the rules of every register (domain 10). */
export const { markPrinted, recordSignature, fileScan, attach, link, unlink, undo, objectionToUndo } = rules

/** 作废. Refusals: `record.voidReasonRequired`, `complaint.othersJoined`. */
export const voidComplaint = rules.voidRecord
