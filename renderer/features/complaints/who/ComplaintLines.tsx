import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { DueText, StatusChip } from '../../../ui'
import { STATE_TONES } from '../words'

/** Complaints in short, each one click from its record. */
export function ComplaintLines({ records }: { records: readonly Complaint[] }) {
  const { t } = useTranslation('complaints')
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {records.map(({ id, number, state, intake, duty }) => (
        <li key={id}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: '0 8px', flexWrap: 'wrap' }}>
            <MuiLink component={Link} to={`/complaints/${id}`}>
              {number}
            </MuiLink>
            <StatusChip plain tone={STATE_TONES[state]} label={t(`state.${state}`)} />
            {duty && <DueText dueAt={duty.dueAt} />}
          </Box>
          <Box
            sx={{
              display: '-webkit-box',
              WebkitLineClamp: 2,
              WebkitBoxOrient: 'vertical',
              overflow: 'hidden',
              overflowWrap: 'anywhere',
              fontSize: 13,
              color: 'text.secondary',
            }}
          >
            {intake.content.slice(0, 200)}
          </Box>
        </li>
      ))}
    </Box>
  )
}
