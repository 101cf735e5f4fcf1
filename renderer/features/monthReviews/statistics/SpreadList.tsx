import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { sliceName } from '../../../../shared/documents/charts/figureText'
import type { Spread } from '../../../../shared/domain/month/statistics'
import { formatNumber, translateKey } from '../../../ui'

/** How a register's records are spread: what is not 0, the rest in one word. */
export function SpreadList({ spreads }: { spreads: readonly Spread[] }) {
  const { t } = useTranslation('report')
  if (spreads.length === 0) return null
  return (
    <Box
      component="dl"
      aria-label={t('screen.spreads')}
      sx={{
        m: 0,
        mt: 3,
        display: 'grid',
        gap: '6px 16px',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
      }}
    >
      {spreads.map((spread) => (
        <Box key={spread.key} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {translateKey(`statistics:spread.${spread.key}`)}
          </Box>
          <Box component="dd" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', gap: '2px 16px' }}>
            <Slices spread={spread} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function Slices({ spread }: { spread: Spread }) {
  const { t } = useTranslation('report')
  const some = spread.slices.filter(({ value }) => value > 0)
  const left = spread.slices.length - some.length
  if (some.length === 0) return <span>{t('unit.none')}</span>
  return (
    <>
      {some.map((slice) => (
        <Box component="span" key={slice.key} sx={{ whiteSpace: 'nowrap' }}>
          {sliceName(slice, translateKey, spread.key)} <strong>{formatNumber(slice.value)}</strong>
        </Box>
      ))}
      {left > 0 && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('chart.rest', { count: left })}
        </Box>
      )}
    </>
  )
}
