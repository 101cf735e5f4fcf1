import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { desk } from '../../platform/desk'
import { FieldFrame, RefusalBar, refusalText } from '../../ui'
import { PasswordHint } from './PasswordHint'

export interface UnlockProps {
  /** Neither file nor key store opens anything: no password helps. */
  damaged: boolean
  /** Which 《恢复单》 is asked for; null where that cannot be read. */
  sheetId: string | null
  onDone: () => void
  onQuit: () => void
  /** Another way out: from a backup. */
  aside?: ReactNode
}

/** The office's data is sealed and this machine cannot open it: the 备份密码 is asked for, before anything is opened. */
export default function Unlock(props: UnlockProps) {
  const { damaged, sheetId, onDone, onQuit, aside } = props
  const { t } = useTranslation(['vault', 'shell'])
  return (
    <Box
      component="main"
      sx={{ display: 'grid', placeItems: 'center', height: '100%', overflow: 'auto', p: 4 }}
    >
      <Box sx={{ width: '100%', maxWidth: 560, display: 'grid', gap: 4 }}>
        <Box>
          <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
            {t(damaged ? 'vault:damaged.title' : 'vault:unlock.title')}
          </Box>
          <Box sx={{ mt: 2 }}>{t(damaged ? 'vault:damaged.text' : 'vault:unlock.text')}</Box>
          <Box sx={{ mt: 2 }}>{t(damaged ? 'vault:damaged.help' : 'vault:unlock.help')}</Box>
        </Box>
        {!damaged && <PasswordForm sheetId={sheetId} onDone={onDone} />}
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          {damaged && (
            <Button variant="contained" onClick={onDone} autoFocus>
              {t('shell:start.again')}
            </Button>
          )}
          {aside}
          <Button onClick={onQuit}>{t('shell:quit')}</Button>
        </Box>
      </Box>
    </Box>
  )
}

function PasswordForm({ sheetId, onDone }: Pick<UnlockProps, 'sheetId' | 'onDone'>) {
  const { t } = useTranslation('vault')
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const besideField = refusal?.field === 'password'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || typed.trim() === '') return
    setBusy(true)
    const answer = await desk.invoke('vault.unlock', { password: typed })
    setBusy(false)
    if (answer.ok) return onDone()
    setRefusal(answer.refusal)
    // What was typed stays: mostly one letter of it is wrong.
    field.current?.focus()
  }
  return (
    <Box
      component="form"
      onSubmit={(event: FormEvent) => void submit(event)}
      sx={{ display: 'grid', gap: 3 }}
    >
      <RefusalBar refusal={besideField ? null : refusal} />
      <FieldFrame
        label={t('password.label')}
        hint={sheetId ? t('password.ofSheet', { sheetId }) : undefined}
        error={besideField && refusal ? refusalText(refusal) : undefined}
      >
        {(aria) => (
          <OutlinedInput
            fullWidth
            autoFocus
            inputRef={field}
            value={typed}
            error={besideField}
            onChange={(event) => {
              setTyped(event.target.value)
              setRefusal(null)
            }}
            sx={{ fontSize: 16 }}
            inputProps={{ ...aria, maxLength: 200, autoComplete: 'off', spellCheck: false }}
          />
        )}
      </FieldFrame>
      <PasswordHint typed={typed} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button type="submit" variant="contained" disabled={typed.trim() === ''} aria-busy={busy}>
          {t(busy ? 'unlock.opening' : 'unlock.open')}
        </Button>
      </Box>
    </Box>
  )
}
