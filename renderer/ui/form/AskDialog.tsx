import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useId } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useCommandBarrier } from '../commands'
import { Form } from './Form'

interface AskDialogProps<V extends FieldValues> {
  title: string
  /** Names the consequence. */
  confirm: string
  danger?: boolean
  form: UseFormReturn<V>
  onSave: (values: V) => Promise<Refusal | null>
  onClose: () => void
  children: ReactNode
}

/** The lock is a dialog in the browser's top layer: what is asked on it has to stand in it, or nobody sees it. */
const abovePage = (): Element => document.querySelector('dialog[open]') ?? document.body

/** A short form above the screen whose button names what it does; done, it closes. */
export function AskDialog<V extends FieldValues>(props: AskDialogProps<V>) {
  const { title, confirm, danger, form, onSave, onClose, children } = props
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
            {confirm}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
