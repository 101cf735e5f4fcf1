import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_WAYS } from '../../../../shared/domain/complaint/types'
import {
  RETURN_VISIT_SOURCES,
  type ReturnVisitState,
  SATISFACTIONS,
  type Satisfaction,
} from '../../../../shared/domain/returnVisit/types'
import type { Vocabulary } from '../../../register/timeline/useTimelineWords'
import type { ChipTone, Choice } from '../../../ui'

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
    'entry.person.name': 'person',
    'entry.person.phone': 'phone',
    'entry.person.unitCode': 'unitCode',
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
      sources: RETURN_VISIT_SOURCES.map((value) => ({ value, label: t(`source.${value}`) })),
      ways: CONTACT_WAYS.map((value) => ({ value, label: t(`way.${value}`) })),
      satisfactions: SATISFACTIONS.map((value) => ({ value, label: t(`satisfaction.${value}`) })),
    }),
    [t],
  )
}
