import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useId } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { Form, useCommandBarrier } from '../../ui'

interface AskDialogProps<V extends FieldValues> {
  title: string
  /** Names what happens. */
  confirmLabel: string
  danger?: boolean
  form: UseFormReturn<V>
  onSave: (values: V) => Promise<Refusal | null>
  onClose: () => void
  children: ReactNode
}

/** The lock is a dialog in the browser's top layer: what is asked on it has to stand in it, or nobody sees it. */
const abovePage = (): Element => document.querySelector('dialog[open]') ?? document.body

/** Asks for a secret before something is done; done, it closes. */
export function AskDialog<V extends FieldValues>(props: AskDialogProps<V>) {
  const { title, confirmLabel, danger, form, onSave, onClose, children } = props
  const { t } = useTranslation('ui')
  const id = useId()
  useCommandBarrier(true)
  const save = async (values: V): Promise<Refusal | null> => {
    const refused = await onSave(values)
    if (!refused) onClose()
    return refused
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id} container={abovePage}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <Form form={form} label={title} onSave={save} followsMenu={false}>
        <DialogContent>{children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('goBack')}</Button>
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
