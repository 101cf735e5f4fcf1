import { initReactI18next } from 'react-i18next'
import { i18n } from './instance'
import * as zhCN from './namespaces'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

// English is fetched when somebody asks for it, file by file, so that it costs the Chinese start nothing.
const english = import.meta.glob<{ default: Record<string, unknown> }>('../../../resources/locales/en/*.json')

async function loadEnglish(): Promise<void> {
  const files = Object.entries(english)
  const loaded = await Promise.all(files.map(([, load]) => load()))
  files.forEach(([path], index) => {
    const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
    i18n.addResourceBundle('en', namespace, loaded[index]?.default)
  })
}

/** Starts the translations with zh-CN at hand; `locale` 'en' is loaded before the promise ends. */
export async function startTranslations(locale: Locale): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: { 'zh-CN': { ...zhCN } },
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    ns: Object.keys(zhCN),
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await changeLocale(locale)
}

/** Switches the whole screen to `locale` without a reload, with the window's title, and tells assistive technology. */
export async function changeLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.hasResourceBundle('en', 'common')) await loadEnglish()
  await i18n.changeLanguage(locale)
  document.documentElement.lang = locale
  document.title = i18n.t('common:app')
}

/** The locale shown now. */
export function currentLocale(): Locale {
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}
