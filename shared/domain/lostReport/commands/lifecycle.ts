import { lifecycleOf } from '../../register/lifecycle'
import { ENDED_STATES, LOST_REPORT_COMMANDS, type LostReportCommand } from '../states'
import type { LostReport } from '../types'

/** The state machine of 寻物登记. No rule sets it a deadline: it waits until the thing turns up or is given up. */
export const lostReportLifecycle = lifecycleOf<LostReport, LostReportCommand>({
  noun: 'lostReport',
  commands: LOST_REPORT_COMMANDS,
  ended: ENDED_STATES,
  settle: (record) => record,
})

export const { objectionTo, advance, begin, allowed } = lostReportLifecycle
