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
  form: UseFormReturn<V>
  /** Names the consequence. */
  confirm: string
  danger?: boolean
  onSave: (values: V) => Promise<Refusal | null>
  onClose: () => void
  children: ReactNode
}

/** A short form above the screen whose button names what it does. */
export function AskDialog<V extends FieldValues>(props: AskDialogProps<V>) {
  const { title, form, confirm, danger, onSave, onClose } = props
  const { t } = useTranslation('ui')
  const titleId = useId()
  useCommandBarrier(true)
  const save = async (values: V): Promise<Refusal | null> => {
    const refused = await onSave(values)
    if (!refused) onClose()
    return refused
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Form form={form} label={title} onSave={save} followsMenu={false}>
        <DialogContent>{props.children}</DialogContent>
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
