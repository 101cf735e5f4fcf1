import FitScreen from '@mui/icons-material/FitScreen'
import RotateLeft from '@mui/icons-material/RotateLeft'
import RotateRight from '@mui/icons-material/RotateRight'
import ZoomIn from '@mui/icons-material/ZoomIn'
import ZoomOut from '@mui/icons-material/ZoomOut'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Look, zoomed } from './imageLayout'

interface ImageToolsProps {
  look: Look
  /** The zoom that is shown, whether it was chosen or fits. */
  zoom: number
  onLook: (look: Look) => void
}

/** Nearer (+), farther (−), whole (0), turned (R, Shift+R). */
export function ImageTools({ look, zoom, onLook }: ImageToolsProps) {
  const { t } = useTranslation('attachments')
  const turn = (by: number) => onLook({ ...look, turns: (look.turns + by + 4) % 4 })
  const tools = [
    { name: t('zoomIn'), key: '+', Icon: ZoomIn, run: () => onLook({ ...look, zoom: zoomed(zoom, true) }) },
    {
      name: t('zoomOut'),
      key: '-',
      Icon: ZoomOut,
      run: () => onLook({ ...look, zoom: zoomed(zoom, false) }),
    },
    { name: t('fit'), key: '0', Icon: FitScreen, run: () => onLook({ ...look, zoom: null }) },
    { name: t('turnLeft'), key: 'R', Icon: RotateLeft, run: () => turn(-1) },
    { name: t('turnRight'), key: 'r', Icon: RotateRight, run: () => turn(1) },
  ]
  useKeys(tools)
  return (
    <Box
      role="toolbar"
      aria-label={t('tools')}
      sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 3, pb: 1 }}
    >
      {tools.map(({ name, key, Icon, run }) => (
        <Tooltip key={name} title={`${name} ${key === 'R' ? 'Shift+R' : key.toUpperCase()}`}>
          <IconButton aria-label={name} onClick={run}>
            <Icon />
          </IconButton>
        </Tooltip>
      ))}
      <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {Math.round(zoom * 100)}%
      </Box>
    </Box>
  )
}

function useKeys(tools: readonly { key: string; run: () => void }[]): void {
  const newest = useRef(tools)
  useEffect(() => {
    newest.current = tools
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input, textarea')) return
      const pressed = event.key === '=' ? '+' : event.key
      newest.current.find(({ key }) => key === pressed)?.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
