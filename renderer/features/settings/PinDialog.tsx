import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/office/types'
import type { Refusal } from '../../../shared/util/result'
import { setPinCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { FormGrid, PinField, useAppForm } from '../../ui'
import type { ScreenChoices } from './choices'
import { FormDialog } from './FormDialog'
import { checkNewPin } from './newPin'

interface PinValues {
  pin: string
  pinAgain: string
}

/** A new PIN for somebody; ends a lock-out too. */
export function PinDialog(props: Pick<ScreenChoices, 'onHashPin'> & { user: User; onClose: () => void }) {
  const { user, onHashPin, onClose } = props
  const { t } = useTranslation('settings')
  const save = useSaveSaying()
  const form = useAppForm<PinValues>({ defaultValues: { pin: '', pinAgain: '' } })
  const keep = async ({ pin, pinAgain }: PinValues): Promise<Refusal | null> => {
    const wrong = checkNewPin(pin, pinAgain)
    if (wrong) return wrong
    const hashed = await onHashPin(pin)
    if (!hashed.ok) return hashed.refusal
    return save(
      setPinCommand,
      { userId: user.id, pinHash: hashed.value.hash },
      t('users.pinSaved', { name: user.name }),
    )
  }
  return (
    <FormDialog title={`${t('users.setPin')} ${user.name}`} form={form} onSave={keep} onClose={onClose}>
      <FormGrid>
        <PinField<PinValues>
          name="pin"
          label={t('users.newPin')}
          hint={t('users.pinHint')}
          required
          autoFocus
          fresh
        />
        <PinField<PinValues> name="pinAgain" label={t('users.pinAgain')} required fresh />
      </FormGrid>
    </FormDialog>
  )
}
