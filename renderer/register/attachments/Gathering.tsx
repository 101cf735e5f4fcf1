import AttachFile from '@mui/icons-material/AttachFile'
import Mic from '@mui/icons-material/Mic'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionPanel } from '../../ui'
import { RefusedFiles } from './RefusedFiles'
import { Recorder } from './recording/Recorder'
import { CameraButton } from './camera/CameraButton'
import { KeepOriginals } from './pictures/KeepOriginals'
import type { Gather } from './useGather'
import { useIncoming } from './useIncoming'

interface GatheringProps {
  gather: Gather
  count: number
  /** Whether somebody may add here at all. */
  canAdd: boolean
  children: ReactNode
}

/** 附件 with its ways in: the file chooser, dragging, Ctrl+V, the microphone and the camera. */
export function Gathering({ gather, count, canAdd, children }: GatheringProps) {
  const { t } = useTranslation('attachments')
  const [recording, setRecording] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const over = useIncoming(frame, canAdd, (files) => void gather.take(files))
  return (
    <Box
      ref={frame}
      data-own-drops={canAdd || undefined}
      sx={over ? { outline: '2px dashed', outlineColor: 'primary.main', outlineOffset: 2 } : undefined}
    >
      <SectionPanel id="attachments" title={t('title')} count={count}>
        {children}
        <RefusedFiles gather={gather} />
        {canAdd && (
          <>
            {recording ? (
              <Recorder gather={gather} onEnd={() => setRecording(false)} />
            ) : (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 2 }}>
                {/* Not disabled while it works, which would take the keyboard from it. */}
                <Button
                  startIcon={<AttachFile />}
                  aria-busy={gather.busy}
                  onClick={() => {
                    if (!gather.busy) gather.choose()
                  }}
                >
                  {t('add')}
                </Button>
                <Button startIcon={<Mic />} onClick={() => setRecording(true)} disabled={gather.busy}>
                  {t('record')}
                </Button>
                <CameraButton gather={gather} />
                <KeepOriginals gather={gather} />
              </Box>
            )}
            <Box aria-live="polite" sx={{ fontSize: 12, color: 'text.secondary', mt: 1 }}>
              {gather.busy ? t('keeping') : over ? t('dropHere') : t('hint')}
            </Box>
          </>
        )}
      </SectionPanel>
    </Box>
  )
}
