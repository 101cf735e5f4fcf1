import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/office/types'
import { useCommandBarrier } from '../../ui'
import { SignInForm } from './SignInForm'

/** 切换用户: one click and a PIN. What the other was typing waits under their 草稿. */
export function SwitchUser({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['start', 'ui'])
  useCommandBarrier(true)
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="switch-title">
      <DialogTitle id="switch-title">{t('start:switch.title')}</DialogTitle>
      <DialogContent>
        <SignInForm
          without={user.id}
          firstChoice={null}
          submitLabel={t('start:switch.enter')}
          onDone={onClose}
          aside={<Button onClick={onClose}>{t('ui:goBack')}</Button>}
        />
      </DialogContent>
    </Dialog>
  )
}
