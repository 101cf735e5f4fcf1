import type { JournalLine } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema'
import { loadPinyin } from '../../../shared/util/pinyin'
import { accept, type Refusal, type Result } from '../../../shared/util/result'
import type { Draft } from '../../../shared/schema/draft'
import type { DeskDatabase } from '../core/database'
import { FIRST_VERSION } from '../core/dataVersion'
import type { ChainState } from '../core/tables'
import { applyOwnErasures } from '../privacy/applyErasures'
import { advance, readEntry, refusalOfVersion, Replay } from './replay'

/** Reads the ledger in portions, in order of their sequence. */
export interface LedgerReader {
  read: (afterSeq: number) => Promise<Result<{ lines: JournalLine[]; done: boolean }>>
}

export interface RecoveryProgress {
  done: number
  total: number
}

/**
 * Rebuilds the database from the ledger: every command again, in order, with its numbers, lists and search
 * documents. Continues after what the database already holds. Each portion is one transaction, so a power cut
 * during recovery leaves a shorter but sound database that the next start continues.
 * Rows of an older release are taken as they are and migrated where the chain says that the database was, so a
 * ledger that ends before its migration leaves a database for `migrateDatabase`.
 * Refusals: journal.damaged `{ seq }` where a line does not fit the chain, journal.newer `{ version }` where a newer
 * release wrote on; what was read up to there is kept.
 */
export async function recoverFromLedger(
  db: DeskDatabase,
  ledger: LedgerReader,
  total: number,
  onProgress: (progress: RecoveryProgress) => void,
): Promise<Result<{ lastSeq: number }>> {
  if (!db.isOpen()) await db.open()
  await loadPinyin()
  let chain = ((await db.of('meta').get('chain'))?.value as ChainState | undefined) ?? null
  for (;;) {
    const portion = await ledger.read(chain?.seq ?? 0)
    if (!portion.ok) return portion
    const replayed = await replay(db, portion.value.lines, chain)
    if (!replayed.ok) return replayed
    chain = replayed.value
    onProgress({ done: chain?.seq ?? 0, total })
    if (!portion.value.done && portion.value.lines.length > 0) continue
    // Lines that main had not rewritten yet told again what was erased (domain 13).
    if ((await storedVersion(db)) === DATA_VERSION) await applyOwnErasures(db)
    return accept({ lastSeq: chain?.seq ?? 0 })
  }
}

/**
 * Throws the database away and makes it anew; only after somebody chose recovery. `discard` has main remove its files:
 * what Chromium cannot even open (a manifest that is gone) it cannot delete either. And of a database that it no longer
 * knows (the file that names the manifest is gone) it deletes nothing: the new one is given the same number, and with it
 * rows of the old.
 */
export async function emptyDatabase(
  db: DeskDatabase,
  discard: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const drafts = await readableDrafts(db)
  db.close()
  try {
    await db.delete()
    await db.open()
    if (await holdsRows(db)) throw new Error('the deleted database is still there')
  } catch {
    db.close()
    await discard()
    await db.open()
  }
  await db.of('drafts').bulkPut(drafts)
}

async function holdsRows(db: DeskDatabase): Promise<boolean> {
  const counts = await Promise.all(db.tables.map((table) => table.limit(1).count()))
  return counts.some((count) => count > 0)
}

/** Drafts stand in no journal: they are carried over as far as they can still be read. */
async function readableDrafts(db: DeskDatabase): Promise<Draft[]> {
  try {
    return await db.of('drafts').toArray()
  } catch {
    return []
  }
}

async function replay(
  db: DeskDatabase,
  lines: JournalLine[],
  from: ChainState | null,
): Promise<Result<ChainState | null>> {
  let stopped: Refusal | null = null
  const chain = await db.transaction('rw', db.tables, async () => {
    const pen = new Replay(db, await storedVersion(db))
    let last = from
    for (const line of lines) {
      const entry = readEntry(line, last)
      stopped = entry ? refusalOfVersion(entry) : { key: 'journal.damaged', params: { seq: line.seq } }
      if (!entry || stopped) break
      await pen.take(entry)
      last = advance(last, entry)
    }
    await pen.finish(last)
    return last
  })
  return stopped ? { ok: false, refusal: stopped } : accept(chain)
}

async function storedVersion(db: DeskDatabase): Promise<number> {
  return Number((await db.of('meta').get('dataVersion'))?.value ?? FIRST_VERSION)
}
