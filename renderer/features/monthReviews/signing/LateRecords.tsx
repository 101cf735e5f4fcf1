import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import { lateRecords, useData, useQuery } from '../../../data'
import { SectionPanel, translateKey } from '../../../ui'

/** Records of a signed month that were still on another machine when it was signed; nothing where there are none. */
export function LateRecords({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const { ports } = useData()
  const late = useQuery((db) => lateRecords(db, review.id, ports.now()), [review.id, review.rev, ports]) ?? []
  if (late.length === 0) return null
  return (
    <SectionPanel id="monthReview.late" title={t('signing.late')} count={late.length}>
      <Box sx={{ color: 'text.secondary' }}>{t('signing.lateText')}</Box>
      <Box component="ul" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {late.map(({ table, id, number }) => (
          <Box component="li" key={`${table}/${id}`} sx={{ display: 'flex', gap: 3 }}>
            <MuiLink component={Link} to={`/${table}/${id}`}>
              {number}
            </MuiLink>
            <span>{translateKey(`${table}:title`)}</span>
          </Box>
        ))}
      </Box>
    </SectionPanel>
  )
}
