import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Slice } from '../../../../shared/domain/month/statistics'
import { Part } from './Part'

/** Height of the highest bar in px. */
const HIGHEST = 72

/** 关键时间: 24 hours as one row of bars with their values, the highest ones filled. */
export function Hours({ hours }: { hours: readonly Slice[] }) {
  const { t } = useTranslation('servicePlan')
  const most = Math.max(0, ...hours.map(({ value }) => value))
  const peak = hours.filter(({ value }) => value === most).map(({ key }) => key)
  if (most === 0) {
    return (
      <Part title={t('hotspots.hours')} text={t('hotspots.hoursText')}>
        <div>{t('hotspots.none')}</div>
      </Part>
    )
  }
  return (
    <Part
      title={t('hotspots.peak', { hour: peak.join(t('hotspots.and')), count: most })}
      text={t('hotspots.hoursText')}
    >
      <Box
        component="ol"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: 'repeat(24, minmax(16px, 1fr))',
          columnGap: '4px',
          alignItems: 'end',
          overflowX: 'auto',
          fontSize: 12,
          textAlign: 'center',
        }}
      >
        {hours.map(({ key, value }) => (
          <li key={key}>
            <Box sx={{ fontWeight: value === most ? 600 : 400 }}>{value > 0 && value}</Box>
            <Box
              aria-hidden
              sx={{
                height: Math.round((value / most) * HIGHEST),
                border: value > 0 ? '1px solid' : 0,
                borderBottom: '2px solid',
                borderColor: value > 0 ? 'primary.main' : 'divider',
                bgcolor: value === most ? 'primary.main' : undefined,
              }}
            />
            <Box sx={{ color: 'text.secondary' }}>{key}</Box>
          </li>
        ))}
      </Box>
    </Part>
  )
}
