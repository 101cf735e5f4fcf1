import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Says what this place is for and offers the first action (ui.md, "List"). */
export function EmptyState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        placeItems: 'center',
        alignContent: 'center',
        gap: 2,
        p: 6,
        height: '100%',
        textAlign: 'center',
      }}
    >
      <Box sx={{ fontSize: 16, fontWeight: 600 }}>{title}</Box>
      {text && <Box sx={{ color: 'text.secondary', maxWidth: 420 }}>{text}</Box>}
      {action}
    </Box>
  )
}
