import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListFrame } from '../../../register/screen/ListFrame'
import type { ListPlace } from '../../../register/screen/RegisterScreen'
import { GoalsBar } from './Goals'
import { VISIT_PRINTING } from './printing'
import { useVisitList } from './useVisitList'
import { WhomToVisit } from './WhomToVisit'

/** 走访列表, below the goals of the month and the year. */
export function VisitList(place: ListPlace) {
  const { t } = useTranslation('visits')
  const [asking, setAsking] = useState(false)
  return (
    <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <GoalsBar />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <ListFrame
          place={place}
          list={useVisitList()}
          printing={VISIT_PRINTING}
          tools={
            <Button variant="text" onClick={() => setAsking(true)}>
              {t('next.action')}
            </Button>
          }
        />
      </Box>
      {asking && <WhomToVisit onClose={() => setAsking(false)} />}
    </Box>
  )
}
