import { useCallback, useEffect, useState } from 'react'
import type { SyncState } from '../../../shared/ipc/syncChannels'
import { desk } from '../../platform/desk'

/** The server as main remembers it, and how to read it again after it was changed; undefined until first read. */
export function useSyncState(): { state: SyncState | undefined; refresh: () => Promise<void> } {
  const [state, setState] = useState<SyncState>()
  const refresh = useCallback(async () => {
    const answer = await desk.invoke('sync.state', {})
    if (answer.ok) setState(answer.value)
  }, [])
  useEffect(() => {
    let stale = false
    void desk.invoke('sync.state', {}).then((answer) => {
      if (!stale && answer.ok) setState(answer.value)
    })
    return () => {
      stale = true
    }
  }, [])
  return { state, refresh }
}
