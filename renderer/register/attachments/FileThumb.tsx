import GraphicEq from '@mui/icons-material/GraphicEq'
import ImageOutlined from '@mui/icons-material/ImageOutlined'
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined'
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined'
import Box from '@mui/material/Box'
import { useRef, useState } from 'react'
import type { AttachmentKind, StoredFile } from '../../../shared/domain/register/attachment'
import { smallPictureUrl } from './files'
import { drawSmall } from './pictures/drawSmall'

const ICONS: Record<AttachmentKind, typeof GraphicEq> = {
  image: ImageOutlined,
  pdf: PictureAsPdfOutlined,
  audio: GraphicEq,
}

/** A small picture of the picture, or a sign of what it is; the words stand beside it. */
export function FileThumb({ file, broken }: { file: StoredFile; broken: boolean }) {
  const Icon = broken ? ReportProblemOutlined : ICONS[file.kind]
  return (
    <Box
      aria-hidden
      sx={{
        width: 48,
        height: 48,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        overflow: 'hidden',
        borderRadius: '4px',
        bgcolor: 'action.hover',
        color: broken ? 'error.main' : 'text.secondary',
      }}
    >
      {file.kind === 'image' && !broken ? <SmallPicture key={file.sha256} sha256={file.sha256} /> : <Icon />}
    </Box>
  )
}

/** The small picture of a kept one: drawn now where it was not yet, and its sign until then. */
function SmallPicture({ sha256 }: { sha256: string }) {
  const [shown, setShown] = useState<'there' | 'missing' | 'drawn'>('there')
  const tried = useRef(false)
  const draw = async () => {
    setShown('missing')
    // One that cannot be read after it was drawn cannot be shown at all.
    if (tried.current) return
    tried.current = true
    if (await drawSmall(sha256)) setShown('drawn')
  }
  if (shown === 'missing') return <ImageOutlined />
  return (
    <Box
      component="img"
      src={smallPictureUrl(sha256, shown === 'there' ? 0 : 1)}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => void draw()}
      sx={{ width: '100%', height: '100%', objectFit: 'cover' }}
    />
  )
}
