import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { getRecords, useQuery } from '../../../data'

/** 首问责任人: whoever registered it keeps it in sight until it is closed (domain 5). */
export function FirstAsked({ record }: { record: Complaint }) {
  const { t } = useTranslation('branches')
  const ids = [...new Set([record.firstAskedUserId, ...record.alsoFirstAskedUserIds])]
  const users = useQuery((db) => getRecords(db, 'users', ids), [ids.join(' ')])
  const name = users?.map((user) => user.name).join(t('routing.list'))
  if (record.erased) return null
  return name ? <span>{t('firstAsked', { name })}</span> : null
}
