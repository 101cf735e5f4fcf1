import type { TFunction } from 'i18next'
import type { LostReport, LostReportState } from '../../../../shared/domain/lostReport/types'
import { personLabels, type Vocabulary } from '../../../register/timeline/useTimelineWords'
import { type ChipTone, formatDateTime } from '../../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const REPORT_TONES: Record<LostReportState, ChipTone> = {
  open: 'working',
  found: 'good',
  closed: 'done',
  void: 'void',
}

/** The words of a lost report's timeline. */
export const vocabulary: Vocabulary = {
  namespace: 'lostReports',
  labels: {
    ...personLabels('intake.owner', 'owner'),
    'ending.words': 'words',
    'ending.itemNumber': 'foundItem',
    'ending.at': 'endedAt',
  },
  values: { state: 'state' },
}

/** 遗失时间段 in words: between two moments, after one, before one; '' where nobody can say. */
export function windowWords({ intake }: Pick<LostReport, 'intake'>, t: TFunction<'lostReports'>): string {
  const { lostFrom, lostUntil } = intake
  const words = { from: formatDateTime(lostFrom), to: formatDateTime(lostUntil) }
  if (lostFrom && lostUntil) return t('record.windowOf', words)
  if (lostFrom) return t('record.fromOf', words)
  return lostUntil ? t('record.untilOf', words) : ''
}
