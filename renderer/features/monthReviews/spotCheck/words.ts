import type { SpotOutcome } from '../../../../shared/domain/monthReview/types'
import type { ChipTone } from '../../../ui'

/** Shape and colour of 合格 and 有问题; the word stands beside it. */
export const OUTCOME_TONES: Record<SpotOutcome, ChipTone> = { good: 'good', fault: 'danger' }
