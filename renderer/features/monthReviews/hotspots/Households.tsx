import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Hotspots } from '../../../../shared/domain/month/statistics'
import type { MonthView } from '../../../../shared/domain/month/view'
import { openedFrom } from '../../../register/screen/origin'
import { useMonth } from '../shell/month'
import { placeOf } from '../shell/places'
import { Part, TABLE_LOOK } from './Part'

interface HouseholdsProps {
  households: Hotspots['households']
  view: MonthView
}

/** 关键人物: households with repeated matters, each leading to the household and to its records. */
export function Households({ households, view }: HouseholdsProps) {
  const { t } = useTranslation('servicePlan')
  return (
    <Part title={t('hotspots.households')} text={t('hotspots.householdsText')}>
      {households.length === 0 ? (
        <div>{t('hotspots.none')}</div>
      ) : (
        <Table size="small" aria-label={t('hotspots.households')} sx={TABLE_LOOK}>
          <TableHead>
            <TableRow>
              <TableCell>{t('hotspots.household')}</TableCell>
              <TableCell align="right">{t('hotspots.count')}</TableCell>
              <TableCell>{t('hotspots.records')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {households.map((household) => (
              <HouseholdRow key={household.unitId} household={household} view={view} />
            ))}
          </TableBody>
        </Table>
      )}
    </Part>
  )
}

function HouseholdRow({ household, view }: { household: Hotspots['households'][number]; view: MonthView }) {
  const { t } = useTranslation(['servicePlan', 'monthReviews'])
  const { month } = useMonth()
  const state = openedFrom({ to: placeOf(month, 'hotspots'), label: t('monthReviews:title') })
  const { unitId, unitCode, count, records } = household
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell>
        <MuiLink
          component={Link}
          to={`/households/${unitId}`}
          state={state}
          aria-label={t('hotspots.openHousehold', { code: unitCode })}
        >
          {unitCode}
        </MuiLink>
      </TableCell>
      <TableCell align="right">{count}</TableCell>
      <TableCell>
        <Box sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap' }}>
          {records.map(({ table, id }) => (
            <MuiLink
              key={id}
              component={Link}
              to={`/${table}/${id}`}
              state={state}
              sx={{ whiteSpace: 'nowrap' }}
            >
              {numberOf(view, table, id)}
            </MuiLink>
          ))}
        </Box>
      </TableCell>
    </TableRow>
  )
}

function numberOf({ rowsOf }: MonthView, table: string, id: string): string {
  const rows = table === 'incidents' ? rowsOf('incidents') : rowsOf('complaints')
  return rows.find((row) => row.id === id)?.number ?? id
}
