import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { hotspotsOf } from '../../../../shared/domain/month/hotspots'
import type { MonthView } from '../../../../shared/domain/month/view'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import { EmptyState, ScreenBody } from '../../../ui'
import { useMonth } from '../shell/month'
import { Hours } from './Hours'
import { Households } from './Households'
import { Places } from './Places'

/** 关键地点, 关键时间, 关键人物 (domain 12): for 客服主管 and 主任, on the screen only. */
export default function HotspotsTab() {
  const { t } = useTranslation('servicePlan')
  const { view } = useMonth()
  if (!may(useRole(), 'month.review')) return <EmptyState title={t('hotspots.hidden')} />
  return view && <Hotspots view={view} />
}

function Hotspots({ view }: { view: MonthView }) {
  const { t } = useTranslation('servicePlan')
  const { places, hours, households } = useMemo(() => hotspotsOf(view), [view])
  return (
    <ScreenBody>
      <Box sx={{ color: 'text.secondary' }}>{t('hotspots.inside')}</Box>
      <Hours hours={hours} />
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
        }}
      >
        <Places places={places} />
        <Households households={households} view={view} />
      </Box>
    </ScreenBody>
  )
}
