import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVaultState } from './vaultState'

const RecoverPinDialog = lazy(() => import('./RecoverPinDialog'))

/** On the sign-in screen: the way of a director who forgot the PIN. Not where no 《恢复单》 was ever made. */
export function RecoverPin() {
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
          <RecoverPinDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
