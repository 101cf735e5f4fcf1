import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { ReplicationEvent } from '../../data'
import { formatDateTime } from '../../ui'

/** As many lines as somebody reads. */
const SHOWN = 30

/** What happened since the program was started, the newest first. */
export function History({ events }: { events: readonly ReplicationEvent[] }) {
  const { t } = useTranslation('sync')
  return (
    <Box component="ul" aria-label={t('history.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {events.slice(0, SHOWN).map(({ at, kind, trouble, count = 0 }, index) => (
        // Several may have happened in one moment.
        // oxlint-disable-next-line react/no-array-index-key
        <Box component="li" key={`${at}${kind}${index}`} sx={{ display: 'flex', gap: 3, py: 0.5 }}>
          <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{formatDateTime(at)}</Box>
          <Box>
            {t(`history.${kind}`, { count })}{' '}
            {kind === 'trouble' && trouble ? t(`trouble.${trouble}.what`) : ''}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
