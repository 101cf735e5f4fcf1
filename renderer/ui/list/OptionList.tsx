import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { type KeyboardEvent, type ReactNode, useEffect } from 'react'
import { cursorAfter } from './cursor'

/** Options that a page key jumps. */
const PAGE = 10

const FOCUS = {
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible [aria-selected=true]': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: '-2px',
  },
} as const

/** No look of its own. */
const PLAIN = {}

interface OptionListProps {
  label: string
  /** Ids of the options in the document, in their order. */
  ids: readonly string[]
  /** One of them. */
  chosen: string
  /** ↑ ↓ Home End and the page keys: to the option at this place. */
  onMove: (at: number) => void
  /** Any other key; true where it was meant for the list. */
  onKey?: (key: string) => boolean
  sx?: SxProps<Theme>
  /** `Option`s, in groups or not. */
  children: ReactNode
}

/** A list of which one option is always chosen, and kept in sight: beside it stands what it opens. */
export function OptionList({ label, ids, chosen, onMove, onKey, sx = PLAIN, children }: OptionListProps) {
  useEffect(() => {
    document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = cursorAfter(event.key, ids.indexOf(chosen), ids.length, PAGE)
    if (next !== null) onMove(next)
    else if (!onKey?.(event.key)) return
    event.preventDefault()
  }
  return (
    <Box
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={chosen}
      onKeyDown={keys}
      sx={[FOCUS, ...(Array.isArray(sx) ? sx : [sx])]}
    >
      {children}
    </Box>
  )
}

interface OptionProps {
  id: string
  chosen: boolean
  onChoose: () => void
  sx?: SxProps<Theme>
  children: ReactNode
}

/** One option of an `OptionList`: words side by side, which break where it is narrow. */
export function Option({ id, chosen, onChoose, sx = PLAIN, children }: OptionProps) {
  return (
    <Box
      id={id}
      role="option"
      aria-selected={chosen}
      onClick={onChoose}
      sx={[
        {
          display: 'flex',
          alignItems: 'center',
          gap: '2px 12px',
          flexWrap: 'wrap',
          px: 3,
          py: 0.5,
          cursor: 'default',
          bgcolor: chosen ? 'action.selected' : undefined,
          '&:hover': { bgcolor: chosen ? 'action.selected' : 'action.hover' },
        },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      {children}
    </Box>
  )
}
