import Box from '@mui/material/Box'
import type { Column } from './column'

/** Height of the column heads in px. */
export const HEAD_HEIGHT = 31

/** The column heads, which stay while the rows scroll. */
export function ListHead<Row>({ columns, tracks }: { columns: readonly Column<Row>[]; tracks: string }) {
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
  onSelect: (row: Row) => void
  onOpen: (row: Row) => void
}

const EDGES = { overdue: 'error.main', soon: 'warning.main' }

/** One record of the list. */
export function ListRow<Row>(props: ListRowProps<Row>) {
  const { id, row, index, columns, tracks, top, height, selected, tone, onSelect, onOpen } = props
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
      {columns.map((column) => (
        <Box
          key={column.key}
          role="gridcell"
          sx={{ textAlign: column.align, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {column.render(row)}
        </Box>
      ))}
    </Box>
  )
}
