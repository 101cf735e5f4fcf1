import Box from '@mui/material/Box'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredFile } from '../../../../shared/domain/register/attachment'
import { attachmentUrl } from '../files'
import { ImageTools } from './ImageTools'
import { FIRST_LOOK, fittingZoom, type Size, turned } from './imageLayout'
import { useRoom } from './useRoom'

/** A picture: seen whole at first, nearer, farther, and turned. The file itself stays as it is. */
export function ImageView({ file: { sha256, name } }: { file: StoredFile }) {
  const { t } = useTranslation('attachments')
  const [look, setLook] = useState(FIRST_LOOK)
  const [picture, setPicture] = useState<Size>({ width: 0, height: 0 })
  const [failed, setFailed] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const room = useRoom(frame)
  const zoom = look.zoom ?? fittingZoom(picture, room, look.turns)
  const around = turned(picture, look.turns)
  return (
    <>
      <ImageTools look={look} zoom={zoom} onLook={setLook} />
      <Box
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label={t('viewOf', { name })}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'grid', bgcolor: 'action.hover' }}
      >
        {failed ? (
          <Box role="alert" sx={{ m: 'auto', p: 8 }}>
            {t('cannotShow')}
          </Box>
        ) : (
          // As large as the turned picture, so that scrolling reaches its edges.
          <Box sx={{ m: 'auto', position: 'relative', overflow: 'hidden' }} style={px(around, zoom)}>
            <Box
              component="img"
              src={attachmentUrl(sha256)}
              alt={name}
              decoding="async"
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setPicture({ width: naturalWidth, height: naturalHeight })
              }
              onError={() => setFailed(true)}
              sx={{ position: 'absolute', top: '50%', left: '50%', maxWidth: 'none' }}
              style={{
                ...px(picture, zoom),
                transform: `translate(-50%, -50%) rotate(${look.turns * 90}deg)`,
              }}
            />
          </Box>
        )}
      </Box>
    </>
  )
}

function px({ width, height }: Size, zoom: number): Size {
  return { width: width * zoom, height: height * zoom }
}
