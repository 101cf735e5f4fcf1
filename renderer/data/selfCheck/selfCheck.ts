import type { FileState, JournalStatus } from '../../../shared/ipc/channels'
import type { Result } from '../../../shared/util/result'
import type { DeskDatabase } from '../core/database'
import { checkCounters } from './counters'
import { checkDetails } from './details'
import { checkDrafts, checkFiles, checkJournal } from './leftovers'
import { checkNumbers } from './numbers'
import { checkRows } from './rows'
import type { SelfCheckReport } from './types'

/** What the self-check asks besides the database. */
export interface SelfCheckPorts {
  now: () => string
  journal: { status: () => Promise<Result<JournalStatus>> }
  /** The states of stored files, in the order of the question; null where they cannot be asked for. */
  fileStates?: (sha256: string[]) => Promise<FileState[] | null>
}

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

/** The self-check of a window: its last report, for every screen that shows it. */
export class SelfCheck {
  private report: SelfCheckReport | null = null
  private running: Promise<SelfCheckReport> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly db: DeskDatabase,
    private readonly ports: SelfCheckPorts,
  ) {}

  /** Looks once at a time; whoever asks meanwhile gets the same report. */
  run(thorough: boolean): Promise<SelfCheckReport> {
    this.running ??= lookThrough(this.db, this.ports, thorough)
      .then((report) => {
        this.report = report
        return report
      })
      .finally(() => {
        this.running = null
        for (const listener of this.listeners) listener()
      })
    return this.running
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly last = (): SelfCheckReport | null => this.report
}
