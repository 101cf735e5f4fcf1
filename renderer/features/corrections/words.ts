import type { CorrectionState } from '../../../shared/domain/correction/types'
import type { Vocabulary } from '../../register/timeline/useTimelineWords'
import type { ChipTone } from '../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const CORRECTION_TONES: Record<CorrectionState, ChipTone> = {
  requested: 'waiting',
  verified: 'working',
  applied: 'good',
  rejected: 'done',
  void: 'void',
}

/** The words of the timeline of a 更正单. */
export const vocabulary: Vocabulary = {
  namespace: 'corrections',
  labels: { 'verification.words': 'words', 'approval.words': 'words' },
  values: { state: 'state' },
}
