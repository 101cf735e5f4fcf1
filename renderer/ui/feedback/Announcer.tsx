import Check from '@mui/icons-material/Check'
import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnouncement, withdraw } from './announce'

const SHOWN_MS = 6_000

/** The place where quiet words are shown: one line, no motion, gone after some seconds (problems stay). */
export function Announcer() {
  const { t } = useTranslation('ui')
  const word = useAnnouncement()
  useEffect(() => {
    if (!word || word.tone === 'problem') return undefined
    const timer = setTimeout(() => withdraw(word.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [word])
  const problem = word?.tone === 'problem'
  return (
    <Box
      role="status"
      aria-live={problem ? 'assertive' : 'polite'}
      sx={{ position: 'fixed', left: '50%', bottom: 16, transform: 'translateX(-50%)', zIndex: 1500 }}
    >
      {word && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            px: 3,
            minHeight: 36,
            maxWidth: '80vw',
            bgcolor: 'background.paper',
            border: '1px solid',
            borderColor: problem ? 'error.main' : 'primary.main',
            borderRadius: '4px',
          }}
        >
          {problem ? <ErrorOutline color="error" aria-hidden /> : <Check color="primary" aria-hidden />}
          <span>{word.text}</span>
          {word.undo && (
            <Button
              variant="text"
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
