import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import { useTranslation } from 'react-i18next'
import Box from '@mui/material/Box'
import type { Chart } from '../../../../shared/documents/charts/chart'
import type { SpanStatistics } from '../../../../shared/domain/month/statistics'
import { SectionPanel, translateKey, useRemembered } from '../../../ui'
import { CarryOverTable } from './CarryOverTable'
import { ChartFigure } from './ChartFigure'
import { FigureTable } from './FigureTable'
import { SpreadList } from './SpreadList'

interface SpanFiguresProps {
  now: SpanStatistics
  before: SpanStatistics | null
  lastYear?: SpanStatistics | null
  charts: readonly Chart[]
}

/** All figures of a month or a week: what is carried over, the charts, and every register's figures. */
export function SpanFigures({ now, before, lastYear, charts }: SpanFiguresProps) {
  const { t } = useTranslation('report')
  const [defined, setDefined] = useRemembered('statistics.defined', false)
  return (
    <>
      <SectionPanel id="statistics.carryOver" title={t('screen.carryOver')}>
        <CarryOverTable registers={now.registers} period={lastYear === undefined ? 'week' : 'month'} />
      </SectionPanel>
      <Box
        role="group"
        aria-label={t('screen.charts')}
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
        }}
      >
        {charts.map((chart) => (
          <ChartFigure key={chart.key} chart={chart} />
        ))}
      </Box>
      <FormControlLabel
        control={<Switch checked={defined} onChange={(_, on) => setDefined(on)} />}
        label={t('screen.showDefinitions')}
      />
      {now.registers.map(({ table, figures, spreads }) => {
        const title = translateKey(`${table}:title`)
        return (
          <SectionPanel key={table} id={`statistics.${table}`} title={title}>
            {figures.length > 0 && (
              <FigureTable
                label={title}
                figures={figures}
                before={before}
                lastYear={lastYear}
                defined={defined}
              />
            )}
            <SpreadList spreads={spreads} />
          </SectionPanel>
        )
      })}
    </>
  )
}
