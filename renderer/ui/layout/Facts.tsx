import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface Fact {
  label: string
  /** Nothing is shown for null, undefined and ''. */
  value: ReactNode
  /** The person's own words: large, line breaks kept. */
  large?: boolean
}

/** Labels and values of a record that is read, in the order given; empty ones are left out. */
export function Facts({ items, columns = 1 }: { items: readonly Fact[]; columns?: 1 | 2 }) {
  const shown = items.filter((item) => item.value !== null && item.value !== undefined && item.value !== '')
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: '4px 16px',
        gridTemplateColumns: columns === 2 ? 'repeat(auto-fit, minmax(240px, 1fr))' : 'minmax(0, 1fr)',
      }}
    >
      {shown.map((item) => (
        <Box
          key={item.label}
          sx={{
            display: item.large ? 'block' : 'grid',
            gridTemplateColumns: '88px minmax(0, 1fr)',
            gap: 2,
            gridColumn: item.large ? '1 / -1' : undefined,
          }}
        >
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {item.label}
          </Box>
          <Box
            component="dd"
            sx={{
              m: 0,
              overflowWrap: 'anywhere',
              whiteSpace: 'pre-wrap',
              fontSize: item.large ? 16 : undefined,
            }}
          >
            {item.value}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
