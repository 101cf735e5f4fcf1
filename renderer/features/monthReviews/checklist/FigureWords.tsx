import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { formatNumber } from '../../../ui'

/** `1 / 4，要 2`: numerator, denominator and what is needed; an empty denominator says 无 (domain 12). */
export function FigureWords({ figure }: { figure: CheckLine['figure'] }) {
  const { t } = useTranslation('checklist')
  if (!figure) return null
  const { value, denominator, needed } = figure
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {denominator === 0
        ? t('figure.none')
        : t('figure.of', {
            value: formatNumber(value),
            denominator: formatNumber(denominator),
            needed: formatNumber(needed),
          })}
    </Box>
  )
}
