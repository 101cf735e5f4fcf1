import Box from '@mui/material/Box'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { useMenuCommand } from '../../ui'

/** One of the registers under one place of the navigation. */
export interface RegisterTab {
  /** `/lostItems` */
  to: string
  label: string
}

const FROM_TAB = { fromTab: true }

/** Where an arrow leads among so many; null for any other key. */
function targetOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/**
 * 失物 | 寻物 | 盘点: links between the registers that share a place of the navigation. One stop for Tab, arrows within;
 * Ctrl+Tab goes on to the next from anywhere.
 */
export function RegisterTabs({ tabs }: { tabs: readonly RegisterTab[] }) {
  const { t } = useTranslation('record')
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const here = tabs.findIndex(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const target = targetOf(
      event.key,
      links.findIndex((link) => link === event.target),
      links.length,
    )
    if (target === null) return
    event.preventDefault()
    links[target]?.focus()
  }
  const go = (by: number) => () => {
    const next = tabs[(here + by + tabs.length) % tabs.length]
    if (next) void navigate(next.to, { state: FROM_TAB })
  }
  useMenuCommand('nextTab', go(1))
  useMenuCommand('previousTab', go(-1))
  useFocusOnArrival(list)
  return (
    <Box component="nav" aria-label={t('tabs')} sx={{ borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box
        component="ul"
        ref={list}
        onKeyDown={onKeyDown}
        sx={{ display: 'flex', gap: 1, m: 0, px: 3, listStyle: 'none', bgcolor: 'background.paper' }}
      >
        {tabs.map(({ to, label }, index) => (
          <li key={to}>
            <Box
              component={Link}
              to={to}
              state={FROM_TAB}
              aria-current={index === here ? 'page' : undefined}
              tabIndex={index === Math.max(here, 0) ? 0 : -1}
              sx={tabLook}
            >
              {label}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  )
}

/** Each register has screens of its own: the tab that led here has the keyboard again in the new ones. */
function useFocusOnArrival(list: RefObject<HTMLElement | null>): void {
  const state: unknown = useLocation().state
  const arrived = typeof state === 'object' && state !== null && 'fromTab' in state
  useEffect(() => {
    if (arrived) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [list, arrived])
}

const tabLook = {
  display: 'flex',
  alignItems: 'center',
  minHeight: 36,
  px: 3,
  color: 'text.primary',
  textDecoration: 'none',
  borderBottom: '3px solid transparent',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outlineOffset: '-2px' },
  '&[aria-current]': { borderBottomColor: 'primary.main', fontWeight: 600 },
} as const
