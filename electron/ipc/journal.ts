import { accept, refuse } from '../../shared/util/result'
import { JournalLocked } from '../services/journal/seal'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The second place of every command (quality 1): journal and sentinel. */
export function journalHandlers(ports: Ports): HandlersOf<'journal' | 'sentinel'> {
  return {
    'journal.status': reads(async () => accept(await ports.ledger.status())),
    'journal.append': writes(async ({ lines }) => {
      const appended = await ports.ledger.journal.append(lines)
      // A backup that is being made takes what is written meanwhile.
      if (appended.ok) ports.archives.note(lines)
      return appended
    }),
    'journal.read': reads(async ({ afterSeq, maxBytes }) => {
      try {
        return accept(await ports.ledger.journal.read(afterSeq, maxBytes))
      } catch (error) {
        if (error instanceof JournalLocked) return refuse('vault.locked')
        throw error
      }
    }),
    'journal.setAside': writes(async () => accept({ movedTo: await ports.ledger.setAside() })),
    'sentinel.write': writes(async (sentinel) => {
      await ports.ledger.writeSentinel(sentinel)
      return accept({})
    }),
  }
}
