import Box from '@mui/material/Box'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Chart, tableOf } from '../../../../shared/documents/charts/chart'
import { drawChart } from '../../../../shared/documents/charts/draw'
import { saidOnly } from '../../../ui/hidden'
import { Shape } from './Shapes'

/** A chart is laid out as wide as this and scaled to its place, px; its words never smaller than 12 px. */
const WIDE = 720
const NARROW = 340

/** A chart under its sentence, with its figures as a table for whoever cannot see it. */
export function ChartFigure({ chart }: { chart: Chart }) {
  const { t } = useTranslation('report')
  const id = useId()
  const wide = chart.kind === 'months'
  const empty = chart.kind === 'months' || chart.kind === 'goals' ? false : chart.rows.length === 0
  const { width, height, shapes } = drawChart(chart, wide ? WIDE : NARROW)
  return (
    <Box
      component="figure"
      aria-labelledby={id}
      sx={{
        m: 0,
        p: 3,
        gridColumn: wide ? '1 / -1' : undefined,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '4px',
        bgcolor: 'background.paper',
        color: 'text.primary',
        position: 'relative',
      }}
    >
      <Box component="figcaption" id={id} sx={{ fontWeight: 600, mb: empty ? 0 : 2 }}>
        {chart.title}
      </Box>
      {!empty && (
        <>
          <svg
            viewBox={`-1 -1 ${width + 2} ${height + 2}`}
            role="img"
            aria-label={t('chart.label', { title: chart.title })}
            style={{ display: 'block', width: '100%', maxWidth: width * 1.6, height: 'auto' }}
          >
            {shapes.map((shape) => (
              // Shapes have no names, and no two of a chart are alike.
              <Shape key={JSON.stringify(shape)} shape={shape} />
            ))}
          </svg>
          <DataTable chart={chart} />
        </>
      )}
    </Box>
  )
}

/** What the chart shows, for assistive technology. */
function DataTable({ chart }: { chart: Chart }) {
  const { t } = useTranslation('report')
  const { head, rows } = tableOf(chart)
  return (
    <Box component="table" sx={saidOnly}>
      <caption>{t('chart.table', { title: chart.title })}</caption>
      {head.length > 0 && (
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name || t('chart.item')}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([name = '', ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, column) => (
              <td key={head[column + 1] ?? column}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
