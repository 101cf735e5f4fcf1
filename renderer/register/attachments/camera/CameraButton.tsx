import PhotoCamera from '@mui/icons-material/PhotoCamera'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gather } from '../useGather'
import { CameraDialog } from './CameraDialog'
import { useCameras } from './useCameras'

/** 拍照, where the machine has a camera at all. */
export function CameraButton({ gather }: { gather: Gather }) {
  const { t } = useTranslation('attachments')
  const cameras = useCameras()
  const [open, setOpen] = useState(false)
  if (cameras.length === 0 && !open) return null
  return (
    <>
      <Button startIcon={<PhotoCamera />} onClick={() => setOpen(true)} disabled={gather.busy && !open}>
        {t('camera.open')}
      </Button>
      {open && <CameraDialog gather={gather} onClose={() => setOpen(false)} />}
    </>
  )
}
