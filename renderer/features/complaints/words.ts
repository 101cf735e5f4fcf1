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
import { type ChipTone, choicesOf } from '../../ui'

/** The lists of domain 5 as choices of fields, in the words of the screen. */
export function useChoices() {
  const { t } = useTranslation('complaints')
  return useMemo(
    () => ({
      channels: choicesOf(CHANNELS, (key) => t(`channel.${key}`)),
      natures: choicesOf(NATURES, (key) => t(`nature.${key}`)),
      severities: choicesOf(SEVERITIES, (key) => t(`severity.${key}`)),
      causes: choicesOf(CAUSES, (key) => t(`cause.${key}`)),
      ways: choicesOf(CONTACT_WAYS, (key) => t(`way.${key}`)),
      outcomes: choicesOf(VISIT_OUTCOMES, (key) => t(`outcome.${key}`)),
    }),
    [t],
  )
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
