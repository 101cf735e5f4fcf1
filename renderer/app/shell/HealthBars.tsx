import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { MIN_FREE_BYTES, useData, useSearchBroken, useSelfCheck, useSlowness } from '../../data'
import { formatBytes, NoticeBar } from '../../ui'
import { report } from '../../platform/report'
import { useShell } from './context'
import { LostBar } from './LostBar'

/** Well before writing stops: some weeks of an office's work, and time to call somebody. */
const WARN_BYTES = 5 * MIN_FREE_BYTES
const LOOK_MS = 60_000
/** The first screens come first. */
const CHECK_AFTER_MS = 30_000

/** What is told above every screen of disk and books: little space, a disk that hangs, findings of the self-check. */
export function HealthBars() {
  const { t } = useTranslation(['selfCheck', 'shell'])
  const slow = useSlowness()
  const searchBroken = useSearchBroken()
  const free = useFreeBytes()
  useSelfCheckInBackground()
  return (
    <>
      <LostBar />
      {slow && <NoticeBar tone="danger">{t('slow')}</NoticeBar>}
      {searchBroken && <NoticeBar tone="danger">{t('shell:search.broken')}</NoticeBar>}
      {free !== null && free < WARN_BYTES && (
        <NoticeBar tone={free < MIN_FREE_BYTES ? 'danger' : 'soon'}>
          {t(free < MIN_FREE_BYTES ? 'diskFull' : 'diskLow', {
            left: formatBytes(free),
            least: formatBytes(MIN_FREE_BYTES),
          })}
        </NoticeBar>
      )}
      <Findings />
    </>
  )
}

/** Free bytes, looked at each minute; null while not known. */
function useFreeBytes(): number | null {
  const { ports } = useData()
  const [free, setFree] = useState<number | null>(null)
  useEffect(() => {
    let stale = false
    const look = async () => {
      const bytes = await ports.freeBytes()
      if (!stale) setFree(bytes)
    }
    const lookAgain = () => void look().catch((error: unknown) => report('disk.notKnown', error))
    lookAgain()
    const timer = setInterval(lookAgain, LOOK_MS)
    return () => {
      stale = true
      clearInterval(timer)
    }
  }, [ports])
  return free
}

/** Once a sign-in, when the desk has come to rest. */
function useSelfCheckInBackground(): void {
  const { selfCheck } = useData()
  useEffect(() => {
    const timer = setTimeout(() => {
      selfCheck.run(false).catch((error: unknown) => report('selfCheck.failed', error))
    }, CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [selfCheck])
}

function Findings() {
  const { t } = useTranslation('selfCheck')
  const { user } = useShell()
  const navigate = useNavigate()
  const count = useSelfCheck()?.findings.length ?? 0
  if (count === 0 || !may(user.role, 'settings.write')) return null
  return (
    <NoticeBar
      tone="soon"
      action={<Button onClick={() => void navigate('/settings/security')}>{t('barGo')}</Button>}
    >
      {t('bar', { count })}
    </NoticeBar>
  )
}
