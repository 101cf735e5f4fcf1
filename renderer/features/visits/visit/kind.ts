import { VISIT_COMMANDS, visitRules } from '../../../../shared/domain/visit'
import type { Visit } from '../../../../shared/domain/visit/types'
import { undoVisitCommand, visitPaper, voidVisitCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { VISIT_TONES, vocabulary } from './words'

/** What all visits have in common. */
export const VISIT: RecordKind<Visit> = {
  table: 'visits',
  noun: 'visit',
  vocabulary,
  tones: VISIT_TONES,
  commands: VISIT_COMMANDS,
  undo: { command: undoVisitCommand, objection: visitRules.objectionToUndo },
  void: voidVisitCommand,
  paper: visitPaper,
}
