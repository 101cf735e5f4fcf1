import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** The second place of every command (quality 1): journal and sentinel. */
export function journalHandlers({ ledger }: Ports): HandlersOf<'journal' | 'sentinel'> {
  return {
    'journal.status': reads(async () => accept(await ledger.status())),
    'journal.append': writes(({ lines }) => ledger.journal.append(lines)),
    'journal.read': reads(async ({ afterSeq, maxBytes }) =>
      accept(await ledger.journal.read(afterSeq, maxBytes)),
    ),
    'journal.setAside': writes(async () => accept({ movedTo: await ledger.setAside() })),
    'sentinel.write': writes(async (sentinel) => {
      await ledger.writeSentinel(sentinel)
      return accept({})
    }),
  }
}
