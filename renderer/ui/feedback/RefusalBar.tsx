import Check from '@mui/icons-material/Check'
import Close from '@mui/icons-material/Close'
import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { refusalText } from '../i18n/translateKey'
import { AsideNotice, type NoticeTone, useNoticePlace } from './noticeStack'

/** What can be done about a refusal where it is said: a button, or nothing. Given by whoever knows a way out. */
export const RefusalWayContext = createContext<(refusal: Refusal) => ReactNode>(() => null)

/** A refusal that belongs to no field, in a bar above what was refused. */
export function RefusalBar({ refusal, onClose }: { refusal: Refusal | null; onClose?: () => void }) {
  const wayOut = useContext(RefusalWayContext)
  const bar = useRef<HTMLDivElement>(null)
  // Above a long form it would be said out of sight of whoever saved below.
  useEffect(() => {
    if (refusal) bar.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  return (
    <Box ref={bar} role="alert" sx={{ '&:empty': { display: 'none' } }}>
      {refusal && (
        <AsideNotice>
          <NoticeBar tone="danger" action={wayOut(refusal)} onClose={onClose}>
            {refusalText(refusal)}
          </NoticeBar>
        </AsideNotice>
      )}
    </Box>
  )
}

interface NoticeBarProps {
  /** `good`: something that was asked for is done. */
  tone: NoticeTone
  children: ReactNode
  /** What can be done about it. */
  action?: ReactNode
  onClose?: (() => void) | undefined
}

const COLOURS = { danger: 'error.main', soon: 'warning.main', plain: 'primary.main', good: 'success.main' }

/** A sentence across the screen, with a coloured edge and a shape: never colour alone. In `OneNotice` one at a time. */
export function NoticeBar({ tone, children, action, onClose }: NoticeBarProps) {
  const { t } = useTranslation('ui')
  const { shown, more } = useNoticePlace(tone)
  if (!shown) return null
  const Mark = tone === 'good' ? Check : ErrorOutline
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        p: '6px 12px',
        mb: 3,
        bgcolor: 'background.paper',
        border: '1px solid',
        borderColor: COLOURS[tone],
        borderLeftWidth: 4,
        borderRadius: '4px',
      }}
    >
      <Mark sx={{ color: COLOURS[tone] }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {action}
      {more}
      {onClose && (
        <Tooltip title={t('close')}>
          <IconButton onClick={onClose} aria-label={t('close')}>
            <Close />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  )
}
