import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole, useUser } from '../../../data'
import { EmptyState, recall, remember, useNow, VirtualList } from '../../../ui'
import { type Room, roomFor, useColumns } from './columns'
import { FilterBar } from './FilterBar'
import { DEFAULT_FILTERS, type Filters, facetsOf, readFilters } from './filters'
import { useComplaintCounts } from './useComplaintCounts'
import { useFoundComplaints } from './useFoundComplaints'
import { useListed } from '../../../register/list/useListed'

interface ComplaintListProps {
  /** The record that is open, or was. */
  selectedId: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onNew: () => void
  /** The frame, through which the list is given the focus. */
  frame: RefObject<HTMLDivElement | null>
}

const FILTERS = 'complaints.filters'

/** 投诉列表: filters, search, and one line a record by what is due next. */
export function ComplaintList({ selectedId, onSelect, onOpen, onNew, frame }: ComplaintListProps) {
  const { t } = useTranslation('complaints')
  // Each user's own: what the supervisor filtered would hide the clerk's work.
  const remembered = `${FILTERS}.${useUser().id}`
  const [filters, setFilters] = useState(() => readFilters(recall<unknown>(remembered, null)))
  const [query, setQuery] = useState('')
  const searchBox = useRef<HTMLInputElement>(null)
  const counts = useComplaintCounts()
  const now = useMinute()
  const facets = facetsOf(filters)
  const listed = useListed('complaints', facets, filters.overdue ? now : undefined)
  const found = useFoundComplaints(query, facets, JSON.stringify(counts))
  const columns = useColumns(useRoom(frame))
  const late = (record: Complaint) => record.duty !== null && record.duty.dueAt < now

  const change = (next: Filters) => {
    setFilters(next)
    remember(remembered, next)
  }
  const searchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    focusGrid(frame)
  }
  const rows = found ? found.rows.filter((row) => !filters.overdue || late(row)) : listed.rows
  const empty = (
    <NothingHere
      register={counts?.['all'] === 0}
      filtered={query.trim() !== '' || JSON.stringify(filters) !== JSON.stringify(DEFAULT_FILTERS)}
      onNew={onNew}
    />
  )
  return (
    <Box
      ref={frame}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1, overflow: 'auto' }}
    >
      <FilterBar
        filters={filters}
        onFilters={change}
        query={query}
        onQuery={setQuery}
        counts={counts ?? {}}
        searchRef={searchBox}
        onSearchKey={searchKey}
      />
      {found && (
        <Box role="status" sx={{ px: 3, py: 1, color: 'text.secondary', fontSize: 13 }}>
          {t('list.found', { count: found.total })}
        </Box>
      )}
      {/* In a very low window (zoom 200 %) the filters scroll away, and some rows are always in sight. */}
      <Box sx={{ flex: '1 0 168px', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <VirtualList
          label={t('list.label')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          selectedKey={selectedId}
          onSelect={(row) => onSelect(row.id)}
          onOpen={(row) => onOpen(row.id)}
          hasMore={!found && listed.hasMore}
          loadMore={listed.loadMore}
          loading={found ? found.loading : listed.loading}
          empty={empty}
          rowTone={(row) => (late(row) ? 'overdue' : undefined)}
        />
      </Box>
      {listed.readers}
    </Box>
  )
}

/** Gives the list the keyboard. */
export function focusGrid(frame: RefObject<HTMLDivElement | null>): void {
  frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
}

/** The present, by the minute: what is late is asked again no more often than that. */
function useMinute(): string {
  const now = useNow()
  return new Date(Math.floor(now / 60_000) * 60_000).toISOString()
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

interface NothingHereProps {
  /** The register itself is empty. */
  register: boolean
  filtered: boolean
  onNew: () => void
}

function NothingHere({ register, filtered, onNew }: NothingHereProps) {
  const { t } = useTranslation('complaints')
  const mayRegister = may(useRole(), 'record.register')
  const first = mayRegister && (
    <Button variant="contained" onClick={onNew}>
      {register ? t('list.first') : t('list.new')}
    </Button>
  )
  if (register) return <EmptyState title={t('list.purpose')} text={t('list.purposeText')} action={first} />
  if (filtered) return <EmptyState title={t('list.nothingHere')} text={t('list.nothingText')} />
  return <EmptyState title={t('list.allDone')} text={t('list.allDoneText')} action={first} />
}
