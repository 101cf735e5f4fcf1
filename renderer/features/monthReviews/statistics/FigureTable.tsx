import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { figureText } from '../../../../shared/documents/charts/figureText'
import { isReached } from '../../../../shared/documents/charts/named'
import type { Figure, SpanStatistics } from '../../../../shared/domain/month/statistics'
import { StatusChip, translateKey } from '../../../ui'
import { FIGURE_TABLE } from './table'

interface FigureTableProps {
  label: string
  figures: readonly Figure[]
  before: SpanStatistics | null
  /** Left out with its column where nothing is compared with last year. */
  lastYear?: SpanStatistics | null
  /** Whether definitions stand below the names, not only behind them. */
  defined: boolean
}

function valueIn(span: SpanStatistics | null, key: string): string {
  const figure = span?.registers.flatMap(({ figures }) => figures).find((one) => one.key === key)
  return figure ? figureText(figure, translateKey).value : '—'
}

/** The figures of a register: each with numerator and denominator, what it counts, and what it was before. */
export function FigureTable({ label, figures, before, lastYear, defined }: FigureTableProps) {
  const { t } = useTranslation('report')
  const yearly = lastYear !== undefined
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={label} sx={FIGURE_TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('screen.figure')}</th>
            <Number head>{yearly ? t('screen.now') : t('screen.week')}</Number>
            <Number head>{t('screen.fraction')}</Number>
            <Number head>{yearly ? t('screen.before') : t('period.weekBefore')}</Number>
            {yearly && <Number head>{t('screen.lastYear')}</Number>}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.key}>
              <Box component="th" scope="row" sx={{ width: '100%' }}>
                <Name figure={figure} defined={defined} />
              </Box>
              <Now figure={figure} />
              <Number>{figureText(figure, translateKey).fraction}</Number>
              <Number>{valueIn(before, figure.key)}</Number>
              {yearly && <Number>{valueIn(lastYear, figure.key)}</Number>}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Number({ children, head = false }: { children: string; head?: boolean }) {
  return head ? (
    <th scope="col" className="number">
      {children}
    </th>
  ) : (
    <td className="number">{children}</td>
  )
}

function Now({ figure }: { figure: Figure }) {
  return (
    <td className="number">
      <strong>{figureText(figure, translateKey).value}</strong>
    </td>
  )
}

/** The name, whether its goal is reached, and its definition: below it, or as a tooltip reached by Tab. */
function Name({ figure, defined }: { figure: Figure; defined: boolean }) {
  const { t } = useTranslation('report')
  const definition = translateKey(`statistics:define.${figure.key}`)
  const name = translateKey(`statistics:figure.${figure.key}`)
  const reached = isReached(figure)
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        {defined ? (
          name
        ) : (
          <Tooltip title={definition} describeChild>
            <Box
              component="span"
              tabIndex={0}
              sx={{ textDecoration: 'underline dotted', textUnderlineOffset: 3 }}
            >
              {name}
            </Box>
          </Tooltip>
        )}
        {reached !== null && (
          <StatusChip
            plain
            tone={reached ? 'good' : 'waiting'}
            label={t(reached ? 'chart.goals.reached' : 'chart.goals.missed')}
          />
        )}
      </Box>
      {defined && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{definition}</Box>}
    </>
  )
}
