import en from '../../resources/locales/en/desktop.json'
import zhCN from '../../resources/locales/zh-CN/desktop.json'
import type { Locale } from '../services/settings'

/** The words of menu and system dialogs; Chinese is the type, so that English cannot lack one. */
export type DesktopTexts = typeof zhCN

const TEXTS: Record<Locale, DesktopTexts> = { 'zh-CN': zhCN, en }

/** The words in a language. */
export function textsIn(locale: Locale): DesktopTexts {
  return TEXTS[locale]
}
