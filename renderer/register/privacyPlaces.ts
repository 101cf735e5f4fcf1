import { useNavigate } from 'react-router'
import { may } from '../../shared/domain/office/permissions'
import { isRegisterTable, type RegisterTable, useRole } from '../data'
import { remember } from '../ui'

const SCREEN = '/settings/privacy'

/** What 个人信息 is opened for: ids alone, for a place in the history is no place for names. */
export interface PrivacyPlace {
  requestId?: string
  personId?: string
  /** One of the people of a record: see `peopleIn`. */
  inRecord?: { table: RegisterTable; id: string; nth: number }
}

/** Where a request is answered. */
export function placeOfRequest(requestId: string): { to: string; state: PrivacyPlace } {
  unfold('requests')
  return { to: SCREEN, state: { requestId } }
}

/** 查找个人信息 of a household person; null where this role may not search (`privacy.answer`). */
export function useFindPerson(): ((personId: string) => void) | null {
  const navigate = useNavigate()
  if (!may(useRole(), 'privacy.answer')) return null
  return (personId) => {
    unfold('rights')
    void navigate(SCREEN, { state: { personId } satisfies PrivacyPlace })
  }
}

/** 查找个人信息 of somebody whom a record names; null where this role may not search (`privacy.answer`). */
export function useFindIn(): ((inRecord: Required<PrivacyPlace>['inRecord']) => void) | null {
  const navigate = useNavigate()
  if (!may(useRole(), 'privacy.answer')) return null
  return (inRecord) => {
    unfold('rights')
    void navigate(SCREEN, { state: { inRecord } satisfies PrivacyPlace })
  }
}

/** A part that somebody folded once would hide what was asked for. */
export function unfold(part: 'requests' | 'rights'): void {
  remember(`fold.privacy.${part}`, true)
}

/** What the screen was opened for, from the state of its place. */
export function privacyPlaceOf(state: unknown): PrivacyPlace {
  if (typeof state !== 'object' || state === null) return {}
  const { requestId, personId, inRecord } = state as Record<string, unknown>
  return {
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(typeof personId === 'string' ? { personId } : {}),
    ...(isInRecord(inRecord) ? { inRecord } : {}),
  }
}

function isInRecord(value: unknown): value is Required<PrivacyPlace>['inRecord'] {
  if (typeof value !== 'object' || value === null) return false
  const { table, id, nth } = value as Record<string, unknown>
  return (
    typeof table === 'string' && isRegisterTable(table) && typeof id === 'string' && typeof nth === 'number'
  )
}
