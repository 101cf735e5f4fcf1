import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CarryOver, SpanStatistics } from '../../../../shared/domain/month/statistics'
import { spanStatistics } from '../../../data'
import { formatNumber, SectionPanel, translateKey } from '../../../ui'
import { useMonth } from '../shell/month'
import { placeOf } from '../shell/places'
import { figureWords, KEY_FIGURES } from './figures'

const COLUMNS = ['carriedIn', 'adjusted', 'added', 'completed', 'withdrawn', 'carriedOut'] as const

/** The month in one table and a few rates: of a signed month as it was signed. */
export function KeyFigures() {
  const { t } = useTranslation('monthReviews')
  const { month, record, seal, view } = useMonth()
  const signed = record?.state === 'approved' ? seal?.statistics.now : undefined
  const now = useMemo(() => signed ?? (view && spanStatistics(view)), [signed, view])
  if (!now) return null
  return (
    <SectionPanel
      id="monthReview.figures"
      title={t('signing.figures')}
      actions={
        <MuiLink component={Link} to={placeOf(month, 'statistics')}>
          {t('signing.allFigures')}
        </MuiLink>
      }
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <CarryTable statistics={now} />
        <Rates statistics={now} />
      </Box>
    </SectionPanel>
  )
}

function CarryTable({ statistics }: { statistics: SpanStatistics }) {
  const { t } = useTranslation('monthReviews')
  const rows = statistics.registers.flatMap(({ table, carryOver }) =>
    carryOver ? [{ table, carryOver }] : [],
  )
  // A month that nobody corrected needs no column for it.
  const columns = COLUMNS.filter(
    (column) => column !== 'adjusted' || rows.some(({ carryOver }) => carryOver.adjusted !== 0),
  )
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('signing.register')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`signing.carry.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ table, carryOver }) => (
            <tr key={table}>
              <th scope="row">{translateKey(`${table}:title`)}</th>
              {columns.map((column) => (
                <Cell key={column} value={carryOver[column]} />
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Cell({ value }: { value: CarryOver['added'] }) {
  return <td>{formatNumber(value)}</td>
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1, py: 0.5, textAlign: 'right', borderBottom: '1px solid', borderColor: 'divider' },
  '& thead th': { fontSize: 13, fontWeight: 400, color: 'text.secondary' },
  '& th:first-of-type': { textAlign: 'left', pl: 0 },
  '& tbody th': { fontWeight: 400, whiteSpace: 'nowrap' },
} as const

/** 投诉完成率: beside figures of other registers its own words do not say whose a rate is. */
function useLabel(): (key: string) => string {
  const { t } = useTranslation('monthReviews')
  return (key) => {
    const figure = translateKey(`statistics:figure.${key}`)
    return key.startsWith('complaint.') ? t('signing.ofComplaints', { figure }) : figure
  }
}

function Rates({ statistics }: { statistics: SpanStatistics }) {
  const { t } = useTranslation('monthReviews')
  const labelOf = useLabel()
  const figures = statistics.registers.flatMap((register) => register.figures)
  const shown = KEY_FIGURES.flatMap((key) => figures.find((figure) => figure.key === key) ?? [])
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: '4px 16px',
        gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
      }}
    >
      {shown.map((figure) => (
        <Box key={figure.key} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {labelOf(figure.key)}
          </Box>
          <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            {figureWords(t, figure)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
