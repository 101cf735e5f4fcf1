import { recordRules } from '../../register/rules'
import type { LostReportCommand } from '../states'
import type { LostReport } from '../types'
import { lostReportLifecycle } from './lifecycle'

/**
 * The commands of a lost report (domain 6): pure deciders `(record, input, ctx) → Result<LostReport>`.
 *
 * intake  register(input, ctx) · amendIntake
 * ending  markFound (已找回) · close (结束寻找)
 * rules   lostReportRules: paper, 附件, 关联, 作废, 撤销, as every register has them
 */
export * from './ending'
export * from './intake'
export { lostReportLifecycle } from './lifecycle'

const UNDOABLE = ['amendIntake', 'markFound', 'close'] as const satisfies readonly LostReportCommand[]

/** Paper, 附件, 关联, 作废 and 撤销 of a lost report. */
export const lostReportRules = recordRules<LostReport, LostReportCommand>(lostReportLifecycle, {
  undoable: UNDOABLE,
})
