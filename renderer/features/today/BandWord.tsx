import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui'
import { type Band, bandOf, momentOf } from './sections'

const COLOURS: Record<Band, string> = {
  overdue: 'error.main',
  today: 'warning.main',
  soon: 'text.primary',
  later: 'text.secondary',
}

interface Dated {
  dueAt: string | null
}

/** The band of a row, said on the first one of each: the list is one, and yet falls into parts at a glance. */
export function BandWord<Row extends Dated>({ rows, row }: { rows: readonly Row[]; row: Row }) {
  const { t } = useTranslation('today')
  const at = momentOf(useNow())
  const band = bandOf(row.dueAt, at)
  const before = rows[rows.indexOf(row) - 1]
  if (before && bandOf(before.dueAt, at) === band) return null
  return (
    <Box component="span" sx={{ color: COLOURS[band], fontWeight: 600 }}>
      {t(`section.${band}`)}
    </Box>
  )
}
