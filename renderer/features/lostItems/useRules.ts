import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import type { OfficeRules } from '../../../shared/domain/register/types'
import { getRecord, useQuery } from '../../data'

/** The office's figures; the defaults until they are read. */
export function useRules(): OfficeRules {
  return useQuery((db) => getRecord(db, 'settings', 'office'), []) ?? DEFAULT_SETTINGS
}
