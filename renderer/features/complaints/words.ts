import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CAUSES,
  CHANNELS,
  CONTACT_WAYS,
  type ComplaintState,
  NATURES,
  SEVERITIES,
  type Severity,
  VISIT_OUTCOMES,
} from '../../../shared/domain/complaint/types'
import type { ChipTone, Choice } from '../../ui'

/** The lists of domain 5 as choices of fields, in the words of the screen. */
export function useChoices() {
  const { t } = useTranslation('complaints')
  return useMemo(() => {
    const list = <K extends string>(keys: readonly K[], word: (key: K) => string): Choice[] =>
      keys.map((value) => ({ value, label: word(value) }))
    return {
      channels: list(CHANNELS, (key) => t(`channel.${key}`)),
      natures: list(NATURES, (key) => t(`nature.${key}`)),
      severities: list(SEVERITIES, (key) => t(`severity.${key}`)),
      causes: list(CAUSES, (key) => t(`cause.${key}`)),
      ways: list(CONTACT_WAYS, (key) => t(`way.${key}`)),
      outcomes: list(VISIT_OUTCOMES, (key) => t(`outcome.${key}`)),
    }
  }, [t])
}

/** Shape and colour of a state; its word comes beside it. */
export const STATE_TONES: Record<ComplaintState, ChipTone> = {
  reserved: 'waiting',
  accepted: 'fresh',
  judged: 'fresh',
  inProgress: 'working',
  suspended: 'waiting',
  handled: 'good',
  visited: 'good',
  closed: 'done',
  void: 'void',
}

export const SEVERITY_TONES: Record<Severity, ChipTone> = {
  minor: 'done',
  important: 'soon',
  major: 'danger',
}
