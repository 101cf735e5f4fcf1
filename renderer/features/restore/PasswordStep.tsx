import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readGroups } from '../../../shared/domain/office/sheetPassword'
import type { BackupOffer } from '../../../shared/ipc/restoreChannels'
import type { Refusal } from '../../../shared/util/result'
import { FieldFrame, RefusalBar, refusalText } from '../../ui'

interface PasswordStepProps {
  offer: BackupOffer
  /** What was typed before. */
  before: string
  refusal: Refusal | null
  onPassword: (password: string) => void
  onBack: () => void
}

/** What stands on the 《恢复单》 opens the backup; its groups are repeated below, so that the eye can follow. */
export function PasswordStep({ offer, before, refusal, onPassword, onBack }: PasswordStepProps) {
  const { t } = useTranslation('restore')
  const [typed, setTyped] = useState(before)
  const beside = refusal?.field === 'password'
  const field = useRef<HTMLInputElement>(null)
  // Wrong: typed again where it stands, without looking for the field.
  useEffect(() => {
    if (refusal?.field === 'password') field.current?.select()
  }, [refusal])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') onPassword(typed)
  }
  const sheet = offer.listed?.sheetId
  return (
    <Box component="form" onSubmit={submit} aria-label={t('password.title')} sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {offer.folder} · {offer.name}
      </Box>
      <RefusalBar refusal={beside ? null : refusal} />
      <FieldFrame
        label={t('password.label')}
        hint={sheet ? t('password.ofSheet', { sheet }) : t('password.hint')}
        error={beside && refusal ? refusalText(refusal) : undefined}
      >
        {(aria) => (
          <OutlinedInput
            fullWidth
            autoFocus
            inputRef={field}
            value={typed}
            error={beside}
            onChange={(event) => setTyped(event.target.value)}
            sx={{ fontSize: 16 }}
            inputProps={{ ...aria, maxLength: 200, autoComplete: 'off', spellCheck: false }}
          />
        )}
      </FieldFrame>
      <Box aria-hidden sx={{ minHeight: 24, fontSize: 16, fontWeight: 600, letterSpacing: 1 }}>
        {readGroups(typed).join(' - ')}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
        <Button onClick={onBack}>{t('password.back')}</Button>
        <Button type="submit" variant="contained" disabled={typed.trim() === ''}>
          {t('password.look')}
        </Button>
      </Box>
    </Box>
  )
}
