import { LOST_REPORT_COMMANDS } from '../../../../shared/domain/lostReport'
import { lostReportRules } from '../../../../shared/domain/lostReport/commands'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { undoLostReportCommand, voidLostReportCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { REPORT_TONES, vocabulary } from './words'

/** What all lost reports have in common; none of them is printed. */
export const LOST_REPORT: RecordKind<LostReport> = {
  table: 'lostReports',
  noun: 'lostReport',
  vocabulary,
  tones: REPORT_TONES,
  commands: LOST_REPORT_COMMANDS,
  undo: { command: undoLostReportCommand, objection: lostReportRules.objectionToUndo },
  void: voidLostReportCommand,
}
