import { desk } from '../platform/desk'
import { remember } from '../ui'
import { changeLocale, type Locale } from '../ui/i18n/i18n'

/** Under this name the language of this machine is remembered. */
export const LOCALE_KEY = 'locale'

/** A remembered value as a locale; zh-CN for anything unknown. */
export function readLocale(value: unknown): Locale {
  return value === 'en' ? 'en' : 'zh-CN'
}

/** Changes the language of the screen and of the menu, and remembers it. */
export async function switchLocale(locale: Locale): Promise<void> {
  remember(LOCALE_KEY, locale)
  await changeLocale(locale)
  await desk.invoke('app.setLocale', { locale })
}
