import Box from '@mui/material/Box'
import { type ReactNode, useId } from 'react'

/** Tables in it begin where its title does. */
export const TABLE_LOOK = {
  '& th, & td': { px: 0, pr: 3, borderBottomColor: 'divider' },
} as const

/** One of the three: its name, what it counts, and the list or a word that there is nothing. */
export function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        minWidth: 0,
        p: 3,
        display: 'grid',
        gap: 2,
        bgcolor: 'background.paper',
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '4px',
      }}
    >
      <div>
        <Box component="h2" id={id} sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
          {title}
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{text}</Box>
      </div>
      {children}
    </Box>
  )
}
