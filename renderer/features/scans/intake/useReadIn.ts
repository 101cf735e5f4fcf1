import { useCallback } from 'react'
import type { ScanSource } from '../../../../shared/domain/scan'
import { useData, useRun } from '../../../data'
import { announce, refusalText } from '../../../ui'
import { noteRead, noteReading } from '../glance/session'
import type { ReadInOutcome } from './readIn'

/** Reads files into the tray and shows them for a glance; null where it was cancelled or went wrong. */
export function useReadIn() {
  const { db } = useData()
  const run = useRun()
  return useCallback(
    (files: readonly File[], source: ScanSource): Promise<ReadInOutcome | null> =>
      // One pile after another: pages of two piles must not be mixed up.
      navigator.locks.request('desk.scans', async () => {
        const stop = new AbortController()
        const onPage = (done: number, name: string) => noteReading({ done, name, cancel: () => stop.abort() })
        onPage(0, files[0]?.name ?? '')
        try {
          const { readPile } = await import('./readPile')
          const outcome = await readPile(files, { db, run }, { source, signal: stop.signal, onPage })
          noteRead(outcome, source !== 'folder')
          return outcome
        } catch {
          noteReading(null)
          if (!stop.signal.aborted) announce(refusalText({ key: 'scan.notRead' }), 'problem')
          return null
        }
      }),
    [db, run],
  )
}
