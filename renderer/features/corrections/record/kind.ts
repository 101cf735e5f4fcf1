import { CORRECTION_COMMANDS, correctionRules } from '../../../../shared/domain/correction/lifecycle'
import type { Correction } from '../../../../shared/domain/correction/types'
import { correctionPaper, undoCorrectionCommand, voidCorrectionCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import { CORRECTION_TONES, vocabulary } from '../words'

/** What all 更正单 have in common. */
export const CORRECTION: RecordKind<Correction> = {
  table: 'corrections',
  noun: 'correction',
  vocabulary,
  tones: CORRECTION_TONES,
  commands: CORRECTION_COMMANDS,
  undo: { command: undoCorrectionCommand, objection: correctionRules.objectionToUndo },
  void: voidCorrectionCommand,
  paper: correctionPaper,
}
