import Box from '@mui/material/Box'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useTwoSteps } from '../layout/twoSteps'
import type { Column } from './column'
import { cursorAfter } from './cursor'
import { useRowHeight } from './density'
import { HEAD_HEIGHT, ListHead, ListRow } from './ListParts'
import { MARK_TRACK, type Marks, useMarkKeys } from './marks'
import { ignoreSecondClick } from './secondClick'
import { showRow, useRowWindow } from './useRowWindow'

export interface VirtualListProps<Row> {
  /** Accessible name: 投诉列表. */
  label: string
  /** The rows read so far, from a keyset-paged query. */
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  /** The row under the cursor. */
  selectedKey: string | null
  /** Cursor keys move the cursor; so does a click, which opens where list and record take turns. */
  onSelect: (row: Row) => void
  /** Enter or a double click. */
  onOpen: (row: Row) => void
  hasMore: boolean
  /** Asks for the next page; may be called while one is being read and must then do nothing. */
  loadMore: () => void
  /** Shown when there are no rows and none are being read. */
  empty: ReactNode
  loading?: boolean
  /** A click opens the row wherever there is no record beside the list. */
  openOnClick?: boolean
  /** An edge beside rows that are late or nearly so. */
  rowTone?: (row: Row) => 'overdue' | 'soon' | undefined
  autoFocus?: boolean
  /** Lets rows be selected, several at a time. */
  marks?: Marks<Row> | undefined
}

const AHEAD = 10

/**
 * One line a record, 100,000 of them: only what is seen is drawn. Up, Down, Page, Home and End move the cursor, Enter
 * opens. The focus stays on the grid and the cursor is told by `aria-activedescendant`, so rows may come and go.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { rows, rowKey, columns, selectedKey, onSelect, onOpen, hasMore, loadMore, loading } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const height = useRowHeight()
  const twoSteps = useTwoSteps()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, end } = useRowWindow(scroller, height, rows.length)
  useEffect(() => {
    if (hasMore && end >= rows.length - AHEAD) loadMore()
  }, [hasMore, end, rows.length, loadMore])
  useEffect(() => {
    // A dialog may have been opened before the screen behind it was fetched: its keys must stay its own.
    const busy = document.activeElement?.closest('[aria-modal=true]')
    if (props.autoFocus && !busy) scroller.current?.focus()
  }, [props.autoFocus])

  const cursor = selectedKey === null ? -1 : rows.findIndex((row) => rowKey(row) === selectedKey)
  const leaveIt = useShownOnce(scroller, selectedKey, cursor, height)
  const marking = useMarkKeys({ marks: props.marks, rows, cursor })
  const keys = (event: KeyboardEvent) => {
    if (marking.press(event)) {
      event.preventDefault()
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const row = rows[cursor]
    if (event.key === 'Enter' && row !== undefined) onOpen(row)
    else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2)
      const next = cursorAfter(event.key, cursor, rows.length, page)
      const target = next === null ? undefined : rows[next]
      if (next === null || target === undefined) return
      marking.moved(next, event.shiftKey)
      onSelect(target)
      if (scroller.current) showRow(scroller.current, next, height, HEAD_HEIGHT)
    }
    event.preventDefault()
  }
  const click = (row: Row) => {
    // What moved under the pointer could not be clicked twice.
    leaveIt(rowKey(row))
    if (!twoSteps && !props.openOnClick) return onSelect(row)
    ignoreSecondClick()
    onOpen(row)
  }
  const boxes = props.marks ? [MARK_TRACK] : []
  const tracks = [...boxes, ...columns.map((column) => column.width)].join(' ')
  const cells = columns.length + boxes.length
  const drawn = cursor >= first && cursor < end
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-colcount={cells}
      aria-activedescendant={drawn ? `${id}${cursor}` : undefined}
      aria-busy={loading || undefined}
      tabIndex={0}
      onKeyDown={keys}
      onWheel={() => leaveIt(selectedKey)}
      onPointerDown={() => leaveIt(selectedKey)}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        bgcolor: 'background.paper',
        // The ring is drawn around the cursor, or around the list while it is empty.
        '&:focus-visible': { outlineOffset: '-2px', outlineWidth: rows.length > 0 ? 0 : 2 },
        '&:focus-visible [aria-selected=true]': {
          outline: '2px solid',
          outlineColor: 'primary.main',
          outlineOffset: '-2px',
        },
      }}
    >
      {/* As wide as the columns need: head and rows scroll sideways together where it is narrow. */}
      <Box role="presentation" sx={{ minWidth: 'min-content' }}>
        <ListHead columns={columns} tracks={tracks} marks={props.marks} />
        <Box role="rowgroup" sx={{ position: 'relative', height: rows.length * height }}>
          {rows.slice(first, end).map((row, offset) => {
            const index = first + offset
            return (
              <ListRow
                key={rowKey(row)}
                id={`${id}${index}`}
                row={row}
                index={index}
                columns={columns}
                tracks={tracks}
                top={index * height}
                height={height}
                selected={index === cursor}
                tone={props.rowTone?.(row)}
                marks={props.marks}
                damaged={t('list.damaged')}
                onSelect={click}
                onOpen={onOpen}
              />
            )
          })}
        </Box>
      </Box>
      {rows.length === 0 && (
        <Box role="row" sx={{ minHeight: 200 }}>
          <Box role="gridcell" aria-colspan={cells}>
            {loading ? <Box sx={{ p: 6, textAlign: 'center' }}>{t('list.reading')}</Box> : props.empty}
          </Box>
        </Box>
      )}
    </Box>
  )
}

/**
 * Brings the row under the cursor into sight when another one is chosen, from wherever: as soon as it is among the rows
 * that are read, unless whoever sits there has scrolled meanwhile. What is answered leaves the row `key` where it is.
 */
function useShownOnce(
  scroller: RefObject<HTMLElement | null>,
  selectedKey: string | null,
  cursor: number,
  height: number,
) {
  const done = useRef<string | null>(null)
  useEffect(() => {
    const element = scroller.current
    // A list that is hidden is scrolled once it is seen.
    if (done.current === selectedKey || cursor < 0 || !element?.clientHeight) return
    done.current = selectedKey
    showRow(element, cursor, height, HEAD_HEIGHT)
  })
  return useCallback((key: string | null) => {
    done.current = key
  }, [])
}
