import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Visit } from '../../../../shared/domain/visit/types'
import { formatDateTime, StatusChip } from '../../../ui'

/** The visits of a month, each one click away; those without 接待员意见 say so. */
export function MonthVisits({ visits }: { visits: readonly Visit[] }) {
  const { t } = useTranslation('visitMonths')
  const { t: words } = useTranslation('visits')
  if (visits.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('record.noVisits')}</Box>
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {visits.map(({ id, number, plan, findings, opinion }) => (
        <Box
          component="li"
          key={id}
          sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap', alignItems: 'center' }}
        >
          <MuiLink component={Link} to={`/visits/${id}`}>
            {number}
          </MuiLink>
          <span>{plan.person.unitCode}</span>
          <span>{words(`way.${plan.way}`)}</span>
          <span>{formatDateTime(findings?.visitedAt)}</span>
          {opinion ? (
            <Box component="span" sx={{ flex: 1, minWidth: 160, color: 'text.secondary' }}>
              {opinion.text.slice(0, 80)}
            </Box>
          ) : (
            <StatusChip tone="soon" label={t('record.noOpinion')} />
          )}
        </Box>
      ))}
    </Box>
  )
}
