import Box from '@mui/material/Box'
import type { FileState } from '../../../../shared/ipc/channels'
import { refusalText } from '../../../ui'
import type { ShownFile } from '../ShownFile'
import { AudioView } from './AudioView'
import { ImageView } from './ImageView'
import { PdfView } from './PdfView'

interface FileViewProps {
  file: ShownFile
  state: FileState | undefined
}

/** An attachment by its kind; one that is gone or not what it was is said, never shown as if it were. */
export function FileView({ file, state }: FileViewProps) {
  if (state === 'missing' || state === 'altered') {
    return (
      <Box role="alert" sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 8, color: 'error.main' }}>
        {refusalText({ key: state === 'missing' ? 'attachment.missing' : 'attachment.altered' })}
      </Box>
    )
  }
  if (file.kind === 'pdf') return <PdfView file={file} />
  return file.kind === 'audio' ? <AudioView file={file} /> : <ImageView file={file} />
}
