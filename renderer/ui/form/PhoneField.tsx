import type { FieldValues } from 'react-hook-form'
import { formatPhone } from '../../../shared/util/contact'
import { TextField, type TextFieldProps } from './TextField'

/** A phone number: grouped when the field is left, so that it can be read back to the caller. */
export function PhoneField<V extends FieldValues>(props: Omit<TextFieldProps<V>, 'tidy' | 'inputMode'>) {
  return <TextField {...props} inputMode="tel" tidy={formatPhone} maxLength={40} />
}
