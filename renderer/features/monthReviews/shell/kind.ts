import type { MonthReviewState } from '../../../../shared/domain/monthReview/types'
import type { ChipTone } from '../../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const REVIEW_TONES: Record<MonthReviewState, ChipTone> = {
  running: 'working',
  reviewed: 'waiting',
  approved: 'done',
  void: 'void',
}
