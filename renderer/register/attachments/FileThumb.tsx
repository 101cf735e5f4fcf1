import GraphicEq from '@mui/icons-material/GraphicEq'
import ImageOutlined from '@mui/icons-material/ImageOutlined'
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined'
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined'
import Box from '@mui/material/Box'
import { useState } from 'react'
import type { AttachmentKind, StoredFile } from '../../../shared/domain/register/attachment'
import { attachmentUrl } from './files'

const ICONS: Record<AttachmentKind, typeof GraphicEq> = {
  image: ImageOutlined,
  pdf: PictureAsPdfOutlined,
  audio: GraphicEq,
}

/** A small picture of the picture, or a sign of what it is; the words stand beside it. */
export function FileThumb({ file, broken }: { file: StoredFile; broken: boolean }) {
  const [failed, setFailed] = useState(false)
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
      {file.kind === 'image' && !broken && !failed ? (
        <Box
          component="img"
          src={attachmentUrl(file.sha256)}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setFailed(true)}
          sx={{ width: '100%', height: '100%', objectFit: 'cover' }}
        />
      ) : (
        <Icon />
      )}
    </Box>
  )
}
