import Button from '@mui/material/Button'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyScreen } from '../../ui'
import { useVaultState } from './vaultState'

const RecoverPinDialog = lazyScreen(() => import('./RecoverPinDialog'))

interface RecoverPinProps {
  /** The one director whom it is for; without it any of them. */
  userId?: string
}

/** On sign-in and lock: the way of a director who forgot the PIN. Not where no 《恢复单》 was ever made. */
export function RecoverPin({ userId }: RecoverPinProps) {
  const { t } = useTranslation('vault')
  const state = useVaultState()
  const [open, setOpen] = useState(false)
  if (state?.kind !== 'open') return null
  return (
    <>
      <Button variant="text" onClick={() => setOpen(true)}>
        {t('recover.action')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <RecoverPinDialog {...(userId === undefined ? {} : { userId })} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
