import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { Form, useCommandBarrier } from '../../ui'

interface FormDialogProps<V extends FieldValues> {
  title: string
  form: UseFormReturn<V>
  onSave: (values: V) => Promise<Refusal | null>
  onClose: () => void
  children: ReactNode
}

/** A short form above the screen; saving closes it. */
export function FormDialog<V extends FieldValues>({
  title,
  form,
  onSave,
  onClose,
  children,
}: FormDialogProps<V>) {
  const { t } = useTranslation(['common', 'ui'])
  useCommandBarrier(true)
  const save = async (values: V): Promise<Refusal | null> => {
    const refused = await onSave(values)
    if (!refused) onClose()
    return refused
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="form-dialog-title">
      <DialogTitle id="form-dialog-title">{title}</DialogTitle>
      <Form form={form} label={title} onSave={save} followsMenu={false}>
        <DialogContent>{children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ui:goBack')}</Button>
          <Button type="submit" variant="contained" disabled={form.formState.isSubmitting}>
            {t('common:save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
