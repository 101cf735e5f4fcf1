import { useTranslation } from 'react-i18next'

/** What a record calls one of its people, in the language of the screen: 匿名 is kept as paper says it. */
export function useCalledName(): (called: string) => string {
  const { t } = useTranslation('complaints')
  return (called) => called.replace(/^匿名(?=$|（)/, t('field.anonymous'))
}
