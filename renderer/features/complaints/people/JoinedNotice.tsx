import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { NoticeBar } from '../../../ui'

/** 已并入: this record has ended, and the matter goes on in another. */
export function JoinedNotice({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const into = record.links.find(({ id }) => id === record.joinedInto)
  if (!into) return null
  return (
    <NoticeBar tone="plain">
      {t('joinedInto')}{' '}
      <MuiLink component={Link} to={`/complaints/${into.id}`}>
        {into.number}
      </MuiLink>
    </NoticeBar>
  )
}
