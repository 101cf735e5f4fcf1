import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { checkPin } from '../../../shared/domain/office/pin'
import type { Refusal } from '../../../shared/util/result'
import { useData, useQuery } from '../../data'
import { desk } from '../../platform/desk'
import { AskDialog, announce, FormGrid, PinField, SelectField, TextField, useAppForm } from '../../ui'
import { PasswordHint } from './PasswordHint'

interface RecoverValues {
  userId: string
  password: string
  pin: string
  pinAgain: string
}

/** 用恢复单重设 PIN: which director, the 备份密码, and a new PIN twice. Then the director is signed in. */
export default function RecoverPinDialog({ userId, onClose }: { userId?: string; onClose: () => void }) {
  const directors = useQuery(async (db) => {
    const users = await db.of('users').toArray()
    return users.filter(({ role, active }) => role === 'director' && active)
  }, [])?.filter(({ id }) => userId === undefined || id === userId)
  return directors && <Asking directors={directors} onClose={onClose} />
}

function Asking(props: { directors: readonly { id: string; name: string }[]; onClose: () => void }) {
  const { directors, onClose } = props
  const { t } = useTranslation('vault')
  const data = useData()
  const form = useAppForm<RecoverValues>({
    defaultValues: { userId: directors[0]?.id ?? '', password: '', pin: '', pinAgain: '' },
  })
  const save = async ({ userId, password, pin, pinAgain }: RecoverValues): Promise<Refusal | null> => {
    // The PIN's own rules first: none of the few tries at the password is spent on them.
    const checked = checkPin(pin)
    if (!checked.ok) return checked.refusal
    if (pin !== pinAgain) return { key: 'office.pinDiffers', field: 'pinAgain' }
    const hashed = await desk.invoke('pin.hash', { pin })
    if (!hashed.ok) return hashed.refusal
    const answer = await data.recoverPin(userId, password, hashed.value.hash)
    if (!answer.ok) return answer.refusal
    announce(t('recover.done'))
    return null
  }
  return (
    <AskDialog
      title={t('recover.action')}
      confirm={t('recover.confirm')}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Box sx={{ mb: 3 }}>{t('recover.text')}</Box>
      <FormGrid>
        <SelectField<RecoverValues>
          name="userId"
          label={t('recover.who')}
          options={directors.map(({ id, name }) => ({ value: id, label: name }))}
          wide
          required
        />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <TextField<RecoverValues>
            name="password"
            label={t('password.label')}
            maxLength={200}
            required
            autoFocus
          />
          <PasswordHint typed={form.watch('password')} />
        </Box>
        <PinField<RecoverValues>
          name="pin"
          label={t('recover.pin')}
          hint={t('recover.pinHint')}
          required
          fresh
        />
        <PinField<RecoverValues> name="pinAgain" label={t('recover.pinAgain')} required fresh />
      </FormGrid>
    </AskDialog>
  )
}
