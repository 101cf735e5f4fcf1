import OutlinedInput from '@mui/material/OutlinedInput'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../../ui'

interface PinInputProps {
  value: string
  onChange: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  inputRef: Ref<HTMLInputElement>
  error: string | undefined
  disabled: boolean
  autoFocus: boolean
}

/** The PIN at the sign-in. Nothing of it is kept when it was wrong. */
export function PinInput(props: PinInputProps) {
  const { t } = useTranslation('start')
  return (
    <FieldFrame label={t('signIn.pin')} error={props.error}>
      {(aria) => (
        <OutlinedInput
          fullWidth
          type="password"
          inputRef={props.inputRef}
          value={props.value}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          error={Boolean(props.error)}
          onKeyDown={props.onKeyDown}
          onChange={(event) => props.onChange(event.target.value)}
          inputProps={{ ...aria, inputMode: 'numeric', autoComplete: 'off', maxLength: 64 }}
        />
      )}
    </FieldFrame>
  )
}
