import { MONTH_REVIEW_COMMANDS, monthReviewRules } from '../../../../shared/domain/monthReview/lifecycle'
import type { MonthReview, MonthReviewState } from '../../../../shared/domain/monthReview/types'
import { monthReviewPaper, undoReviewCommand, voidReviewCommand } from '../../../data'
import type { RecordKind } from '../../../register/record/kind'
import type { Vocabulary } from '../../../register/timeline/useTimelineWords'
import type { ChipTone } from '../../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const REVIEW_TONES: Record<MonthReviewState, ChipTone> = {
  running: 'working',
  reviewed: 'waiting',
  approved: 'done',
  void: 'void',
}

const vocabulary: Vocabulary = {
  namespace: 'monthReviews',
  labels: {
    'reasons.text': 'reason',
    'sample.seed': 'seed',
    'sample.items.outcome': 'outcome',
    'sample.items.comment': 'comment',
    'suggestions.text': 'suggestion',
    'suggestions.decision.verdict': 'verdict',
    'suggestions.decision.note': 'note',
    'ticks.duty': 'duty',
    'ticks.doneOn': 'doneOn',
    'ticks.note': 'note',
    'review.words': 'opinion',
    'approval.words': 'instructions',
    'reopenings.reason': 'backReason',
  },
  values: {
    state: 'state',
    'sample.items.outcome': 'outcome',
    'suggestions.decision.verdict': 'verdict',
  },
}

/** What the reviews of all months have in common. */
export const MONTH_REVIEW: RecordKind<MonthReview> = {
  table: 'monthReviews',
  noun: 'monthReview',
  vocabulary,
  tones: REVIEW_TONES,
  commands: MONTH_REVIEW_COMMANDS,
  undo: { command: undoReviewCommand, objection: monthReviewRules.objectionToUndo },
  void: voidReviewCommand,
  paper: monthReviewPaper,
}
