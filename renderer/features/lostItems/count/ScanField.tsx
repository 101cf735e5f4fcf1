import OutlinedInput from '@mui/material/OutlinedInput'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../../../ui'

/** Where a number is typed when a label cannot be read; the scanner itself works wherever the keyboard is. */
export function ScanField({ onNumber }: { onNumber: (typed: string) => Promise<boolean> }) {
  const { t } = useTranslation('shelfCounts')
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const take = async () => {
    if (text.trim() === '') return
    if (await onNumber(text.trim())) setText('')
    // Nobody's number: the next one is typed over it, not behind it.
    else input.current?.select()
  }
  return (
    <FieldFrame label={t('scan')} error={undefined}>
      {(aria) => (
        <OutlinedInput
          autoFocus
          inputRef={input}
          sx={{ width: 360, maxWidth: '100%' }}
          value={text}
          placeholder={t('scanHint')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            void take()
          }}
          inputProps={{ ...aria, autoComplete: 'off' }}
        />
      )}
    </FieldFrame>
  )
}
