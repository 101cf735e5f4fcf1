import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { getRecords, useQuery } from '../../../data'
import { SectionPanel } from '../../../ui'
import { ComplaintLines } from '../who/ComplaintLines'

/** 关联记录, shown on both sides (domain 10). */
export function LinksPanel({ record }: { record: Complaint }) {
  const { t } = useTranslation('complaints')
  const ids = record.links.flatMap(({ table, id }) => (table === 'complaints' ? [id] : []))
  const linked = useQuery((db) => getRecords(db, 'complaints', [...ids]), [ids.join(' ')]) ?? []
  return (
    <SectionPanel id="complaints.links" title={t('record.links')} count={ids.length}>
      {ids.length === 0 ? t('record.noLinks') : <ComplaintLines records={linked} />}
    </SectionPanel>
  )
}
