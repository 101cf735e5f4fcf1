import { useTranslation } from 'react-i18next'
import { ROLES, type Role, type User } from '../../../shared/domain/office/types'
import type { Refusal } from '../../../shared/util/result'
import { createUserCommand, updateUserCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { CheckField, FormGrid, PinField, TextField, ToggleChoice, useAppForm } from '../../ui'
import type { ScreenChoices } from './choices'
import { FormDialog } from './FormDialog'
import { checkNewPin } from './newPin'

interface UserValues {
  name: string
  role: Role
  active: boolean
  pin: string
  pinAgain: string
}

interface UserDialogProps extends Pick<ScreenChoices, 'onHashPin'> {
  /** Null for a new user. */
  user: User | null
  onClose: () => void
}

/** A new user with a first PIN, or name, role and whether they may sign in. */
export function UserDialog({ user, onHashPin, onClose }: UserDialogProps) {
  const { t } = useTranslation(['settings', 'common'])
  const save = useSaveSaying()
  const form = useAppForm<UserValues>({
    defaultValues: { name: '', role: 'clerk', active: true, ...user, pin: '', pinAgain: '' },
  })
  const keep = async ({ name, role, active, pin, pinAgain }: UserValues): Promise<Refusal | null> => {
    const words = t('settings:users.saved', { name })
    if (user) return save(updateUserCommand, { userId: user.id, name, role, active }, words)
    const wrong = checkNewPin(pin, pinAgain)
    if (wrong) return wrong
    const hashed = await onHashPin(pin)
    if (!hashed.ok) return hashed.refusal
    return save(createUserCommand, { name, role, active, pinHash: hashed.value.hash }, words)
  }
  const role = form.watch('role')
  return (
    <FormDialog
      title={user ? t('settings:users.edit') : t('settings:users.add')}
      form={form}
      onSave={keep}
      onClose={onClose}
    >
      <FormGrid>
        <TextField<UserValues>
          name="name"
          label={t('settings:users.name')}
          maxLength={30}
          required
          autoFocus
          wide
        />
        <ToggleChoice<UserValues>
          name="role"
          label={t('settings:users.role')}
          hint={t(`settings:users.roleHelp.${role}`)}
          options={ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          required
          wide
        />
        {user ? (
          <CheckField<UserValues> name="active" label={t('settings:users.mayUse')} wide />
        ) : (
          <>
            <PinField<UserValues>
              name="pin"
              label={t('settings:users.pin')}
              hint={t('settings:users.pinHint')}
              required
              fresh
            />
            <PinField<UserValues> name="pinAgain" label={t('settings:users.pinAgain')} required fresh />
          </>
        )}
      </FormGrid>
    </FormDialog>
  )
}
