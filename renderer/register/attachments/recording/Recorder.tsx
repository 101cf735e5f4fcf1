import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, refusalText } from '../../../ui'
import type { Gather } from '../useGather'
import { LevelBar } from './LevelBar'
import { useRecorder } from './useRecorder'

interface RecorderProps {
  gather: Gather
  onEnd: () => void
}

/** 录音: time and loudness while it runs, then kept like any other file. Leaving the screen keeps it too. */
export function Recorder({ gather, onEnd }: RecorderProps) {
  const { t } = useTranslation('attachments')
  const store = (recording: Blob) => gather.take([fileOf(recording, (at) => t('recordingName', { at }))])
  const { state, refusal, seconds, level, stop, discard } = useRecorder({
    limit: gather.limit,
    onEnd: () => void keep(),
    onLeft: (recording) => void store(recording),
  })
  const [lost, setLost] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const stopButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state === 'recording') stopButton.current?.focus()
  }, [state])

  async function keep(): Promise<void> {
    setKeeping(true)
    const recording = await stop()
    if (!recording) return setLost(true)
    await store(recording)
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
          disabled={state !== 'recording' || keeping}
          onClick={() => void keep()}
        >
          {t('recordingStop')}
        </Button>
        <Button
          disabled={keeping}
          onClick={() => {
            discard()
            onEnd()
          }}
        >
          {t('recordingDiscard')}
        </Button>
      </Box>
    </Box>
  )
}

function fileOf(recording: Blob, nameAt: (at: string) => string): File {
  const at = formatDateTime(new Date().toISOString()).replace(':', '')
  return new File([recording], nameAt(at), { type: recording.type })
}

/** `1:05` */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
