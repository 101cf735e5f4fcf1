import { useEffect, useState } from 'react'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import type { Instant } from '../../../shared/util/instant'
import { useData, useQuery } from '../../data'
import { desk } from '../../platform/desk'
import { useNow } from '../../ui'
import { type Reminder, remindersOf } from './reminders'
import { useBackupState } from './useBackupState'

/** What somebody has to be told of the backups; none until everything is known. */
export function useReminders(): readonly Reminder[] {
  const data = useData()
  const now = useNow()
  const state = useBackupState()
  const chain = useQuery(async (db) => (await db.of('meta').get('chain'))?.value, [])
  const [unsavedSince, setUnsavedSince] = useState<Instant | null>(null)
  const [vault, setVault] = useState<VaultState['kind'] | null>(null)
  const lastSeq = state?.last?.seq ?? null
  useEffect(() => {
    let stale = false
    void desk.invoke('vault.state', {}).then((answer) => {
      if (!stale && answer.ok) setVault(answer.value.kind)
    })
    void data.unsavedSince(lastSeq).then((since) => {
      if (!stale) setUnsavedSince(since)
    })
    return () => {
      stale = true
    }
  }, [data, lastSeq, chain])
  return vault && state ? remindersOf(state, vault, unsavedSince, now) : []
}
