import Box from '@mui/material/Box'
import { type ComponentType, lazy, type LazyExoticComponent, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MonthId } from '../../../../shared/util/months'
import { UnconfirmedBar } from '../../../register/saving/saving'
import { type ScreenKey, useMenuCommand, useScreenKeys } from '../../../ui'
import { useMonth } from './month'
import { GivenBack } from './GivenBack'
import { MonthHead } from './MonthHead'
import { MonthTabs } from './MonthTabs'
import { MONTH_TABS, type MonthTab, placeOf } from './places'
import { useOpening } from './useOpening'
import { useReadingKeys } from './useReadingKeys'

const SCREENS: Record<MonthTab, LazyExoticComponent<ComponentType<{ month: MonthId }>>> = {
  checklist: lazy(() => import('../checklist')),
  spotCheck: lazy(() => import('../spotCheck')),
  statistics: lazy(() => import('../statistics')),
  weekly: lazy(() => import('../weekly')),
  plan: lazy(() => import('../plan')),
  hotspots: lazy(() => import('../hotspots')),
  signing: lazy(() => import('../signing')),
  files: lazy(() => import('../files')),
}

/** One month: its head, its tabs, and the tab that is open. A tab may answer Esc and Ctrl+P itself. */
export function MonthScreen({ tab }: { tab: MonthTab }) {
  const { month, record } = useMonth()
  const navigate = useNavigate()
  const go = (to: MonthTab) => void navigate(placeOf(month, to))
  useOpening()
  useMonthKeys()
  useMenuCommand('escape', () => go('checklist'), tab !== 'checklist', true)
  useMenuCommand('print', () => go('files'), tab !== 'files', true)
  const panel = useReadingKeys(`${tab}/${record?.state ?? ''}`)
  const Tab = SCREENS[tab]
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <UnconfirmedBar />
      <MonthHead tab={tab} />
      <MonthTabs tab={tab} />
      <GivenBack />
      <Box
        ref={panel}
        role="tabpanel"
        tabIndex={-1}
        id="month-panel"
        aria-labelledby={`month-tab-${tab}`}
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'flex',
          flexDirection: 'column',
          '&:focus-visible': { outline: 'none' },
        }}
      >
        <Suspense fallback={null}>
          {/* What was typed or chosen in a tab belongs to its month. */}
          <Tab key={month} month={month} />
        </Suspense>
      </Box>
    </Box>
  )
}

function useMonthKeys(): void {
  const { t } = useTranslation('monthReviews')
  const keys = useMemo(
    (): ScreenKey[] => [
      { keys: `Alt+1…${MONTH_TABS.length}`, text: t('keys.tab') },
      { keys: 'Ctrl+Tab', text: t('keys.nextTab') },
      { keys: 'Alt+PageUp', text: t('keys.earlier') },
      { keys: 'Alt+PageDown', text: t('keys.later') },
      { keys: 'Ctrl+S', text: t('keys.save') },
      { keys: 'Ctrl+P', text: t('keys.print') },
      { keys: 'Esc', text: t('keys.back') },
    ],
    [t],
  )
  useScreenKeys(keys)
}
