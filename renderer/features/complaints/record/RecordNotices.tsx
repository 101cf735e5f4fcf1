import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isForewarned, monthEnd } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { getRecord, useQuery } from '../../../data'
import { formatDateTime, NoticeBar, useNow } from '../../../ui'
import { JoinedNotice } from '../people/JoinedNotice'
import { IncidentNotice } from './IncidentNotice'

/** What whoever opens the record has to know first: suspended, about to become 重大, a repeat. */
export function RecordNotices({ record }: { record: Complaint }) {
  const { t } = useTranslation(['complaints', 'branches'])
  const now = new Date(useNow()).toISOString()
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const before = useQuery(
    async (db) => (record.repeatOf ? getRecord(db, 'complaints', record.repeatOf) : null),
    [record.repeatOf],
  )
  const { suspension } = record
  return (
    <>
      {suspension && record.state === 'suspended' && (
        <NoticeBar tone="plain">
          {t('record.suspended', { reason: suspension.reason, day: suspension.nextContactOn })}
        </NoticeBar>
      )}
      {settings && isForewarned(record, settings, now) && (
        <NoticeBar tone="soon">
          {t('branches:forewarned', { at: formatDateTime(monthEnd(record)) })}
        </NoticeBar>
      )}
      <IncidentNotice record={record} />
      <JoinedNotice record={record} />
      {before && (
        <NoticeBar tone="plain">
          {t('record.repeatOf')}
          <MuiLink component={Link} to={`/complaints/${before.id}`}>
            {before.number}
          </MuiLink>{' '}
          {excerptOf(before.intake.content)}
        </NoticeBar>
      )}
    </>
  )
}

const EXCERPT = 120

/** What the complaint before was about: this one begins with what was said at the visit. */
function excerptOf(content: string): string {
  return content.length > EXCERPT ? `${content.slice(0, EXCERPT)}…` : content
}
