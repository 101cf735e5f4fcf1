import Box from '@mui/material/Box'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '../../ui'
import { cursorAfter } from '../../ui/list/cursor'
import type { NumberedUser } from './useActiveUsers'

interface UserListProps {
  users: readonly NumberedUser[]
  /** By id: they came from another machine, their PINs did not. */
  withoutPin: ReadonlySet<string>
  chosenId: string | null
  onChoose: (id: string) => void
}

const PAGE = 5

/**
 * The people of this machine: arrow keys move, 1–9 choose at once, Enter or a click goes on to the PIN. The numbers are
 * shown while nobody is chosen: afterwards the keyboard is in the PIN, where a digit is part of it.
 */
export function UserList({ users, withoutPin, chosenId, onChoose }: UserListProps) {
  const { t } = useTranslation(['start', 'common'])
  const list = useRef<HTMLDivElement>(null)
  const nobody = chosenId === null
  useEffect(() => {
    if (nobody) list.current?.querySelector<HTMLElement>('[role=option]')?.focus()
  }, [nobody])
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const byNumber = users.find(({ place }) => place < 10 && event.key === String(place))
    const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')]
    const at = options.findIndex((option) => option === document.activeElement)
    const next = cursorAfter(event.key, at, users.length, PAGE)
    if (byNumber) onChoose(byNumber.id)
    else if (next !== null) options[next]?.focus()
    else if ((event.key === 'Enter' || event.key === ' ') && users[at]) onChoose(users[at].id)
    else return
    event.preventDefault()
  }
  return (
    <Box
      ref={list}
      role="listbox"
      aria-label={t('start:signIn.who')}
      onKeyDown={keys}
      sx={{
        display: 'grid',
        maxHeight: '44vh',
        overflow: 'auto',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '4px',
        bgcolor: 'background.paper',
      }}
    >
      {users.map((user, index) => {
        const chosen = user.id === chosenId
        return (
          <Box
            key={user.id}
            role="option"
            aria-selected={chosen}
            tabIndex={chosen || (nobody && index === 0) ? 0 : -1}
            onClick={() => onChoose(user.id)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 3,
              px: 3,
              minHeight: 40,
              borderLeft: '3px solid',
              borderLeftColor: chosen ? 'primary.main' : 'transparent',
              bgcolor: chosen ? 'action.selected' : undefined,
              '&:hover': { bgcolor: chosen ? 'action.selected' : 'action.hover' },
              '&:focus-visible': { outlineOffset: '-2px' },
            }}
          >
            <Box component="span" aria-hidden sx={{ width: 16, color: 'text.secondary' }}>
              {nobody && user.place < 10 ? user.place : ''}
            </Box>
            <Box component="span" sx={{ flex: 1, fontWeight: chosen ? 600 : 400 }}>
              {user.name}
            </Box>
            {withoutPin.has(user.id) && <StatusChip plain tone="soon" label={t('start:signIn.noPin')} />}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t(`common:role.${user.role}`)}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
