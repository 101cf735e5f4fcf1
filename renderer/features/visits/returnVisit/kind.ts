import { RETURN_VISIT_COMMANDS, returnVisitRules } from '../../../../shared/domain/returnVisit'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import { returnVisitPaper, undoReturnVisitCommand, voidReturnVisitCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { RETURN_VISIT_TONES, vocabulary } from './words'

/** What all return visits have in common. */
export const RETURN_VISIT: RecordKind<ReturnVisitRecord> = {
  table: 'returnVisits',
  noun: 'returnVisit',
  vocabulary,
  tones: RETURN_VISIT_TONES,
  commands: RETURN_VISIT_COMMANDS,
  undo: { command: undoReturnVisitCommand, objection: returnVisitRules.objectionToUndo },
  void: voidReturnVisitCommand,
  paper: returnVisitPaper,
}
