import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, refusalText } from '../../../ui'
import { LevelBar } from './LevelBar'
import { useRecorder } from './useRecorder'

interface RecorderProps {
  /** Keeps the recording; true once it is kept. */
  take: (files: readonly File[]) => Promise<boolean>
  onEnd: () => void
}

/** 录音: time and loudness while it runs, then kept like any other file. */
export function Recorder({ take, onEnd }: RecorderProps) {
  const { t } = useTranslation('attachments')
  const { state, refusal, seconds, level, stop } = useRecorder()
  const [lost, setLost] = useState(false)
  const stopButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state === 'recording') stopButton.current?.focus()
  }, [state])

  const keep = async (): Promise<void> => {
    const recording = await stop()
    if (!recording) return setLost(true)
    const at = formatDateTime(new Date().toISOString()).replace(':', '')
    const name = t('recordingName', { at })
    await take([new File([recording], name, { type: recording.type })])
    onEnd()
  }
  const problem = lost ? { key: 'attachment.recordingFailed' } : refusal
  if (problem) {
    return (
      <Box role="alert" sx={{ mt: 2 }}>
        <Box sx={{ mb: 2, color: 'error.main' }}>{refusalText(problem)}</Box>
        <Button onClick={onEnd} autoFocus>
          {t('recordingGiveUp')}
        </Button>
      </Box>
    )
  }
  return (
    <Box role="group" aria-label={t('recording')} sx={{ mt: 2, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ width: 12, height: 12, borderRadius: '50%', bgcolor: 'error.main' }} aria-hidden />
        <span>{state === 'asking' ? t('openingMicrophone') : t('recording')}</span>
        <Box component="span" role="timer" sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}>
          {clockOf(seconds)}
        </Box>
      </Box>
      <LevelBar level={level} label={t('level')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button
          variant="contained"
          ref={stopButton}
          disabled={state !== 'recording'}
          onClick={() => void keep()}
        >
          {t('recordingStop')}
        </Button>
        <Button onClick={onEnd}>{t('recordingDiscard')}</Button>
      </Box>
    </Box>
  )
}

/** `1:05` */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
