import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'

/** How loud it is now: whoever records sees that the microphone hears. Drawn past React, sixty times a second. */
export function LevelBar({ level, label }: { level: () => number; label: string }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let frame = 0
    const draw = (): void => {
      if (bar.current) bar.current.style.transform = `scaleX(${level()})`
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => cancelAnimationFrame(frame)
  }, [level])
  return (
    <Box
      role="img"
      aria-label={label}
      sx={{ height: 8, borderRadius: '4px', overflow: 'hidden', bgcolor: 'action.selected' }}
    >
      <Box ref={bar} sx={{ height: '100%', bgcolor: 'primary.main', transformOrigin: 'left' }} />
    </Box>
  )
}
