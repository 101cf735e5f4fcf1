import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ATTACHMENT_NAME_MAX } from '../../../shared/domain/register/attachment'
import { FieldFrame, useCommandBarrier } from '../../ui'

interface RenameDialogProps {
  name: string
  onRename: (name: string) => Promise<void>
  onCancel: () => void
}

/** 附件改名: the name without its ending is marked, so that typing replaces it. */
export function RenameDialog({ name, onRename, onCancel }: RenameDialogProps) {
  const { t } = useTranslation('attachments')
  const [typed, setTyped] = useState(name)
  useCommandBarrier(true)
  const rename = (): void => {
    if (typed.trim() !== '') void onRename(typed.trim())
  }
  const keys = (event: KeyboardEvent): void => {
    // The arrows belong to the text here, not to the preview underneath.
    event.stopPropagation()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    rename()
  }
  return (
    <Dialog open onClose={onCancel} onKeyDown={keys} maxWidth="sm" fullWidth aria-label={t('renameTitle')}>
      <DialogTitle>{t('renameTitle')}</DialogTitle>
      <DialogContent>
        <FieldFrame label={t('name')} required error={typed.trim() === '' ? t('nameRequired') : undefined}>
          {(aria) => (
            <OutlinedInput
              fullWidth
              autoFocus
              value={typed}
              onFocus={({ target }) => target.setSelectionRange(0, endOfStem(name))}
              onChange={({ target }) => setTyped(target.value)}
              inputProps={{ ...aria, maxLength: ATTACHMENT_NAME_MAX }}
            />
          )}
        </FieldFrame>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('keepName')}</Button>
        <Button variant="contained" onClick={rename}>
          {t('rename')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function endOfStem(name: string): number {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? dot : name.length
}
