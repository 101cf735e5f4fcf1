import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog, useCommandBarrier } from '../../../ui'
import type { Gather } from '../useGather'
import { CameraChoice } from './CameraChoice'
import { CameraPicture } from './CameraPicture'
import { ShotStrip } from './ShotStrip'
import { useCamera } from './useCamera'
import { useShots } from './useShots'

interface CameraDialogProps {
  gather: Gather
  onClose: () => void
}

/**
 * 拍照: the camera's picture, shots in a row by Space or Enter, kept all at once. The camera is open as long as this is.
 * Leaving the screen keeps what was shot; Esc asks first.
 */
export function CameraDialog({ gather, onClose }: CameraDialogProps) {
  const { t } = useTranslation('attachments')
  const titleId = useId()
  const camera = useCamera()
  const { shots, add, dropLast, take } = useShots((files) => void gather.take(files))
  // Cameras tell their names once one of them was opened; the choice stays while another is.
  const [choosable, setChoosable] = useState(false)
  if (camera.state === 'live' && !choosable) setChoosable(true)
  const [leaving, setLeaving] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  useCommandBarrier(true)
  useEffect(() => {
    if (camera.state === 'live') trigger.current?.focus()
  }, [camera.state])

  const shoot = async (): Promise<void> => {
    const picture = await camera.shoot()
    if (picture) add(picture)
  }
  const keep = (): void => {
    const files = take()
    if (files.length > 0) void gather.take(files)
    onClose()
  }
  const again = (): void => {
    dropLast()
    trigger.current?.focus()
  }
  return (
    <Dialog
      open
      onClose={() => (shots.length > 0 ? setLeaving(true) : onClose())}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId}>{t('camera.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <CameraPicture
          state={camera.state}
          refusal={camera.refusal}
          again={camera.again}
          onVideo={camera.video}
        />
        {choosable && <CameraChoice value={camera.deviceId} onChange={camera.choose} />}
        <ShotStrip shots={shots} />
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto', pl: 2, color: 'text.secondary', fontSize: 12 }}>{t('camera.keys')}</Box>
        {shots.length > 0 && <Button onClick={again}>{t('camera.again')}</Button>}
        <Button ref={trigger} disabled={camera.state !== 'live'} onClick={() => void shoot()}>
          {t('camera.shoot')}
        </Button>
        <Button variant="contained" disabled={shots.length === 0} onClick={keep}>
          {shots.length === 0 ? t('camera.keepNone') : t('camera.keep', { count: shots.length })}
        </Button>
      </DialogActions>
      <ConfirmDialog
        open={leaving}
        title={t('camera.leaveTitle', { count: shots.length })}
        confirmLabel={t('camera.leave')}
        cancelLabel={t('camera.stay')}
        danger
        onConfirm={() => {
          take()
          onClose()
        }}
        onCancel={() => setLeaving(false)}
      />
    </Dialog>
  )
}
