import { DEFAULT_SETTINGS } from '../../../../shared/domain/office/settings'
import { attachmentMaxBytes } from '../../../../shared/domain/register/attachment'
import { accept } from '../../../../shared/util/result'
import { getRecord, receiveScansCommand, scansOfBytes, type useData, type useRun } from '../../../data'
import { readPages } from '../../../scans'
import { readIn, type ReadInOptions, type ReadInOutcome, type ReadInPorts } from './readIn'

/** What a pile is read into. */
interface PileDesk {
  db: ReturnType<typeof useData>['db']
  run: ReturnType<typeof useRun>
}

/** Reads a pile of files into this office's tray. Throws where it is called off or goes wrong. */
export async function readPile(
  files: readonly File[],
  { db, run }: PileDesk,
  options: ReadInOptions,
): Promise<ReadInOutcome> {
  const ports: ReadInPorts = {
    readPages,
    known: (sha256) => scansOfBytes(db, sha256),
    receive: async (sheets) => {
      const received = await run(receiveScansCommand, { sheets })
      return received.ok ? accept(received.value.value.ids) : received
    },
    maxBytes: attachmentMaxBytes((await getRecord(db, 'settings', 'office')) ?? DEFAULT_SETTINGS),
  }
  return readIn(files, ports, options)
}
