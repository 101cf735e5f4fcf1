import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { BackupPlaceState } from '../../../shared/ipc/backupChannels'
import type { BackupListing } from '../../../shared/schema/backup'
import { formatBytes, formatToSecond } from '../../ui'

/** Every backup that is kept, newest first: when, why, how large, and where. All of them were read back. */
export function KeptList({ places }: { places: readonly BackupPlaceState[] }) {
  const { t } = useTranslation('backup')
  const kept = keptIn(places)
  if (kept.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('kept.none')}</Box>
  return (
    <Box
      component="table"
      sx={{
        borderCollapse: 'collapse',
        width: '100%',
        fontVariantNumeric: 'tabular-nums',
        '& th, & td': {
          textAlign: 'left',
          p: '6px 12px 6px 0',
          borderBottom: '1px solid',
          borderColor: 'divider',
        },
        '& th': { fontWeight: 600, color: 'text.secondary' },
      }}
    >
      <thead>
        <tr>
          {(['when', 'why', 'size', 'where', 'checked'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`kept.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kept.map(({ backup, where }) => (
          <tr key={backup.name}>
            <td>{formatToSecond(backup.madeAt)}</td>
            <td>{t(`reason.${backup.reason}`)}</td>
            <td>{formatBytes(backup.bytes)}</td>
            <td>{where.map((place) => t(`short.${place}`)).join(t('and'))}</td>
            <td>{t('kept.sound')}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function keptIn(places: readonly BackupPlaceState[]) {
  const found = new Map<string, { backup: BackupListing; where: BackupPlaceState['place'][] }>()
  for (const { place, backups } of places) {
    for (const backup of backups) {
      const known = found.get(backup.name) ?? { backup, where: [] }
      known.where.push(place)
      found.set(backup.name, known)
    }
  }
  return [...found.values()].sort((a, b) => (a.backup.madeAt < b.backup.madeAt ? 1 : -1))
}
