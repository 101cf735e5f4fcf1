import { useEffect, useRef } from 'react'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { type DeskData, getRecord, useData, useQuery } from '../../data'
import { desk } from '../../platform/desk'
import { useNow } from '../../ui'
import { report } from '../../platform/report'
import { keepReady } from './closingBackup'
import { nextStep } from './keeper'

const LOCK = 'front-desk-backups'

/**
 * Makes backups without anybody thinking of it, signed in or not, in one window of the desk (issue "Backups"). Mounted
 * only where the database is whole: nothing may be kept as the newest backup of a database that lost something.
 */
export function BackupKeeper() {
  const data = useData()
  const now = useNow()
  const keeps = useOnlyWindow()
  const failedAt = useRef<number | null>(null)
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const everyMinutes = settings?.backupEveryMinutes ?? DEFAULT_SETTINGS.backupEveryMinutes
  useEffect(() => keepReady(), [])
  useEffect(() => {
    if (!keeps.current) return
    look(data, { now, everyMinutes, failedAt: failedAt.current })
      .then((failed) => {
        failedAt.current = failed ? now : failed === null ? failedAt.current : null
      })
      .catch((error: unknown) => report('backup.failed', error))
  }, [data, now, everyMinutes, keeps])
  return null
}

/** Answers whether it failed; null where there was nothing to do. */
async function look(
  data: DeskData,
  moment: { now: number; everyMinutes: number; failedAt: number | null },
): Promise<boolean | null> {
  const [vault, state] = await Promise.all([desk.invoke('vault.state', {}), desk.invoke('backup.state', {})])
  if (!vault.ok || vault.value.kind !== 'open' || !state.ok) return null
  const unsavedSince = await data.unsavedSince(state.value.last?.seq ?? null)
  const step = nextStep(state.value, { ...moment, unsavedSince })
  if (step === null) return null
  if (step === 'mend') return !(await desk.invoke('backup.mend', {})).ok
  const made = await data.makeBackup('hourly')
  return !made.ok && made.refusal.key !== 'backup.running'
}

/** True in one of the desk's windows; another one takes over when it goes. */
function useOnlyWindow() {
  const keeps = useRef(false)
  useEffect(() => {
    const over = new AbortController()
    const held = navigator.locks.request(LOCK, { signal: over.signal }, () => {
      keeps.current = true
      return new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()))
    })
    held.catch(() => undefined)
    return () => {
      keeps.current = false
      over.abort()
    }
  }, [])
  return keeps
}
