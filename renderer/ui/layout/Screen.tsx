import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

interface ScreenHeadProps {
  title: ReactNode
  /** State, deadline and the like, after the title. */
  facts?: ReactNode
  /** The main button first in meaning stands last at the right. */
  actions?: ReactNode
  /** Filters or tabs, on a line of their own. */
  children?: ReactNode
}

/** The head of a list or a record. */
export function ScreenHead({ title, facts, actions, children }: ScreenHeadProps) {
  return (
    <Box
      sx={{ px: 4, py: 2, borderBottom: '1px solid', borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '4px 12px', flexWrap: 'wrap', minHeight: 36 }}>
        <Box component="h1" sx={{ m: 0, fontSize: 18, fontWeight: 600, overflowWrap: 'anywhere' }}>
          {title}
        </Box>
        {facts}
        <Box sx={{ ml: 'auto', display: 'flex', gap: 2, flexWrap: 'wrap' }}>{actions}</Box>
      </Box>
      {children && <Box sx={{ mt: 1 }}>{children}</Box>}
    </Box>
  )
}

/** The part of a screen that scrolls; `narrow` for forms that should not run across a wide screen. */
export function ScreenBody({ children, narrow }: { children: ReactNode; narrow?: boolean }) {
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4 }}>
      <Box sx={{ maxWidth: narrow ? 880 : undefined, display: 'grid', gap: 4, alignContent: 'start' }}>
        {children}
      </Box>
    </Box>
  )
}
