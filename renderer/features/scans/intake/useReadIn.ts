import { useCallback } from 'react'
import type { ScanSource } from '../../../../shared/domain/scan'
import { accept } from '../../../../shared/util/result'
import { receiveScansCommand, scansOfBytes, useData, useRun } from '../../../data'
import { useKeepFiles } from '../../../register/attachments/useAddAttachment'
import { announce, refusalText } from '../../../ui'
import { noteRead, noteReading } from '../glance/session'
import { readIn, type ReadInOutcome, type ReadInPorts } from './readIn'

/** Reads files into the tray and shows them for a glance; null where it was cancelled or went wrong. */
export function useReadIn() {
  const { db } = useData()
  const run = useRun()
  const { limit } = useKeepFiles()
  return useCallback(
    (files: readonly File[], source: ScanSource): Promise<ReadInOutcome | null> =>
      // One pile after another: pages of two piles must not be mixed up.
      navigator.locks.request('desk.scans', async () => {
        const stop = new AbortController()
        const onPage = (done: number, name: string) => noteReading({ done, name, cancel: () => stop.abort() })
        onPage(0, files[0]?.name ?? '')
        try {
          const { readPages } = await import('../../../scans')
          const ports: ReadInPorts = {
            readPages,
            known: (sha256) => scansOfBytes(db, sha256),
            receive: async (sheets) => {
              const received = await run(receiveScansCommand, { sheets })
              return received.ok ? accept(received.value.value.ids) : received
            },
            maxBytes: await limit(),
          }
          const outcome = await readIn(files, ports, { source, signal: stop.signal, onPage })
          noteRead(outcome, source !== 'folder')
          return outcome
        } catch {
          noteReading(null)
          if (!stop.signal.aborted) announce(refusalText({ key: 'scan.notRead' }), 'problem')
          return null
        }
      }),
    [db, limit, run],
  )
}
