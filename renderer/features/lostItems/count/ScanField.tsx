import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../../../ui'

/** Where a number is typed when a label cannot be read; the scanner itself works wherever the keyboard is. */
export function ScanField({ onNumber }: { onNumber: (typed: string) => Promise<boolean> }) {
  const { t } = useTranslation('shelfCounts')
  const [text, setText] = useState('')
  const take = async () => {
    if (text.trim() !== '' && (await onNumber(text.trim()))) setText('')
  }
  return (
    <FieldFrame label={t('scan')} error={undefined}>
      {(aria) => (
        <OutlinedInput
          autoFocus
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
