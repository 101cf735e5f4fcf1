import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

interface RowsProps {
  /** Name of the table for those who hear it. */
  label: string
  heads: readonly string[]
  rows: readonly { id: string; cells: readonly ReactNode[] }[]
  /** The sum, under the rows. */
  foot?: ReactNode
}

/** A small table for reading; nothing where there are no rows. */
export function Rows({ label, heads, rows, foot }: RowsProps) {
  if (rows.length === 0) return null
  return (
    <Box sx={{ minWidth: 0, overflowX: 'auto' }}>
      <Box component="table" aria-label={label} sx={LOOK}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      {foot && <Box sx={{ mt: 1, fontWeight: 600 }}>{foot}</Box>}
    </Box>
  )
}

const LOOK = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th': { textAlign: 'left', fontWeight: 400, color: 'text.secondary', whiteSpace: 'nowrap' },
  '& th, & td': {
    p: '4px 12px 4px 0',
    verticalAlign: 'top',
    borderBottom: '1px solid',
    borderColor: 'divider',
    overflowWrap: 'anywhere',
  },
} as const
