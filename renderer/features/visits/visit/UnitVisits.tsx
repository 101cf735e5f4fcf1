import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listRecords, useQuery } from '../../../data'
import { formatDay, SectionPanel } from '../../../ui'
import { firstWords } from './words'

const SHOWN = 6

/** When a household was visited before, and what it said, the newest first. */
export function UnitVisits({ unitId, exceptId = '' }: { unitId: string; exceptId?: string }) {
  const { t } = useTranslation('visits')
  const rows = useQuery(
    async (db) => {
      const facets = [`#unit:${unitId}`]
      const page = await listRecords(db, { table: 'visits', facets, after: null, limit: 60 })
      return page.rows
    },
    [unitId],
  )
  const before = (rows ?? [])
    .filter(({ id }) => id !== exceptId)
    .toSorted((a, b) => ((a.findings?.visitedAt ?? '') < (b.findings?.visitedAt ?? '') ? 1 : -1))
    .slice(0, SHOWN)
  return (
    <SectionPanel id="visits.history" title={t('who.history')} count={before.length}>
      {before.length === 0 && t('who.none')}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {before.map((visit) => (
          <li key={visit.id}>
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
              <MuiLink component={Link} to={`/visits/${visit.id}`}>
                {visit.number}
              </MuiLink>
              <span>{formatDay(visit.findings?.visitedAt ?? null)}</span>
              <span>{t(`way.${visit.plan.way}`)}</span>
            </Box>
            <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {firstWords(visit, t)}
            </Box>
          </li>
        ))}
      </Box>
    </SectionPanel>
  )
}
