import { errorCode } from '../services/systemRefusal'
import type { AttachmentStore } from '../services/attachments/store'
import type { Ledger } from '../services/ledger'
import type { Log } from '../services/log'

/** What of an office may hold something from before its vault. */
interface Kept {
  ledger: Ledger
  attachments: AttachmentStore
}

/** The first screen, or the page that prints the 《恢复单》, is not to wait for it. */
const SOON_MS = 4_000

/**
 * Seals, beside the work, what journal and attachments hold from before there was a vault. Broken off, the next start
 * goes on with it.
 */
export function sealOlderSoon(log: Log, office: () => Kept): void {
  setTimeout(() => void sealOlder(log, office()), SOON_MS).unref()
}

async function sealOlder(log: Log, { ledger, attachments }: Kept): Promise<void> {
  try {
    const journals = await ledger.sealPlain()
    if (journals > 0) log.write('info', 'seal.journal', [journals])
    const { sealed, left } = await attachments.sealPlain()
    if (sealed + left > 0) log.write(left > 0 ? 'warn' : 'info', 'seal.attachments', [sealed, left])
  } catch (error) {
    log.write('error', 'seal.failed', [errorCode(error)])
  }
}
