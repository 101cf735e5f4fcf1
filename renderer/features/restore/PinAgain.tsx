import { useTranslation } from 'react-i18next'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { Refusal } from '../../../shared/util/result'
import { useData, useUser } from '../../data'
import { Form, PinField, useAppForm, useCommandBarrier } from '../../ui'

interface PinAgainProps {
  title: string
  /** What will happen. */
  text: string
  /** Names the consequence. */
  confirmLabel: string
  danger?: boolean
  /** It was right: the dialog is to go. */
  onRight: () => void
  onClose: () => void
}

/** The director's PIN once more, before all data is exchanged, removed or taken out; wrong tries count as at sign-in. */
export function PinAgain({ title, text, confirmLabel, danger, onRight, onClose }: PinAgainProps) {
  const { t } = useTranslation(['restore', 'ui'])
  const data = useData()
  const user = useUser()
  const form = useAppForm<{ pin: string }>({ defaultValues: { pin: '' } })
  useCommandBarrier(true)
  const check = async ({ pin }: { pin: string }): Promise<Refusal | null> => {
    const right = await data.signIn(user.id, pin)
    if (!right.ok) return right.refusal
    onRight()
    return null
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="pin-again">
      <DialogTitle id="pin-again">{title}</DialogTitle>
      <Form form={form} label={title} onSave={check} followsMenu={false}>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          {text}
          <PinField<{ pin: string }>
            name="pin"
            label={t('restore:pin', { name: user.name })}
            required
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ui:goBack')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={form.formState.isSubmitting}
          >
            {confirmLabel}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
