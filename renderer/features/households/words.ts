import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CARE_KINDS,
  INSTRUCTION_KINDS,
  PERSON_ROLES,
  UNIT_STATUSES,
  UNIT_USES,
  type UnitStatus,
} from '../../../shared/domain/household/types'
import type { ChipTone, Choice } from '../../ui'

/** What a status means for the eye. */
export const STATUS_TONES: Record<UnitStatus, ChipTone> = {
  ownerOccupied: 'good',
  let: 'working',
  vacant: 'waiting',
  unsold: 'done',
}

/** The choices of domain 4 in the words of the screen. */
export interface Choices {
  uses: Choice[]
  statuses: Choice[]
  roles: Choice[]
  cares: Choice[]
  instructions: Choice[]
}

export function useChoices(): Choices {
  const { t } = useTranslation('households')
  return useMemo(
    () => ({
      uses: UNIT_USES.map((value) => ({ value, label: t(`use.${value}`) })),
      statuses: UNIT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
      roles: PERSON_ROLES.map((value) => ({ value, label: t(`personRole.${value}`) })),
      cares: CARE_KINDS.map((value) => ({ value, label: t(`care.${value}`) })),
      instructions: INSTRUCTION_KINDS.map((value) => ({ value, label: t(`instruction.${value}`) })),
    }),
    [t],
  )
}
