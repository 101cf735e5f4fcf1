import type { Result } from '../../../shared/util/result'
import type { Locale } from '../../ui'

/** What each machine may choose for itself; the office's settings hold where it has not chosen. */
export type ScreenChoice = 'comfortableRows' | 'notifyDue'

/** What the settings change outside the database. */
export interface ScreenChoices {
  locale: Locale
  onLocale: (locale: Locale) => void
  /** What this machine chose; null where it follows the office. */
  chosen: Record<ScreenChoice, boolean | null>
  onChoose: (name: ScreenChoice, value: boolean) => void
  onHashPin: (pin: string) => Promise<Result<{ hash: string }>>
}
