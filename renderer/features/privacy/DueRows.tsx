import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDayOf } from '../../../shared/util/civilTime'
import type { DueRecord, DueRegister } from '../../data'
import { type Column, formatNumber, type Marks, useRowHeight, VirtualList } from '../../ui'
import { useDueRows } from './useDueRows'
import { useDueWords } from './useDueWords'

interface DueRowsProps {
  due: DueRegister
  marks: Marks<DueRecord>
  cursor: DueRecord | null
  onCursor: (row: DueRecord) => void
  onOpen: (row: DueRecord) => void
}

/** The list itself: a first cleaning after years may find thousands, and only what is in sight is drawn. */
export function DueRows({ due, marks, cursor, onCursor, onOpen }: DueRowsProps) {
  const { t } = useTranslation('privacy')
  const { rows, hasMore, loadMore } = useDueRows(due, cursor?.id ?? null)
  // Few rows take no more room than they need; the head and two edges come with them.
  const whole = due.places.length * useRowHeight() + 36
  return (
    <Box
      sx={{
        height: `min(${whole}px, 52vh, 520px)`,
        display: 'flex',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '4px',
        overflow: 'hidden',
      }}
    >
      <VirtualList
        label={t('cleaning.list')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={useColumns()}
        selectedKey={cursor?.id ?? null}
        onSelect={onCursor}
        onOpen={onOpen}
        hasMore={hasMore}
        loadMore={loadMore}
        loading={rows.length === 0 && hasMore}
        empty={null}
        marks={marks}
        autoFocus
      />
    </Box>
  )
}

function useColumns(): Column<DueRecord>[] {
  const { t } = useTranslation('privacy')
  const wordsOf = useDueWords()
  return useMemo(
    () => [
      {
        key: 'record',
        header: t('cleaning.record'),
        width: 'minmax(136px, 2fr)',
        render: ({ title }) => title,
      },
      {
        key: 'ended',
        header: t('cleaning.ended'),
        width: '88px',
        render: ({ endedAt }) => civilDayOf(endedAt),
      },
      {
        key: 'until',
        header: t('cleaning.until'),
        width: '88px',
        render: ({ keptUntil }) => civilDayOf(keptUntil),
      },
      {
        key: 'files',
        header: t('cleaning.files'),
        width: '44px',
        align: 'right',
        render: ({ files }) => (files > 0 ? formatNumber(files) : ''),
      },
      { key: 'why', header: t('cleaning.why'), width: 'minmax(120px, 3fr)', render: wordsOf },
    ],
    [t, wordsOf],
  )
}
