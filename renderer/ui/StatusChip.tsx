import Box from '@mui/material/Box'

/** What a state means for the eye; the word comes with it. */
export type ChipTone = 'fresh' | 'working' | 'waiting' | 'good' | 'done' | 'danger' | 'soon' | 'void'

// A shape a tone, so that the state can be told without colour (ui.md, "Record").
const SHAPES: Record<ChipTone, string> = {
  fresh: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.6a2.9 2.9 0 1 1 0 5.8 2.9 2.9 0 0 1 0-5.8Z',
  working: 'M6 1.5a4.5 4.5 0 1 0 0 9Zm0 0',
  waiting: 'M2.5 2h2.4v8H2.5Zm4.6 0h2.4v8H7.1Z',
  good: 'M4.9 10 1.3 6.4l1.3-1.3 2.3 2.3 4.6-4.7 1.3 1.3Z',
  done: 'M2 2h8v8H2Z',
  danger: 'M6 1 11.4 10.5H.6Z',
  soon: 'M6 .8 11.2 6 6 11.2.8 6Z',
  void: 'm2.4 1.2 3.6 3.5 3.6-3.5 1.2 1.2L7.3 6l3.5 3.6-1.2 1.2L6 7.3l-3.6 3.5-1.2-1.2L4.7 6 1.2 2.4Z',
}

const COLOURS: Record<ChipTone, string> = {
  fresh: 'info.main',
  working: 'primary.main',
  waiting: 'text.secondary',
  good: 'success.main',
  done: 'text.secondary',
  danger: 'error.main',
  soon: 'warning.main',
  void: 'text.disabled',
}

/** A state as a word with a colour and a shape. */
export function StatusChip({ tone, label, plain }: { tone: ChipTone; label: string; plain?: boolean }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        maxWidth: '100%',
        px: plain ? 0 : 1.5,
        height: 22,
        fontSize: 13,
        lineHeight: '22px',
        whiteSpace: 'nowrap',
        color: COLOURS[tone],
        border: plain ? 0 : '1px solid',
        borderColor: 'currentcolor',
        borderRadius: '4px',
        textDecoration: tone === 'void' ? 'line-through' : undefined,
      }}
    >
      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true" style={{ flexShrink: 0 }}>
        <path d={SHAPES[tone]} fill="currentColor" />
      </svg>
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {label}
      </Box>
    </Box>
  )
}
