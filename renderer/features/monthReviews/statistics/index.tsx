import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { monthCharts } from '../../../../shared/documents/charts/named'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { EmptyState, formatNumber, ScreenBody, translateKey, useNow } from '../../../ui'
import { SpanFigures } from './SpanFigures'
import { useStatistics } from './useStatistics'

/** The month in figures (domain 12): equations, charts, and every register's figures with what they count. */
export default function StatisticsTab() {
  const { t } = useTranslation('report')
  const found = useStatistics()
  const now = instantFromMs(useNow())
  const statistics = found?.statistics
  if (!found || !statistics) return null
  if (statistics.now.registers.length === 0) return <EmptyState title={t('screen.noRegisters')} />
  const { occupied, span } = statistics.now
  return (
    <ScreenBody>
      <Box sx={{ display: 'flex', gap: '2px 24px', flexWrap: 'wrap', color: 'text.secondary' }}>
        {occupied !== null && <span>{t('screen.occupied', { count: formatNumber(occupied) })}</span>}
        {found.signed && <span>{t('screen.asSigned')}</span>}
        {!found.signed && now < span.until && <span>{t('screen.running')}</span>}
      </Box>
      <SpanFigures
        now={statistics.now}
        before={statistics.before}
        lastYear={statistics.lastYear}
        charts={monthCharts(statistics, translateKey)}
      />
    </ScreenBody>
  )
}
