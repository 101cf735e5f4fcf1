import { useTranslation } from 'react-i18next'
import { asksForCustomerReport, needsApproval } from '../../../../shared/domain/incident/states'
import type { Incident } from '../../../../shared/domain/incident/types'
import { formatDateTime, NoticeBar } from '../../../ui'

/** What whoever opens the record has to know first: 限阅, 退回, who has to approve, the other form. */
export function Notices({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const { restricted, returned, state } = record
  const open = state === 'handling' || state === 'submitted' || state === 'verified'
  return (
    <>
      {restricted && <NoticeBar tone="soon">{t('restricted.banner')}</NoticeBar>}
      {returned && state === 'handling' && (
        <NoticeBar tone="danger">
          {t('record.returned', { ...returned, at: formatDateTime(returned.at) })}
        </NoticeBar>
      )}
      {open && needsApproval(record) && (
        <NoticeBar tone="plain">
          {asksForCustomerReport(record) ? t('record.needsBoth') : t('record.needsApproval')}
        </NoticeBar>
      )}
    </>
  )
}
