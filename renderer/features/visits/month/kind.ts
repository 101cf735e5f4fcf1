import { VISIT_MONTH_COMMANDS, visitMonthRules } from '../../../../shared/domain/visitMonth'
import type { VisitMonth, VisitMonthState } from '../../../../shared/domain/visitMonth/types'
import { undoMonthCommand, visitMonthPaper, voidMonthCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import type { Vocabulary } from '../../../register/timeline/useTimelineWords'
import type { ChipTone } from '../../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const MONTH_TONES: Record<VisitMonthState, ChipTone> = {
  running: 'working',
  submitted: 'waiting',
  summarized: 'done',
  void: 'void',
}

const vocabulary: Vocabulary = {
  namespace: 'visitMonths',
  labels: {
    'submission.opinion': 'opinion',
    'submission.by': 'submittedBy',
    'summary.text': 'summary',
    'summary.by': 'summarizedBy',
    'snapshot.occupied': 'snapshot',
    'decisions.text': 'suggestion',
    'decisions.verdict': 'verdict',
    'decisions.note': 'note',
  },
  values: { state: 'state', 'decisions.verdict': 'verdict' },
}

/** What all months of visits have in common. */
export const VISIT_MONTH: RecordKind<VisitMonth> = {
  table: 'visitMonths',
  noun: 'visitMonth',
  vocabulary,
  tones: MONTH_TONES,
  commands: VISIT_MONTH_COMMANDS,
  undo: { command: undoMonthCommand, objection: visitMonthRules.objectionToUndo },
  void: voidMonthCommand,
  paper: visitMonthPaper,
}
