import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeft'
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRight'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useRemembered } from '../../ui'
import type { Register } from '../register'
import { useShell } from './context'
import { isOpen, openPlace } from './places'
import { useOverdueCount } from './useOverdueCount'
import { useVisibleRegisters } from './useShellCommands'

const itemLook = {
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  width: '100%',
  minHeight: 36,
  px: 3,
  font: 'inherit',
  border: 0,
  background: 'none',
  color: 'text.primary',
  textDecoration: 'none',
  borderLeft: '3px solid transparent',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outlineOffset: '-2px' },
  '&[aria-current]': { bgcolor: 'action.selected', borderLeftColor: 'primary.main', fontWeight: 600 },
} as const

/** Left: one item a register, icon and word, a number only where something is late. */
export function Navigation() {
  const { t } = useTranslation('shell')
  const visible = useVisibleRegisters()
  const [folded, setFolded] = useRemembered('nav.folded', false)
  const narrow = useMediaQuery('(max-width: 1000px)', { noSsr: true })
  const small = folded || narrow
  const overdue = useOverdueCount()
  const { registers } = useShell()
  const { pathname } = useLocation()
  const open = openPlace(registers, pathname)
  return (
    <Box
      component="nav"
      aria-label={t('nav.label')}
      sx={{
        width: small ? 52 : 168,
        display: 'flex',
        flexDirection: 'column',
        py: 2,
        borderRight: '1px solid',
        borderColor: 'divider',
        overflow: 'auto',
      }}
    >
      {visible.map((register, index) => (
        <NavItem
          key={register.key}
          register={register}
          place={index + 1}
          small={small}
          // A register under this one is open: here it is, but it is another page.
          current={register.key !== open ? undefined : isOpen(register, pathname) ? 'page' : 'true'}
          count={register.key === 'today' ? overdue : 0}
        />
      ))}
      {!narrow && (
        <Tooltip title={folded ? t('nav.unfold') : ''} placement="right">
          <Box
            component="button"
            type="button"
            aria-expanded={!folded}
            aria-label={folded ? t('nav.unfold') : t('nav.fold')}
            onClick={() => setFolded(!folded)}
            sx={{ ...itemLook, mt: 'auto', color: 'text.secondary' }}
          >
            {folded ? <KeyboardDoubleArrowRight /> : <KeyboardDoubleArrowLeft />}
            {!folded && t('nav.fold')}
          </Box>
        </Tooltip>
      )}
    </Box>
  )
}

interface NavItemProps {
  register: Register
  place: number
  small: boolean
  current: 'page' | 'true' | undefined
  count: number
}

function NavItem({ register, place, small, current, count }: NavItemProps) {
  const { t } = useTranslation('shell')
  const word = t(`nav.${register.key}`)
  const Icon = register.icon
  const keys = place <= 9 ? `Ctrl+${place}` : ''
  return (
    <Tooltip title={small ? `${word} ${keys}` : keys} placement="right">
      <Box
        component={Link}
        to={`/${register.key}`}
        sx={itemLook}
        aria-current={current}
        aria-label={small ? word : undefined}
      >
        <Icon aria-hidden />
        {!small && <span>{word}</span>}
        {count > 0 && (
          <Box
            component="span"
            aria-label={t('nav.overdue', { count })}
            sx={{
              ml: small ? 0 : 'auto',
              position: small ? 'absolute' : 'static',
              top: 2,
              right: 4,
              px: 1.5,
              fontSize: 12,
              lineHeight: '18px',
              borderRadius: '9px',
              bgcolor: 'error.main',
              color: 'error.contrastText',
            }}
          >
            {count > 99 ? '99+' : count}
          </Box>
        )}
      </Box>
    </Tooltip>
  )
}
