import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DueText, SectionPanel, StatusChip } from '../../ui'
import { type UnitMatter, useUnitMatters } from './useUnitMatters'

/** What every register has of a household: what is open, and the last that ended (ui.md, "Record"). */
export function UnitMatters({ unitId, exceptId }: { unitId: string; exceptId?: string | undefined }) {
  const { t } = useTranslation('record')
  const { open, ended } = useUnitMatters(unitId, exceptId)
  return (
    <>
      <SectionPanel id="record.matters" title={t('who.matters')} count={open.length}>
        {open.length > 0 ? <Matters matters={open} /> : t('who.none')}
      </SectionPanel>
      <SectionPanel id="record.history" title={t('who.history')} count={ended.length}>
        {ended.length > 0 ? <Matters matters={ended} /> : t('who.none')}
      </SectionPanel>
    </>
  )
}

function Matters({ matters }: { matters: readonly UnitMatter[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {matters.map(({ id, number, route, state, ended, duty, text }) => (
        <li key={id}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: '0 8px', flexWrap: 'wrap' }}>
            <MuiLink component={Link} to={`${route}/${id}`}>
              {number}
            </MuiLink>
            <StatusChip plain tone={ended ? 'done' : 'working'} label={state} />
            {duty && <DueText dueAt={duty.dueAt} />}
          </Box>
          <Box sx={SHORT}>{text}</Box>
        </li>
      ))}
    </Box>
  )
}

const SHORT = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  fontSize: 13,
  color: 'text.secondary',
} as const
