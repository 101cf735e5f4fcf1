import { FailedTriesBar } from '../../features/vault/FailedTriesBar'
import { SheetNag } from '../../features/vault/SheetNag'
import { useShell } from './context'

/** What the director alone is told above every screen: a 《恢复单》 not yet on paper, wrong tries at PINs. */
export function VaultBars() {
  const { office, user } = useShell()
  if (user.role !== 'director') return null
  return (
    <>
      {!office.demo && <SheetNag />}
      <FailedTriesBar />
    </>
  )
}
