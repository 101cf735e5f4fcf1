import { existsSync } from 'node:fs'
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalStatus, Sentinel } from '../../shared/ipc/channels'
import { syncFolder } from './atomicFile'
import { type Journal, openJournal } from './journal/journal'
import type { JournalKey } from './journal/seal'
import { makeQueue } from './queue'
import { readSentinel, writeSentinel } from './sentinel'
import { errorCode } from './systemRefusal'

/** What stands outside the profile: the journal and the sentinel (quality 1). */
export interface Ledger {
  journal: Journal
  /** Journal and sentinel as they are compared with the database before the first screen. */
  status(): Promise<JournalStatus>
  writeSentinel(value: Sentinel): Promise<void>
  /** Moves both into `aside-<time>` beside them; answers that folder. Throws the system's error. */
  setAside(): Promise<string>
  /** `Journal.sealPlain` for the journal, and for those that were set aside; answers how many files. */
  sealPlain(): Promise<number>
}

const ASIDE = 'aside-'

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

/** Opens the ledger in `folder`, which must exist. `vault` says how lines are sealed; without it they lie open. */
export function openLedger(folder: string, clock: () => Date, vault?: () => Promise<JournalKey>): Ledger {
  const journalFolder = join(folder, 'journal')
  const sentinelPath = join(folder, 'sentinel.json')
  const journalIn = (place: string): Journal =>
    openJournal({ folder: place, clock, ...(vault ? { vault } : {}) })
  const journal = journalIn(journalFolder)
  const sentinelQueue = makeQueue()
  return {
    journal,
    async status() {
      const { value, damaged } = await readSentinel(sentinelPath)
      const { problems, ...end } = await journal.status()
      const all = damaged
        ? [...problems, { key: 'sentinel.damaged', file: 'sentinel.json', line: 0 }]
        : problems
      return { ...end, sentinel: value, problems: all }
    },
    writeSentinel: (value) => sentinelQueue(() => writeSentinel(sentinelPath, value)),
    async sealPlain() {
      let files = await journal.sealPlain()
      for (const name of await readdir(folder)) {
        const aside = join(folder, name, 'journal')
        if (name.startsWith(ASIDE) && existsSync(aside)) files += await journalIn(aside).sealPlain()
      }
      return files
    },
    setAside: () =>
      journal.exclusively(() =>
        sentinelQueue(async () => {
          const aside = join(folder, `${ASIDE}${clock().toISOString().replaceAll(/[:.]/g, '-')}`)
          await mkdir(aside, { mode: 0o700 })
          await moveIfThere(journalFolder, join(aside, 'journal'))
          await moveIfThere(sentinelPath, join(aside, 'sentinel.json'))
          await syncFolder(aside)
          await syncFolder(folder)
          return aside
        }),
      ),
  }
}
