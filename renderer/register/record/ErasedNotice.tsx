import { useTranslation } from 'react-i18next'
import type { Erasable } from '../../../shared/domain/privacy/types'
import { formatDateTime, NoticeBar } from '../../ui'

/** That the personal information of a record was erased by law, by whom and on which ground (domain 13). */
export function ErasedNotice({ record: { erased } }: { record: Erasable }) {
  const { t } = useTranslation('privacy')
  if (!erased) return null
  const { at, by, basis } = erased
  return (
    <NoticeBar tone="plain">
      {t('erased', { at: formatDateTime(at), by, basis: t(`basis.${basis}`) })}
    </NoticeBar>
  )
}
