import { useEffect, useState } from 'react'
import type { BackupRunning, BackupState } from '../../../shared/ipc/backupChannels'
import { desk } from '../../platform/desk'

/** How the backups stand, followed as main tells; undefined until first read. */
export function useBackupState(): BackupState | undefined {
  const [state, setState] = useState<BackupState>()
  useEffect(() => {
    let stale = false
    const read = async () => {
      const answer = await desk.invoke('backup.state', {})
      if (!stale && answer.ok) setState(answer.value)
    }
    void read()
    const off = desk.on('backup', () => void read())
    return () => {
      stale = true
      off()
    }
  }, [])
  return state
}

/** How far it is, from 0 to 1; null where that is not known. */
export function ratioOf({ done, total }: BackupRunning): number | null {
  return total > 0 ? Math.min(1, done / total) : null
}
