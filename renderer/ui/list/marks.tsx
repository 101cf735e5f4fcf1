import Box from '@mui/material/Box'
import { type KeyboardEvent, useRef } from 'react'

/** Rows that can be selected, several at a time, besides the one under the cursor. */
export interface Marks<Row> {
  has: (row: Row) => boolean
  /** Whether all, some or none of the rows are selected, for the box in the head. */
  state: 'all' | 'some' | 'none'
  /** Accessible name of a row's box. */
  label: (row: Row) => string
  allLabel: string
  toggle: (row: Row) => void
  /** Selects rows from where Shift was held first; `fresh` begins a new span. */
  span: (rows: readonly Row[], fresh: boolean) => void
  /** Everything, loaded or not. */
  all: () => void
  none: () => void
}

/** The track of the boxes. */
export const MARK_TRACK = '20px'

interface MarkKeys<Row> {
  marks: Marks<Row> | undefined
  rows: readonly Row[]
  cursor: number
}

/**
 * Space selects the row under the cursor, Ctrl+A everything, Esc nothing; with Shift held the cursor draws a span.
 * `press` answers true for a key that was its own, `moved` hears where the cursor goes.
 */
export function useMarkKeys<Row>({ marks, rows, cursor }: MarkKeys<Row>) {
  const anchor = useRef<number | null>(null)
  const press = (event: KeyboardEvent): boolean => {
    if (!marks || event.altKey) return false
    const row = rows[cursor]
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') marks.all()
    else if (event.ctrlKey || event.metaKey) return false
    else if (event.key === ' ' && row !== undefined) marks.toggle(row)
    else if (event.key === 'Escape' && marks.state !== 'none') marks.none()
    else return false
    anchor.current = null
    return true
  }
  const moved = (to: number, shift: boolean): void => {
    if (!shift || !marks) {
      anchor.current = null
      return
    }
    const fresh = anchor.current === null
    const from = anchor.current ?? Math.max(0, cursor)
    anchor.current = from
    marks.span(rows.slice(Math.min(from, to), Math.max(from, to) + 1), fresh)
  }
  return { press, moved }
}

interface MarkBoxProps {
  label: string
  checked: boolean
  some?: boolean
  onToggle: () => void
}

/** A box to select with the mouse; with the keyboard the list itself does it. */
export function MarkBox({ label, checked, some, onToggle }: MarkBoxProps) {
  return (
    <Box
      component="input"
      type="checkbox"
      tabIndex={-1}
      aria-label={label}
      checked={checked}
      ref={(box: HTMLInputElement | null) => {
        if (box) box.indeterminate = some === true
      }}
      onChange={onToggle}
      // The list keeps the keyboard.
      onMouseDown={(event) => {
        event.preventDefault()
        event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus()
      }}
      // A click on the box selects, and opens nothing.
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      sx={(theme) => ({
        display: 'block',
        width: 16,
        height: 16,
        m: 0,
        accentColor: theme.vars?.palette.primary.main,
      })}
    />
  )
}
