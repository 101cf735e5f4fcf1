import type { DeskDatabase } from '../core/database'
import { checkCounters } from './counters'
import { checkDetails } from './details'
import { checkDrafts, checkFiles, checkJournal } from './leftovers'
import { checkNumbers } from './numbers'
import { checkRows } from './rows'
import type { SelfCheckPorts, SelfCheckReport } from './types'

/** Looks whether the books agree with themselves (issue "Durability"). Reads only; a part at a time. */
export async function lookThrough(
  db: DeskDatabase,
  ports: SelfCheckPorts,
  thorough: boolean,
): Promise<SelfCheckReport> {
  const journal = await checkJournal(db, ports.journal.status)
  const drafts = await checkDrafts(db)
  const rows = await checkRows(db, thorough)
  const details = await checkDetails(db, thorough)
  const numbers = await checkNumbers(db)
  const counters = await checkCounters(db, thorough)
  const { fileStates } = ports
  const files = fileStates ? await checkFiles(db, fileStates, thorough) : { findings: [], looked: 0 }
  return {
    at: ports.now(),
    thorough,
    findings: [
      ...rows,
      ...details,
      ...numbers.findings,
      ...counters.findings,
      ...files.findings,
      ...journal,
      ...drafts,
    ],
    looked: { numbers: numbers.looked, counters: counters.looked, files: files.looked },
  }
}
