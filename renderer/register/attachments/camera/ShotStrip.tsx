import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Shot } from './useShots'

/** The shots so far, the newest last and in sight. */
export function ShotStrip({ shots }: { shots: readonly Shot[] }) {
  const { t } = useTranslation('attachments')
  return (
    <Box
      component="ul"
      aria-label={t('camera.shots')}
      sx={{
        display: 'flex',
        gap: 1,
        m: 0,
        p: 0,
        height: 80,
        overflowX: 'auto',
        overflowY: 'hidden',
        listStyle: 'none',
      }}
    >
      {shots.length === 0 && (
        <Box component="li" sx={{ color: 'text.secondary', alignSelf: 'center' }}>
          {t('camera.none')}
        </Box>
      )}
      {shots.map(({ url, file }) => (
        <li key={url} ref={(line) => line?.scrollIntoView({ block: 'nearest' })}>
          <Box
            component="img"
            src={url}
            alt={file.name}
            sx={{
              display: 'block',
              height: 64,
              borderRadius: '4px',
              border: '1px solid',
              borderColor: 'divider',
            }}
          />
        </li>
      ))}
    </Box>
  )
}
