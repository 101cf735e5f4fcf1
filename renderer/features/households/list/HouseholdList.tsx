import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import { type Column, EmptyState, ScreenHead, SearchBox, StatusChip, VirtualList } from '../../../ui'
import { ExportMenu } from '../export/ExportMenu'
import { STATUS_TONES } from '../words'
import { Residents } from './Residents'
import { type HouseholdRow, useHouseholdRows } from './useHouseholdRows'

interface HouseholdListProps {
  frame: RefObject<HTMLDivElement | null>
  selectedId: string | null
  onSelect: (unitId: string) => void
  onOpen: (unitId: string) => void
  onNew: () => void
  onImport: () => void
  onBlacklist: () => void
}

/** 住户列表: search by door number, name, pinyin initials, part of a phone or plate; one line a unit (domain 4). */
export function HouseholdList(props: HouseholdListProps) {
  const { frame, selectedId, onSelect, onOpen } = props
  const { t } = useTranslation('households')
  const [query, setQuery] = useState('')
  const { rows, loading, hasMore, loadMore, found } = useHouseholdRows(query)
  const columns = useColumns()
  const searchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = rows[0]
    if (event.key === 'Enter' && first && query.trim()) onOpen(first.unit.id)
    else if (event.key === 'ArrowDown') focusGrid(frame)
    else return
    event.preventDefault()
  }
  return (
    <Box ref={frame} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <ScreenHead title={t('title')} actions={<ListActions {...props} />}>
        <SearchBox
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={query}
          onChange={setQuery}
          onKeyDown={searchKey}
          width="100%"
        />
      </ScreenHead>
      <Box role="status" sx={{ color: 'text.secondary', fontSize: 13 }}>
        {found !== null && <Box sx={{ px: 3, py: 1 }}>{t('list.found', { count: found })}</Box>}
      </Box>
      <VirtualList
        label={t('list.label')}
        rows={rows}
        rowKey={(row) => row.unit.id}
        columns={columns}
        selectedKey={selectedId}
        onSelect={(row) => onSelect(row.unit.id)}
        onOpen={(row) => onOpen(row.unit.id)}
        hasMore={hasMore}
        loadMore={loadMore}
        loading={loading}
        empty={<NothingHere searched={query.trim() !== ''} onNew={props.onNew} onImport={props.onImport} />}
      />
    </Box>
  )
}

/** Gives the list the keyboard. */
export function focusGrid(frame: RefObject<HTMLDivElement | null>): void {
  frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
}

function ListActions({ onImport, onBlacklist }: HouseholdListProps) {
  const { t } = useTranslation('households')
  const role = useRole()
  return (
    <>
      <Button variant="text" onClick={onBlacklist}>
        {t('action.blacklist')}
      </Button>
      {may(role, 'household.export') && <ExportMenu />}
      {may(role, 'household.import') && <Button onClick={onImport}>{t('action.import')}</Button>}
    </>
  )
}

function useColumns(): Column<HouseholdRow>[] {
  const { t } = useTranslation('households')
  return useMemo(
    () => [
      {
        key: 'code',
        header: t('field.door'),
        width: 'minmax(88px, 1fr)',
        render: ({ unit }) => <strong>{unit.code}</strong>,
      },
      {
        key: 'who',
        header: t('list.who'),
        width: 'minmax(120px, 3fr)',
        render: ({ unit, through }) => <Residents unitId={unit.id} through={through} />,
      },
      {
        key: 'status',
        header: t('field.status'),
        width: '84px',
        render: ({ unit }) => (
          <StatusChip plain tone={STATUS_TONES[unit.status]} label={t(`status.${unit.status}`)} />
        ),
      },
      { key: 'use', header: t('field.use'), width: '64px', render: ({ unit }) => t(`use.${unit.use}`) },
    ],
    [t],
  )
}

interface NothingHereProps {
  searched: boolean
  onNew: () => void
  onImport: () => void
}

function NothingHere({ searched, onNew, onImport }: NothingHereProps) {
  const { t } = useTranslation('households')
  const writes = may(useRole(), 'household.write')
  if (searched) return <EmptyState title={t('list.nothing')} text={t('list.nothingText')} />
  const first = writes && (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <Button variant="contained" onClick={onImport}>
        {t('list.startFromTable')}
      </Button>
      <Button onClick={onNew}>{t('list.startByHand')}</Button>
    </Box>
  )
  return <EmptyState title={t('list.purpose')} text={t('list.purposeText')} action={first} />
}
