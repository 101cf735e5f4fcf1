import { report } from '../platform/report'

/** Only what the browser needs to be asked. */
type Keeping = Pick<StorageManager, 'persisted' | 'persist'>

/**
 * Asks that the books are not thrown away where room grows short (quality 1); what was granted once stays so. A refusal
 * goes into the log: nobody at the desk can do anything about it, and the journal is outside.
 */
export async function keepStorage(storage: Keeping = navigator.storage): Promise<boolean> {
  const kept = (await storage.persisted()) || (await storage.persist())
  if (!kept) report('storage.notKept', 'refused')
  return kept
}
