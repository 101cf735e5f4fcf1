import Box from '@mui/material/Box'
import type { Column } from './column'
import { ListCell } from './ListCell'
import { MarkBox, type Marks } from './marks'

/** Height of the column heads in px. */
export const HEAD_HEIGHT = 31

interface ListHeadProps<Row> {
  columns: readonly Column<Row>[]
  tracks: string
  marks: Marks<Row> | undefined
}

/** The column heads, which stay while the rows scroll. */
export function ListHead<Row>({ columns, tracks, marks }: ListHeadProps<Row>) {
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: tracks,
          columnGap: 2,
          px: 2,
          height: HEAD_HEIGHT,
          alignItems: 'center',
          borderBottom: '1px solid',
          borderBottomColor: 'divider',
          borderLeft: '3px solid transparent',
          color: 'text.secondary',
          fontSize: 13,
        }}
      >
        {marks && (
          <Box role="columnheader">
            <MarkBox
              label={marks.allLabel}
              checked={marks.state === 'all'}
              some={marks.state === 'some'}
              onToggle={marks.state === 'none' ? marks.all : marks.none}
            />
          </Box>
        )}
        {columns.map((column) => (
          <Box key={column.key} role="columnheader" sx={{ textAlign: column.align, whiteSpace: 'nowrap' }}>
            {column.header}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

interface ListRowProps<Row> {
  id: string
  row: Row
  index: number
  columns: readonly Column<Row>[]
  tracks: string
  top: number
  height: number
  selected: boolean
  tone: 'overdue' | 'soon' | undefined
  marks: Marks<Row> | undefined
  /** Said of a damaged record where a column can say nothing of it. */
  damaged: string
  onSelect: (row: Row) => void
  onOpen: (row: Row) => void
}

const EDGES = { overdue: 'error.main', soon: 'warning.main' }

/** One record of the list. */
export function ListRow<Row>(props: ListRowProps<Row>) {
  const { id, row, index, columns, tracks, top, height, selected, tone, marks, onSelect, onOpen } = props
  return (
    <Box
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      onClick={() => onSelect(row)}
      onDoubleClick={() => onOpen(row)}
      sx={{
        position: 'absolute',
        top,
        left: 0,
        right: 0,
        height,
        display: 'grid',
        gridTemplateColumns: tracks,
        columnGap: 2,
        px: 2,
        alignItems: 'center',
        borderBottom: '1px solid',
        borderBottomColor: 'divider',
        borderLeft: '3px solid',
        borderLeftColor: tone ? EDGES[tone] : 'transparent',
        bgcolor: selected ? 'action.selected' : undefined,
        '&:hover': { bgcolor: selected ? 'action.selected' : 'action.hover' },
      }}
    >
      {marks && (
        <Box role="gridcell">
          <MarkBox label={marks.label(row)} checked={marks.has(row)} onToggle={() => marks.toggle(row)} />
        </Box>
      )}
      {columns.map((column) => (
        <Box
          key={column.key}
          role="gridcell"
          sx={{ textAlign: column.align, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <ListCell column={column} row={row} damaged={props.damaged} />
        </Box>
      ))}
    </Box>
  )
}
