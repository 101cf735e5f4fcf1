import { useEffect, useState } from 'react'
import type { ScanFolderState } from '../../../../shared/ipc/channels'
import { desk } from '../../../platform/desk'

/** The watched folder of this machine; null while it is asked for. The second part sets what a command answered. */
export function useFolderState(): [ScanFolderState | null, (state: ScanFolderState) => void] {
  const [state, setState] = useState<ScanFolderState | null>(null)
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const answer = await desk.invoke('scanFolder.state', {})
      if (!gone && answer.ok) setState(answer.value)
    }
    void ask()
    const off = desk.on('scanFolder', () => void ask())
    return () => {
      gone = true
      off()
    }
  }, [])
  return [state, setState]
}
