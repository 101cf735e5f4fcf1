import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_WAYS } from '../../../../shared/domain/complaint/types'
import {
  RETURN_VISIT_SOURCES,
  type ReturnVisitState,
  SATISFACTIONS,
  type Satisfaction,
} from '../../../../shared/domain/returnVisit/types'
import { personLabels, type Vocabulary } from '../../../register/timeline/useTimelineWords'
import { type ChipTone, type Choice, choicesOf } from '../../../ui'

/** Shape and colour of a state; its word comes beside it. */
export const RETURN_VISIT_TONES: Record<ReturnVisitState, ChipTone> = {
  reserved: 'waiting',
  recorded: 'done',
  void: 'void',
}

export const SATISFACTION_TONES: Record<Satisfaction, ChipTone> = { A: 'good', B: 'working', C: 'danger' }

/** The words of a return visit's timeline. */
export const vocabulary: Vocabulary = {
  namespace: 'returnVisits',
  labels: {
    ...personLabels('entry.person', 'person'),
    'entry.source.kind': 'source',
    'entry.source.number': 'sourceNumber',
  },
  values: {
    state: 'state',
    'entry.way': 'way',
    'entry.satisfaction': 'satisfaction',
    'entry.source.kind': 'source',
  },
}

/** The lists of a return visit as choices. */
export function useChoices(): Record<'sources' | 'ways' | 'satisfactions', Choice[]> {
  const { t } = useTranslation('returnVisits')
  return useMemo(
    () => ({
      sources: choicesOf(RETURN_VISIT_SOURCES, (key) => t(`source.${key}`)),
      ways: choicesOf(CONTACT_WAYS, (key) => t(`way.${key}`)),
      satisfactions: choicesOf(SATISFACTIONS, (key) => t(`satisfaction.${key}`)),
    }),
    [t],
  )
}
