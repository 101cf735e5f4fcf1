import { initReactI18next } from 'react-i18next'
import { i18n } from './instance'
import * as firstWords from './firstWords'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

// English is fetched when somebody asks for it, so that it costs the Chinese start nothing.
async function loadEnglish(): Promise<void> {
  const { english } = await import('./english')
  for (const [path, { default: words }] of Object.entries(english)) {
    const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
    i18n.addResourceBundle('en', namespace, words)
  }
}

let loading: Promise<void> | null = null
let loaded = false

/** The words of all other screens in Chinese: every screen but the sign-in and 今日 waits for them. Throws where they cannot be read. */
export function loadWords(): Promise<void> {
  loading ??= import('./allWords').then(addWords, (error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

function addWords({ allWords }: { allWords: () => [string, unknown][] }): void {
  loaded = true
  // Whatever waits for words is drawn again.
  for (const [namespace, words] of allWords()) {
    i18n.addResourceBundle('zh-CN', namespace, words, false, true)
  }
}

/** Nobody is shown the name of a text that is still on its way. */
function missing(key: string, text?: string): string {
  return loaded ? (text ?? key) : ''
}

/** Starts the translations with the first screens' zh-CN at hand; `locale` 'en' is loaded before the promise ends. */
export async function startTranslations(locale: Locale): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: { 'zh-CN': { ...firstWords } },
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    ns: Object.keys(firstWords),
    parseMissingKeyHandler: missing,
    react: { bindI18nStore: 'added' },
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
