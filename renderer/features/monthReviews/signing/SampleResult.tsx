import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SpotSample } from '../../../../shared/domain/monthReview/types'
import { SectionPanel, StatusChip } from '../../../ui'
import { OUTCOME_TONES } from '../spotCheck/words'

/** What 抽查 came to, and every record that something is wrong with. */
export function SampleResult({ sample }: { sample: SpotSample | null }) {
  const { t } = useTranslation('monthReviews')
  const items = sample?.items ?? []
  const good = items.filter(({ outcome }) => outcome === 'good').length
  const said = items.filter(({ outcome, comment }) => outcome === 'fault' || (outcome && comment))
  const fault = items.filter(({ outcome }) => outcome === 'fault').length
  return (
    <SectionPanel id="monthReview.sample" title={t('signing.sample')}>
      <Box sx={{ color: sample ? undefined : 'text.secondary' }}>
        {sample ? t('signing.sampleSaid', { all: items.length, good, fault }) : t('signing.noSample')}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {said.map(({ table, id, number, outcome, comment }) => (
          <Box
            component="li"
            key={`${table}/${id}`}
            sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap' }}
          >
            <MuiLink component={Link} to={`/${table}/${id}`}>
              {number}
            </MuiLink>
            {outcome && <StatusChip plain tone={OUTCOME_TONES[outcome]} label={t(`outcome.${outcome}`)} />}
            <span>{comment}</span>
          </Box>
        ))}
      </Box>
    </SectionPanel>
  )
}
