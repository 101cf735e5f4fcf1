import Print from '@mui/icons-material/Print'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spanCharts } from '../../../../shared/documents/charts/named'
import { may } from '../../../../shared/domain/office/permissions'
import { civilDayOf, instantFromMs } from '../../../../shared/util/civilTime'
import type { CivilDay } from '../../../../shared/util/instant'
import type { MonthId } from '../../../../shared/util/months'
import { useQuery, useRole, type WeekFigures, weekFigures } from '../../../data'
import { ScreenBody, translateKey, useMenuCommand, useNow } from '../../../ui'
import { SpanFigures } from '../statistics/SpanFigures'
import { firstWeekShown } from './week'
import { WeekPicker } from './WeekPicker'

// The print engine and its fonts are heavy: they come with the first print.
const WeekDialog = lazy(() => import('./WeekDialog'))

/** How often a week that runs looks at the clock by itself, ms. */
const LOOK_EVERY_MS = 10 * 60_000

/** A week in figures, and its 周报 to print. */
export default function WeeklyTab({ month }: { month: MonthId }) {
  const present = useNow()
  const now = instantFromMs(present - (present % LOOK_EVERY_MS))
  const [week, setWeek] = useState(() => firstWeekShown(month, now))
  const read = useQuery((db) => weekFigures(db, week, now), [week, now])
  const figures = read && isOf(read, week) ? read : null
  return (
    <ScreenBody>
      <WeekHead week={week} figures={figures} onPick={setWeek} />
      {figures && (
        <SpanFigures
          now={figures.now}
          before={figures.before}
          charts={spanCharts(figures.now, 'week', translateKey)}
        />
      )}
    </ScreenBody>
  )
}

/** Whether figures are of this week, not of the one that was open before. */
function isOf({ now }: WeekFigures, week: CivilDay): boolean {
  return civilDayOf(now.span.from) === week
}

interface WeekHeadProps {
  week: CivilDay
  figures: WeekFigures | null
  onPick: (week: CivilDay) => void
}

function WeekHead({ week, figures, onPick }: WeekHeadProps) {
  const { t } = useTranslation('report')
  const [printed, setPrinted] = useState<WeekFigures | null>(null)
  const mayPrint = may(useRole(), 'record.print')
  useMenuCommand('print', () => setPrinted(figures), mayPrint && figures !== null && printed === null)
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <WeekPicker week={week} onPick={onPick} />
      {mayPrint && (
        <Button
          variant="outlined"
          startIcon={<Print />}
          disabled={!figures}
          onClick={() => setPrinted(figures)}
        >
          {t('week.print')}
        </Button>
      )}
      {printed && (
        <Suspense fallback={null}>
          <WeekDialog figures={printed} onClose={() => setPrinted(null)} />
        </Suspense>
      )}
    </Box>
  )
}
