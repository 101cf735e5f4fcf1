import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import type { OfficeRules } from '../../../shared/domain/register/types'

/** Rules before the office has settings: the defaults of domain.md. */
export function defaultRules(): OfficeRules {
  return DEFAULT_SETTINGS
}
