import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { completionText } from '../../../../shared/documents/charts/figureText'
import type { Period } from '../../../../shared/documents/charts/titles'
import type { CarryOver, RegisterFigures } from '../../../../shared/domain/month/statistics'
import { formatNumber, translateKey } from '../../../ui'
import { FIGURE_TABLE } from './table'

interface CarryOverTableProps {
  registers: readonly RegisterFigures[]
  period: Period
}

/** 前期遗留 + 本月新增 = 应跟进; 应跟进 − 已完成 = 结转, as equations that anybody can add up (domain 12). */
export function CarryOverTable({ registers, period }: CarryOverTableProps) {
  const { t } = useTranslation(['report', 'statistics'])
  const rows = registers.flatMap(({ table, carryOver }) => (carryOver ? [{ table, carryOver }] : []))
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={t('screen.carryOver')} sx={FIGURE_TABLE}>
        <tbody>
          {rows.map(({ table, carryOver }) => (
            <tr key={table}>
              <Box component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {translateKey(`${table}:title`)}
              </Box>
              <td>{dueEquation(carryOver, period)}</td>
              <td>{outEquation(carryOver)}</td>
              <Box component="td" sx={{ whiteSpace: 'nowrap' }}>
                {t('statistics:figure.complaint.completionRate')} {completionText(carryOver, translateKey)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function spoken(carryOver: CarryOver): Record<string, string> {
  return Object.fromEntries(Object.entries(carryOver).map(([key, value]) => [key, formatNumber(value)]))
}

/** A month that nobody corrected needs no term for it. */
function dueEquation(carryOver: CarryOver, period: Period): string {
  const word = carryOver.adjusted === 0 ? 'equationDue' : 'equationDueAdjusted'
  return translateKey(`report:screen.${word}`, {
    ...spoken(carryOver),
    period: translateKey(`report:period.${period}`),
  })
}

function outEquation(carryOver: CarryOver): string {
  const word = carryOver.withdrawn === 0 ? 'equationOut' : 'equationOutWithdrawn'
  return translateKey(`report:screen.${word}`, spoken(carryOver))
}
