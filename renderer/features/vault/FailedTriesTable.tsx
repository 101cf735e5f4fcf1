import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { shiftDay, civilDayOf, instantOf } from '../../../shared/util/civilTime'
import { type FailedTries, failedTries, useData, useQuery } from '../../data'
import { formatDateTime } from '../../ui'
import { latestLock } from './tries'

/** How far back the director looks. */
const DAYS = 30

/** Who tried in vain, how often, from when to when, and until when it locks. */
export function FailedTriesTable() {
  const { t } = useTranslation(['vault', 'settings'])
  const { ports } = useData()
  const found = useQuery(
    (db) => failedTries(db, instantOf(shiftDay(civilDayOf(ports.now()), -DAYS), '00:00')),
    [ports],
  )
  if (!found) return null
  if (found.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('vault:tries.none')}</Box>
  return (
    <>
      <Box sx={{ color: 'text.secondary', mb: 2 }}>{t('vault:tries.counted')}</Box>
      <Box component="table" aria-label={t('vault:panel.tries')} sx={tableLook}>
        <thead>
          <tr>
            <th scope="col">{t('settings:users.name')}</th>
            <th scope="col">{t('vault:tries.count')}</th>
            <th scope="col">{t('vault:tries.when')}</th>
            <th scope="col">{t('vault:tries.lock')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <TriesRow key={one.user.id} tries={one} now={ports.now()} />
          ))}
        </tbody>
      </Box>
    </>
  )
}

function TriesRow({ tries: { user, tries, ...locks }, now }: { tries: FailedTries; now: string }) {
  const { t } = useTranslation('vault')
  const at = (secret: 'pin' | 'sheet') => tries.filter((one) => one.secret === secret).length
  const when = [tries.at(0), tries.at(-1)].map((one) => (one ? formatDateTime(one.at) : ''))
  const lock = latestLock(locks, now)
  const counts = [
    at('pin') > 0 ? t('tries.pin', { count: at('pin') }) : '',
    at('sheet') > 0 ? t('tries.sheet', { count: at('sheet') }) : '',
  ]
  return (
    <tr>
      <th scope="row">{user.name}</th>
      <td>{counts.filter(Boolean).join(t('tries.comma'))}</td>
      <td>{[...new Set(when)].join(' – ')}</td>
      <td>{lock ? formatDateTime(lock) : t('tries.notLocked')}</td>
    </tr>
  )
}

const tableLook = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { textAlign: 'left', pr: 3, height: 36, borderBottom: '1px solid', borderColor: 'divider' },
  '& thead th': { fontWeight: 400, fontSize: 13, color: 'text.secondary', height: 30 },
} as const
