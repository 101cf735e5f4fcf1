import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Two columns of fields (one where it is narrow); a field with `wide` takes both. */
export function FormGrid({ columns = 2, children }: { columns?: 1 | 2 | 3; children: ReactNode }) {
  const min = columns === 3 ? 150 : 220
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '12px 16px',
        alignItems: 'start',
        gridTemplateColumns:
          columns === 1
            ? 'minmax(0, 1fr)'
            : `repeat(auto-fit, minmax(max(${min}px, ${100 / columns - 4}%), 1fr))`,
      }}
    >
      {children}
    </Box>
  )
}
