import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { NoticeBar } from '../../ui'
import { useVaultState } from './vaultState'

const PLACE = '/settings/security'

/** Reminds the director, on every screen, until the 《恢复单》 is on paper; where it is printed it is said in words. */
export function SheetNag() {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const state = useVaultState()
  if (!state || pathname === PLACE) return null
  const missing = state.kind === 'none' ? 'noSheet' : state.sheet?.printedAt ? null : 'notPrinted'
  if (!missing) return null
  return (
    <NoticeBar
      tone="soon"
      action={<Button onClick={() => void navigate(PLACE)}>{t(`nag.${missing}Action`)}</Button>}
    >
      {t(`nag.${missing}`)}
    </NoticeBar>
  )
}
