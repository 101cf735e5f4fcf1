import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import { type ReactNode, useId } from 'react'
import { useRemembered } from '../remember'

interface SectionPanelProps {
  /** Under this name the fold is remembered: one a kind of panel, not one a record. */
  id: string
  title: string
  /** How many things are inside, shown while folded too. */
  count?: number
  /** Buttons at the right of the head. */
  actions?: ReactNode
  defaultOpen?: boolean
  children: ReactNode
}

/** A part of a record with a head that folds; the choice is remembered (ui.md, "Record"). */
export function SectionPanel(props: SectionPanelProps) {
  const { id, title, count, actions, defaultOpen = true, children } = props
  const [open, setOpen] = useRemembered(`fold.${id}`, defaultOpen)
  const bodyId = useId()
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ border: '1px solid', borderColor: 'divider', borderRadius: '4px', bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pr: 2, minHeight: 36 }}>
        <Box component="h2" sx={{ m: 0, flex: 1, font: 'inherit' }}>
          <Box
            component="button"
            type="button"
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setOpen(!open)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              width: '100%',
              minHeight: 36,
              px: 2,
              font: 'inherit',
              fontWeight: 600,
              color: 'text.primary',
              background: 'none',
              border: 0,
              textAlign: 'left',
            }}
          >
            <ExpandMore aria-hidden sx={{ transform: open ? undefined : 'rotate(-90deg)' }} />
            {title}
            {count !== undefined && (
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                {count}
              </Box>
            )}
          </Box>
        </Box>
        {actions}
      </Box>
      <Box id={bodyId} hidden={!open} sx={{ p: 3, pt: 1 }}>
        {open && children}
      </Box>
    </Box>
  )
}
