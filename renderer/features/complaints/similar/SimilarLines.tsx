import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Similar } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { DueText, SectionPanel, StatusChip } from '../../../ui'
import { STATE_TONES } from '../words'

interface SimilarLinesProps {
  similar: readonly Similar[]
  /** What can be done with one. */
  children: (record: Complaint) => ReactNode
}

/** 可能是同一件事: each with number, state, what is due, why it may be the same, and its words. Nothing while none. */
export function SimilarLines({ similar, children }: SimilarLinesProps) {
  const { t } = useTranslation(['people', 'complaints'])
  if (similar.length === 0) return null
  return (
    <SectionPanel id="complaints.similar" title={t('similar.title')} count={similar.length}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {similar.map((one) => (
          <li key={one.record.id}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: '0 8px', flexWrap: 'wrap' }}>
              <strong>{one.record.number}</strong>
              <StatusChip
                plain
                tone={STATE_TONES[one.record.state]}
                label={t(`complaints:state.${one.record.state}`)}
              />
              {one.record.duty && <DueText dueAt={one.record.duty.dueAt} />}
            </Box>
            <Why one={one} />
            <Box sx={WORDS}>{one.record.intake.content.slice(0, 200)}</Box>
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 1 }}>{children(one.record)}</Box>
          </li>
        ))}
      </Box>
    </SectionPanel>
  )
}

function Why({ one: { reasons, share } }: { one: Similar }) {
  const { t } = useTranslation('people')
  const words = reasons.map((reason) =>
    t(`similar.reason.${reason}`, { percent: String(Math.round(share * 100)) }),
  )
  return <Box sx={{ color: 'warning.main', fontSize: 13 }}>{words.join(' · ')}</Box>
}

const WORDS = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  fontSize: 13,
} as const
