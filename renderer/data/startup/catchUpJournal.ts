import type { JournalLine } from '../../../shared/ipc/channels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { DataEnv } from '../core/env'

/**
 * Gives main the lines it does not have yet: a crash between the database's commit and the journal's flush leaves
 * them in `pendingJournal`. Refusal: journal.lost where a line is in neither place.
 */
export async function catchUpJournal(env: DataEnv, ledgerSeq: number): Promise<Result<number>> {
  const pending = await env.db.of('pendingJournal').orderBy('seq').toArray()
  const missing: JournalLine[] = pending.filter((line) => line.seq > ledgerSeq)
  const databaseSeq = (await env.db.of('audit').toCollection().lastKey()) as number | undefined
  const first = missing[0]?.seq ?? ledgerSeq + 1
  if (first !== ledgerSeq + 1 || (databaseSeq ?? 0) > ledgerSeq + missing.length) {
    return refuse('journal.lost', undefined, { from: ledgerSeq + 1, to: databaseSeq ?? 0 })
  }
  for (const line of missing) {
    const answer = await env.journal.append([line])
    if (!answer.ok) return answer
  }
  await env.db.of('pendingJournal').clear()
  return accept(missing.length)
}
