import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileState } from '../../../../shared/ipc/channels'
import { formatBytes, useCommandBarrier } from '../../../ui'
import type { ShownFile } from '../ShownFile'
import { FileView } from './FileView'
import { PreviewFoot } from './PreviewFoot'

export interface PreviewDialogProps {
  files: readonly ShownFile[]
  /** The one that is shown. */
  at: number
  state: FileState | undefined
  /** Buttons besides 另存 and 关闭. */
  actions?: ReactNode
  onMove: (at: number) => void
  onClose: () => void
}

/** One attachment large; ← and → go to its neighbours, Esc goes back. */
export default function PreviewDialog({ files, at, state, actions, onMove, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('attachments')
  const titleId = useId()
  useCommandBarrier(true)
  const file = files[at]
  if (!file) return null
  const move = (by: number): void => {
    if (files[at + by]) onMove(at + by)
  }
  const keys = (event: KeyboardEvent): void => {
    if (!isForPreview(event)) return
    if (event.key === 'ArrowLeft') move(-1)
    else if (event.key === 'ArrowRight') move(1)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onKeyDown={keys}
      maxWidth="lg"
      fullWidth
      aria-labelledby={titleId}
      slotProps={{ paper: { sx: { height: '92vh' } } }}
    >
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {file.name}
        <Box component="span" sx={{ ml: 2, fontSize: 13, fontWeight: 400, color: 'text.secondary' }}>
          {[
            files.length > 1 ? t('position', { at: at + 1, of: files.length }) : '',
            formatBytes(file.size),
            file.about,
            file.voided === null ? '' : t('voided', { reason: file.voided }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </DialogTitle>
      <FileView key={file.key} file={file} state={state} />
      <PreviewFoot
        file={file}
        state={state}
        onPrevious={at > 0 ? () => move(-1) : undefined}
        onNext={at < files.length - 1 ? () => move(1) : undefined}
        onClose={onClose}
      >
        {actions}
      </PreviewFoot>
    </Dialog>
  )
}

/** Dialogs above it hand their keys up too; and the player needs the arrows itself, for going back and forth. */
function isForPreview({ target, currentTarget, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || !(target instanceof Element)) return false
  return currentTarget.contains(target) && target.closest('audio, input, textarea') === null
}
