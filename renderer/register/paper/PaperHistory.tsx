import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { PrintEvent } from '../../../shared/domain/register/types'
import { formatDateTime } from '../../ui'

/** Who printed which version when, newest first; folded until asked for. */
export function PaperHistory({ history }: { history: readonly PrintEvent[] }) {
  const { t } = useTranslation('paper')
  if (history.length === 0) return null
  return (
    <Box component="details" sx={{ '& summary': { cursor: 'pointer', minHeight: 24 } }}>
      <summary>{t('history.show', { count: history.length })}</summary>
      <Box component="ul" sx={{ m: 0, pl: 4, listStyle: 'none', color: 'text.secondary' }}>
        {history.toReversed().map((event) => (
          <li key={`${event.version} ${event.at} ${event.way}`}>
            {t('history.entry', {
              version: event.version,
              at: formatDateTime(event.at),
              by: event.by,
              way: t(`way.${event.way}`),
            })}
            {event.copies > 1 && ` ${t('history.copies', { count: event.copies })}`}
          </li>
        ))}
      </Box>
    </Box>
  )
}
