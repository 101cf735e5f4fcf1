import { useTranslation } from 'react-i18next'
import { Segments } from './form/ToggleChoice'
import { LOCALES, type Locale } from './i18n/i18n'

const NAMES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

/** The language of the screen; each language is written in itself. */
export function LanguageSwitch({ value, onChange }: { value: Locale; onChange: (locale: Locale) => void }) {
  const { t } = useTranslation('ui')
  return (
    <Segments
      label={t('language')}
      options={LOCALES.map((locale) => ({ value: locale, label: NAMES[locale] }))}
      value={value}
      onChange={(locale) => onChange(locale === 'en' ? 'en' : 'zh-CN')}
    />
  )
}
