import Box from '@mui/material/Box'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { type RecordTable, type RecordTables, useData, useRole } from '../../data'
import { type MenuAction, useOnceLoaded, VirtualList } from '../../ui'
import { useListExport } from '../export/useListExport'
import { type Batch, batchRecords } from './batch'
import { BatchMenu } from './BatchMenu'
import { ColumnsMenu } from './ColumnsMenu'
import { roomFor } from './columns'
import type { ListDefinition, Room } from './definition'
import { isFiltered } from './filterQuery'
import { filterWords } from './filterWords'
import { ListBar } from './ListBar'
import { StatusLine } from './StatusLine'
import { useColumnChoice } from './useColumnChoice'
import { useFilters } from './useFilters'
import { useListRows } from './useListRows'
import { useOutside } from './useOutside'
import { useSelection } from './useSelection'

interface RegisterListProps<K extends RecordTable> {
  list: ListDefinition<K>
  /** The record that is open, or was. */
  selectedId: string | null
  /** The record that is open beside the list. */
  openId: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  /** The frame, through which the list is given the focus. */
  frame: RefObject<HTMLDivElement | null>
  /** What the list says when it has nothing to show. */
  renderEmpty: (filtered: boolean) => ReactNode
  /** What can be done with many records at once, besides exporting them. */
  batchActions?: (batch: Batch<K>) => readonly MenuAction[]
  /** Further buttons beside those of the list itself. */
  tools?: ReactNode
}

/** The list of a register: search, filters, saved filters, columns, selection, and one line a record (ui, "List"). */
export function RegisterList<K extends RecordTable>(props: RegisterListProps<K>) {
  const { list, frame, onSelect, onOpen } = props
  const { t } = useTranslation('list')
  const data = useData()
  const filters = useFilters(list)
  const room = useRoom(frame)
  const columns = useColumnChoice(list, room)
  const { filter, rows, total, minute, ...reading } = useListRows(list, filters)
  const asked = JSON.stringify([filters.values, filters.query])
  const { selection, count, marks } = useSelection(asked, total ?? rows.length, {
    idOf: (row: RecordTables[K]) => row.id,
    nameOf: list.nameOf,
  })
  const batch: Batch<K> = {
    table: list.table,
    count: count || (total ?? rows.length),
    selected: count > 0,
    words: filterWords(list.filters, filters.values, filters.query, t),
    records: () =>
      batchRecords(data, {
        filter,
        kind: list.searchKind,
        query: filters.query,
        selection,
        listed: rows.map(({ id }) => id),
      }),
  }
  const exporting = useListExport(list)
  const mayExport = may(useRole(), 'record.export')
  const actions = [
    ...(props.batchActions?.(batch) ?? []),
    ...(mayExport ? [{ label: t('batch.export'), run: () => exporting.run(batch) }] : []),
  ]
  const isLate = (row: RecordTables[K]) => (list.dueOf(row) ?? '~') < minute
  const searching = filters.query.trim() !== ''
  const outside = useOutside(props.openId, { filter, rows, ...reading }, searching)
  const openFirst = useOnceLoaded(reading.loading, () => rows[0] && onOpen(rows[0].id))
  // The list shows where it stands, though it be still looking.
  const markFirst = useOnceLoaded(reading.loading, () => {
    if (rows[0] && !rows.some(({ id }) => id === props.selectedId)) onSelect(rows[0].id)
  })
  const searchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    if (event.key === 'Enter' && searching) return openFirst()
    focusGrid(frame)
    markFirst()
  }
  return (
    <Box
      ref={frame}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1, overflow: 'auto' }}
    >
      <ListBar list={list} filters={filters} onSearchKey={searchKey} />
      <StatusLine
        total={total}
        listed={rows.length}
        searching={searching}
        selected={count}
        outside={outside}
        onDeselect={marks.none}
      >
        {props.tools}
        <ColumnsMenu columns={list.columns} shown={columns.keys} onChoose={columns.choose} />
        <BatchMenu count={batch.count} selected={batch.selected} actions={actions} />
      </StatusLine>
      {exporting.progress}
      {/* In a very low window (zoom 200 %) the filters scroll away, and some rows are always in sight. */}
      <Box sx={{ flex: '1 0 168px', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <VirtualList
          label={list.label}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns.columns}
          selectedKey={props.selectedId}
          onSelect={(row) => onSelect(row.id)}
          onOpen={(row) => onOpen(row.id)}
          hasMore={reading.hasMore}
          loadMore={reading.loadMore}
          loading={reading.loading}
          empty={props.renderEmpty(searching || isFiltered(list.defaults, filters.values))}
          rowTone={(row) => (isLate(row) ? 'overdue' : undefined)}
          marks={marks}
        />
      </Box>
      {reading.readers}
    </Box>
  )
}

/** Gives the list the keyboard. */
export function focusGrid(frame: RefObject<HTMLDivElement | null>): void {
  frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
}

function useRoom(frame: RefObject<HTMLDivElement | null>): Room {
  const [room, setRoom] = useState<Room>('narrow')
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const sizes = new ResizeObserver(() => {
      if (element.clientWidth > 0) setRoom(roomFor(element.clientWidth))
    })
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [frame])
  return room
}
