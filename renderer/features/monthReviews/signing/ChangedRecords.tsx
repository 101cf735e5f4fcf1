import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MonthView } from '../../../../shared/domain/month/view'
import { recordsIn } from '../../../data'
import { formatDateTime, SectionPanel } from '../../../ui'

/** Records of the month that were saved again after the supervisor had signed. */
export function ChangedRecords({ view, since }: { view: MonthView; since: string }) {
  const { t } = useTranslation('monthReviews')
  const changed = recordsIn(view).filter(({ updatedAt }) => updatedAt > since)
  return (
    <SectionPanel id="monthReview.changed" title={t('signing.changed')} count={changed.length}>
      {changed.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('signing.noChanged')}</Box>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {changed.map(({ table, id, number, updatedAt }) => (
            <Box component="li" key={`${table}/${id}`} sx={{ display: 'flex', gap: 3 }}>
              <MuiLink component={Link} to={`/${table}/${id}`}>
                {number}
              </MuiLink>
              <span>{formatDateTime(updatedAt)}</span>
            </Box>
          ))}
        </Box>
      )}
    </SectionPanel>
  )
}
