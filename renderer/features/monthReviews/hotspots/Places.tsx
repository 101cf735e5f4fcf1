import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { Slice } from '../../../../shared/domain/month/statistics'
import { translateKey } from '../../../ui'
import { Part, TABLE_LOOK } from './Part'

/** 关键地点: where most happened, with counts. */
export function Places({ places }: { places: readonly Slice[] }) {
  const { t } = useTranslation('servicePlan')
  return (
    <Part title={t('hotspots.places')} text={t('hotspots.placesText')}>
      {places.length === 0 ? (
        <div>{t('hotspots.none')}</div>
      ) : (
        <Table size="small" aria-label={t('hotspots.places')} sx={TABLE_LOOK}>
          <TableHead>
            <TableRow>
              <TableCell>{t('hotspots.place')}</TableCell>
              <TableCell align="right">{t('hotspots.count')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {places.map(({ key, name, value }) => (
              <TableRow key={key}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {'text' in name ? name.text : translateKey(name.word)}
                </TableCell>
                <TableCell align="right">{value}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Part>
  )
}
