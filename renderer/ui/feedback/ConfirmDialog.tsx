import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandBarrier, useMenuCommand } from '../commands'
import { FieldFrame } from '../form/FieldFrame'

interface ConfirmDialogProps {
  open: boolean
  title: string
  /** What will happen, and what will not. */
  children?: ReactNode
  /** Names the consequence: 作废并保留编号. Never 确定. */
  confirmLabel: string
  /** Names what stays: default 返回. */
  cancelLabel?: string
  danger?: boolean
  /** Asks for a reason under this label and hands it over; without one the button does not act. */
  reasonLabel?: string
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** For what cannot be undone only (ui.md, "Habits"). The safe button has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, confirmLabel, cancelLabel, danger, reasonLabel, onConfirm, onCancel } = props
  const { t } = useTranslation('ui')
  const titleId = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  useCommandBarrier(open)
  const confirm = () => {
    if (reasonLabel && !reason.trim()) setMissing(true)
    else onConfirm(reason.trim())
  }
  // Writing a reason is enough of a second thought; without one only the button acts.
  const writes = open && reasonLabel !== undefined
  useMenuCommand('save', confirm, writes)
  useMenuCommand('saveAndClose', confirm, writes)
  const keys = (event: KeyboardEvent) => {
    if (!writes || event.nativeEvent.isComposing || event.repeat) return
    if (!(event.ctrlKey || event.metaKey)) return
    if (event.key !== 'Enter' && event.key.toLowerCase() !== 's') return
    event.preventDefault()
    event.stopPropagation()
    confirm()
  }
  return (
    <Dialog open={open} onClose={onCancel} onKeyDown={keys} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {props.children}
        {reasonLabel && (
          <FieldFrame label={reasonLabel} required error={missing ? t('invalid.required') : undefined}>
            {(aria) => (
              <OutlinedInput
                fullWidth
                multiline
                minRows={2}
                autoFocus
                value={reason}
                error={missing}
                onChange={(event) => {
                  setReason(event.target.value)
                  setMissing(false)
                }}
                inputProps={aria}
              />
            )}
          </FieldFrame>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel} autoFocus={!reasonLabel}>
          {cancelLabel ?? t('goBack')}
        </Button>
        <Button variant="contained" color={danger ? 'error' : 'primary'} onClick={confirm}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
