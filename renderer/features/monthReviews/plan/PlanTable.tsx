import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { PlanLine } from '../../../../shared/domain/month/servicePlan'
import type { MonthId } from '../../../../shared/util/months'
import { Progress } from './Progress'

/** One line a duty: how often, this month done of target, this year; in words, never by colour alone. */
export function PlanTable({ lines, month: until }: { lines: readonly PlanLine[]; month: MonthId }) {
  const { t } = useTranslation('servicePlan')
  return (
    <Table
      size="small"
      aria-label={t('table')}
      sx={{
        bgcolor: 'background.paper',
        border: '1px solid',
        borderColor: 'divider',
        '& th, & td': { px: 3, py: 0.5, borderBottomColor: 'divider' },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('column.duty')}</TableCell>
          <TableCell>{t('column.frequency')}</TableCell>
          <TableCell>{t('column.month')}</TableCell>
          <TableCell>
            {t('column.year', { year: until.slice(0, 4), month: Number(until.slice(5)) })}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ duty, frequency, month, year: whole }) => (
          <TableRow key={duty}>
            <TableCell component="th" scope="row">
              <Box sx={{ fontWeight: 600 }}>{t(`duty.${duty}`)}</Box>
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t(`how.${duty}`)}</Box>
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{t(`frequency.${frequency ?? 'share'}`)}</TableCell>
            <TableCell>
              <Progress progress={month} column="month" />
            </TableCell>
            <TableCell>
              <Progress progress={whole} column="year" />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
