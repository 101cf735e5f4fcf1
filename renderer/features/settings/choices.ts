import type { Result } from '../../../shared/util/result'
import type { Locale } from '../../ui'

/** What the settings change outside the database. */
export interface ScreenChoices {
  locale: Locale
  onLocale: (locale: Locale) => void
  onHashPin: (pin: string) => Promise<Result<{ hash: string }>>
}
