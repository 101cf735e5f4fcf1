import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMenuCommand } from '../../../ui'
import { useMonth } from './month'
import { isMonthTab, MONTH_TABS, type MonthTab, placeOf } from './places'

/** The tabs of a month: one stop for Tab, arrows within; Alt+1…8 and Ctrl+Tab lead to them from anywhere. */
export function MonthTabs({ tab }: { tab: MonthTab }) {
  const { t } = useTranslation('monthReviews')
  const { month } = useMonth()
  const navigate = useNavigate()
  const go = (to: MonthTab) => void navigate(placeOf(month, to))
  const by = (step: number) => () => {
    const { length } = MONTH_TABS
    go(MONTH_TABS[(MONTH_TABS.indexOf(tab) + step + length) % length] ?? tab)
  }
  useMenuCommand('nextTab', by(1))
  useMenuCommand('previousTab', by(-1))
  useDigits(go)
  return (
    <Tabs
      value={tab}
      aria-label={t('tabs.label')}
      variant="scrollable"
      scrollButtons="auto"
      selectionFollowsFocus
      onChange={(_event, to: unknown) => typeof to === 'string' && isMonthTab(to) && go(to)}
      sx={LOOK}
    >
      {MONTH_TABS.map((name) => (
        <Tab
          key={name}
          value={name}
          id={`month-tab-${name}`}
          aria-controls="month-panel"
          label={t(`tabs.${name}`)}
          disableRipple
        />
      ))}
    </Tabs>
  )
}

const LOOK = {
  flexShrink: 0,
  minHeight: 36,
  px: 2,
  bgcolor: 'background.paper',
  borderBottom: '1px solid',
  borderColor: 'divider',
  '& .MuiTab-root': { minHeight: 36, minWidth: 0, px: 3, py: 0, fontSize: 14, color: 'text.primary' },
} as const

/** Alt+1 … Alt+8; Ctrl+digit is the navigation's. By its place on the keyboard, as everywhere. */
function useDigits(go: (tab: MonthTab) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
      const tab = digit && MONTH_TABS[Number(digit) - 1]
      // What lies above the month, a question or the lock, keeps its keys.
      if (!tab || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      go(tab)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
}
