import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../shared/domain/incident/types'
import { formatDateTime } from '../../../ui'

/** The 处置时间线 to write the report by, the first line first; what was struck is no part of the course. */
export function CourseLines({ lines }: { lines: readonly TimelineEntry[] }) {
  const { t } = useTranslation('incidents')
  return (
    <Box>
      <Box sx={{ fontSize: 13, fontWeight: 600, color: 'text.secondary', mb: 1 }}>
        {t('record.sections.timeline')}
      </Box>
      <Box
        component="ol"
        aria-label={t('record.sections.timeline')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 2,
          bgcolor: 'action.hover',
          borderRadius: 1,
          // A long event must not push the field away that is written by it.
          maxHeight: 168,
          overflowY: 'auto',
        }}
      >
        {lines.map(({ id, at, text }) => (
          <Box
            component="li"
            key={id}
            sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, fontSize: 14 }}
          >
            <Box component="time" dateTime={at} sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {formatDateTime(at)}
            </Box>
            <Box sx={{ overflowWrap: 'anywhere' }}>{text}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
