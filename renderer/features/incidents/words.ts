import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { INCIDENT_KINDS } from '../../../shared/domain/incident/kinds'
import {
  COMPENSATION_OUTCOMES,
  EMERGENCY_SERVICES,
  INCIDENT_SEVERITIES,
  type IncidentSeverity,
  type IncidentState,
  PARTY_ROLES,
} from '../../../shared/domain/incident/types'
import { type Reader } from '../../../shared/domain/incident/reading'
import { useUser } from '../../data'
import { type ChipTone, choicesOf } from '../../ui'

/** The lists of domain 7 as choices of fields, in the words of the screen. */
export function useChoices() {
  const { t } = useTranslation('incidents')
  return useMemo(
    () => ({
      kinds: choicesOf(INCIDENT_KINDS, (key) => t(`kind.${key}`)),
      severities: choicesOf(INCIDENT_SEVERITIES, (key) => t(`severity.${key}`)),
      roles: choicesOf(PARTY_ROLES, (key) => t(`role.${key}`)),
      services: choicesOf(EMERGENCY_SERVICES, (key) => t(`service.${key}`)),
      outcomes: choicesOf(COMPENSATION_OUTCOMES, (key) => t(`outcome.${key}`)),
      yesNo: choicesOf(['yes', 'no'] as const, (key) => t(`yesNo.${key}`)),
    }),
    [t],
  )
}

/** Who looks at the screen, for what of a record they may see. */
export function useReader(): Reader {
  const { id: userId, role } = useUser()
  return useMemo(() => ({ userId, role }), [userId, role])
}

/** Shape and colour of a state; its word comes beside it. */
export const STATE_TONES: Record<IncidentState, ChipTone> = {
  reserved: 'waiting',
  handling: 'working',
  submitted: 'fresh',
  verified: 'good',
  approved: 'good',
  archived: 'done',
  void: 'void',
}

export const SEVERITY_TONES: Record<IncidentSeverity, ChipTone> = {
  minor: 'done',
  important: 'soon',
  major: 'danger',
}
