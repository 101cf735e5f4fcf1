import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay, SectionPanel } from '../../../ui'
import { useUnitComplaints } from './useHouseholdRecord'

/** What this household complained of, each one click from its record. */
export function ComplaintsSection({ unitId }: { unitId: string }) {
  const { t } = useTranslation('households')
  const { t: complaintWords } = useTranslation('complaints')
  const complaints = useUnitComplaints(unitId)
  return (
    <SectionPanel id="households.complaints" title={t('section.complaints')} count={complaints.length}>
      {complaints.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('record.noComplaints')}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {complaints.map(({ id, number, state, intake }) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: 2, minWidth: 0 }}>
            <MuiLink component={Link} to={`/complaints/${id}`} sx={{ whiteSpace: 'nowrap' }}>
              {number}
            </MuiLink>
            <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
              {complaintWords(`state.${state}`)}
            </Box>
            <Box component="span" sx={{ whiteSpace: 'nowrap', color: 'text.secondary' }}>
              {formatDay(intake.registeredAt)}
            </Box>
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {intake.content.slice(0, 120)}
            </Box>
          </Box>
        ))}
      </Box>
    </SectionPanel>
  )
}
