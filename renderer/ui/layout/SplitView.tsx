import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '../remember'
import { TwoStepsContext } from './twoSteps'

interface SplitViewProps {
  /** Under this name the division is remembered. */
  id: string
  list: ReactNode
  /** The open record, or null: then the list has the whole width in two steps, and `nothing` shows beside it. */
  record: ReactNode | null
  /** Shown at the right while no record is open. */
  nothing?: ReactNode
  /** The list's part at first, in percent. */
  defaultPercent?: number
}

const STEP = 2
const [LEAST, MOST] = [25, 75]

const clamp = (percent: number) => Math.min(MOST, Math.max(LEAST, Math.round(percent)))

/** List left, record right, adjustable and remembered; at 1,100 px and below two steps (ui.md, "Frame"). */
export function SplitView(props: SplitViewProps) {
  const { id, list, record, nothing, defaultPercent = 42 } = props
  const { t } = useTranslation('ui')
  const [percent, setPercent] = useRemembered(`split.${id}`, defaultPercent)
  const frame = useRef<HTMLDivElement>(null)
  useFocusOnReturn(frame, Boolean(record))
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return
    const box = frame.current.getBoundingClientRect()
    setPercent(clamp(((event.clientX - box.left) / box.width) * 100))
  }
  const nudge = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0
    if (!step || event.altKey) return
    event.preventDefault()
    setPercent(clamp(percent + step))
  }
  // The list stays mounted under an open record, so that its place, filter and cursor are kept.
  const listWidth = narrow ? '100%' : `${percent}%`
  return (
    <Box ref={frame} sx={{ display: 'flex', height: '100%', minHeight: 0, minWidth: 0 }}>
      <Box
        sx={{
          width: listWidth,
          display: narrow && record ? 'none' : 'flex',
          flexDirection: 'column',
          minWidth: 0,
          minHeight: 0,
        }}
      >
        <TwoStepsContext value={narrow}>{list}</TwoStepsContext>
      </Box>
      {!narrow && (
        <Box
          role="separator"
          aria-orientation="vertical"
          aria-label={t('split.label')}
          aria-valuemin={LEAST}
          aria-valuemax={MOST}
          aria-valuenow={percent}
          tabIndex={0}
          onKeyDown={nudge}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          sx={{
            width: 7,
            flexShrink: 0,
            cursor: 'col-resize',
            borderLeft: '1px solid',
            borderColor: 'divider',
            '&:hover, &:focus-visible': { bgcolor: 'action.focus' },
          }}
        />
      )}
      {(record || !narrow) && (
        <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          {record ?? nothing}
        </Box>
      )}
    </Box>
  )
}

/** A record that closes takes the focus with it: the list has the keyboard again as soon as it can be seen. */
function useFocusOnReturn(frame: RefObject<HTMLDivElement | null>, open: boolean): void {
  const before = useRef(open)
  useEffect(() => {
    const closed = before.current && !open
    before.current = open
    const lost = !document.activeElement || document.activeElement === document.body
    if (closed && lost) frame.current?.querySelector<HTMLElement>('[role=grid], [role=listbox]')?.focus()
  }, [frame, open])
}
