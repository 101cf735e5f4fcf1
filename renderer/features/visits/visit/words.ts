import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { VISIT_PARTS, VISIT_WAYS, type Visit, type VisitState } from '../../../../shared/domain/visit/types'
import { personLabels, type Vocabulary } from '../../../register/timeline/useTimelineWords'
import { type ChipTone, type Choice, choicesOf, translateKey } from '../../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const VISIT_TONES: Record<VisitState, ChipTone> = {
  reserved: 'waiting',
  planned: 'waiting',
  visited: 'working',
  closed: 'done',
  void: 'void',
}

/** The words of a visit's timeline. */
export const vocabulary: Vocabulary = {
  namespace: 'visits',
  labels: {
    ...personLabels('plan.person', 'person'),
    'feedback.at': 'feedbackAt',
    'feedback.result': 'feedbackResult',
    'feedback.by': 'feedbackBy',
    'opinion.text': 'opinion',
    'opinion.by': 'opinionBy',
    'findings.parts.management': 'content',
    'findings.parts.services': 'content',
    'findings.parts.needs': 'content',
    'findings.parts.community': 'content',
    'findings.parts.other': 'content',
  },
  values: { state: 'state', 'plan.way': 'way' },
}

/** The six ways as choices. */
export function useWays(): Choice[] {
  const { t } = useTranslation('visits')
  return useMemo(() => choicesOf(VISIT_WAYS, (key) => t(`way.${key}`)), [t])
}

/** What was said, part after part, in one line; of what is still to come, that it is. */
export function firstWords({ findings, state }: Visit, t: TFunction<'visits'>): string {
  if (state === 'reserved') return translateKey('paper:fillIn.waiting')
  if (!findings) return t('list.planned')
  const said = VISIT_PARTS.map((part) => findings.parts[part].trim()).filter(Boolean)
  return said.join('；').slice(0, 160).replaceAll(/\s+/g, ' ')
}
