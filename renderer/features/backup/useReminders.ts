import { useEffect, useState } from 'react'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import { unsavedSince, useQuery } from '../../data'
import { desk } from '../../platform/desk'
import { useNow } from '../../ui'
import { type Reminder, remindersOf } from './reminders'
import { useBackupState } from './useBackupState'

/** What somebody has to be told of the backups; none until everything is known. */
export function useReminders(): readonly Reminder[] {
  const now = useNow()
  const state = useBackupState()
  const lastSeq = state?.last?.seq ?? null
  const unsaved = useQuery(async (db) => unsavedSince(db, lastSeq), [lastSeq])
  const [vault, setVault] = useState<VaultState['kind'] | null>(null)
  useEffect(() => {
    let stale = false
    void desk.invoke('vault.state', {}).then((answer) => {
      if (!stale && answer.ok) setVault(answer.value.kind)
    })
    return () => {
      stale = true
    }
  }, [])
  return vault && state ? remindersOf(state, vault, unsaved ?? null, now) : []
}
