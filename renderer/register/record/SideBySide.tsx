import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** From this width on there is room for two columns. */
const BESIDE = '@container (min-width: 760px)'

/** Something that stands in the side too: shown here only where the side has gone below. */
export function WhereSideIsBelow({ children }: { children: ReactNode }) {
  return <Box sx={{ [BESIDE]: { display: 'none' }, '&:empty': { display: 'none' } }}>{children}</Box>
}

/** What is worked on, with what belongs to it at the right; below it where there is no room. */
export function SideBySide({
  children,
  side,
  label,
}: {
  children: ReactNode
  side: ReactNode
  label?: string
}) {
  return (
    <Box sx={{ containerType: 'inline-size', pb: 3 }}>
      <Box
        sx={{
          display: 'grid',
          gap: '12px 16px',
          alignItems: 'start',
          gridTemplateColumns: 'minmax(0, 1fr)',
          [BESIDE]: { gridTemplateColumns: 'minmax(0, 1fr) 280px' },
          '@container (min-width: 1240px)': { gridTemplateColumns: 'minmax(0, 1fr) 360px' },
        }}
      >
        {children}
        <Box
          component="aside"
          aria-label={label}
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3, minWidth: 0 }}
        >
          {side}
        </Box>
      </Box>
    </Box>
  )
}
