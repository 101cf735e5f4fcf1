import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { DisputeView, Maker } from '../../data'
import { formatDateTime } from '../../ui'

/** Who made each version, when, and on which machine. */
export function Sides({ view: { inForce, waiting, dispute } }: { view: DisputeView }) {
  const { t } = useTranslation('disputes')
  const isNumber = dispute.kind === 'number'
  const sides = [
    { label: t(isNumber ? 'number.held' : 'side.inForce'), maker: inForce },
    { label: t(isNumber ? 'number.waiting' : 'side.waiting'), maker: waiting },
  ]
  return (
    <Box
      component="dl"
      aria-label={t('side.label')}
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 16px' }}
    >
      {sides.map(({ label, maker }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {maker ? <Who maker={maker} /> : t('side.unknown')}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function Who({ maker: { name, at, letter, here } }: { maker: Maker }) {
  const { t } = useTranslation('disputes')
  const machine = here
    ? letter
      ? t('machine.hereLetter', { letter })
      : t('machine.here')
    : letter
      ? t('machine.letter', { letter })
      : t('machine.other')
  return [name, formatDateTime(at), machine].filter(Boolean).join(' · ')
}
