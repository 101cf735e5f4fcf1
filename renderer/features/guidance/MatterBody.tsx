import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/**
 * The part of a matter that scrolls. No room below it: the buttons of a form stay at its very foot, and nothing shows
 * under them.
 */
export function MatterBody({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 4 }}>
      <Box sx={{ maxWidth: 880, display: 'grid', gap: 4, alignContent: 'start' }}>{children}</Box>
    </Box>
  )
}
