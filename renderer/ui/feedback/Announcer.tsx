import Check from '@mui/icons-material/Check'
import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { silence, useAnnouncement, withdraw } from './announce'

const SHOWN_MS = 6_000

const PROBLEM = {
  position: 'fixed',
  left: '50%',
  bottom: 16,
  transform: 'translateX(-50%)',
  zIndex: 1500,
  maxWidth: '80vw',
  minHeight: 40,
  px: 3,
  bgcolor: 'background.paper',
  border: '1px solid',
  borderColor: 'error.main',
  borderRadius: '4px',
} as const

/** A number at the end of what was saved is what people look for: it is cut last. */
const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  lineHeight: 1.3,
} as const

/**
 * The place in the top bar where quiet words are shown: one line, two where there is little room, no motion, gone after
 * some seconds. Problems stand above the work and stay until they are closed.
 */
export function Announcer() {
  const { t } = useTranslation('ui')
  const word = useAnnouncement()
  useEffect(() => silence, [])
  useEffect(() => {
    if (!word || word.tone === 'problem') return undefined
    const timer = setTimeout(() => withdraw(word.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [word])
  const problem = word?.tone === 'problem'
  return (
    <Box role="status" aria-live={problem ? 'assertive' : 'polite'} sx={{ flex: '1 1 auto', minWidth: 0 }}>
      {word && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, ...(problem ? PROBLEM : {}) }}>
          {problem ? <ErrorOutline color="error" aria-hidden /> : <Check color="primary" aria-hidden />}
          <Box component="span" title={word.text} sx={problem ? undefined : TWO_LINES}>
            {word.text}
          </Box>
          {word.undo && (
            <Button
              variant="text"
              title="Ctrl+Z"
              onClick={() => {
                word.undo?.()
                withdraw(word.id)
              }}
            >
              {t('undo')}
            </Button>
          )}
          {problem && (
            <Button variant="text" onClick={() => withdraw(word.id)}>
              {t('close')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  )
}
