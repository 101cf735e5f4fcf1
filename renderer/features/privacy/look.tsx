import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

const tableLook = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { textAlign: 'left', pr: 3, py: 1, borderBottom: '1px solid', borderColor: 'divider' },
  '& thead th': { fontWeight: 400, fontSize: 13, color: 'text.secondary', whiteSpace: 'nowrap' },
  '& tbody th': { fontWeight: 400 },
  '& td:has(input)': { width: '1%' },
} as const

/** A small table: heads, and rows as they are given. */
export function Table({ label, heads, children }: { label: string; heads: string[]; children: ReactNode }) {
  return (
    <Box component="table" aria-label={label} sx={tableLook}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Box>
  )
}

/** A sentence that explains a part. */
export function Says({ children }: { children: ReactNode }) {
  return <Box sx={{ color: 'text.secondary', mb: 2, maxWidth: '72ch' }}>{children}</Box>
}
