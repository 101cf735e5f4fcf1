import { accept, type Result } from '../../../shared/util/result'
import type { DataEnv } from '../core/env'

/**
 * Gives main the lines it does not have yet: a crash between the database's commit and the journal's flush leaves
 * them in `pendingJournal`. Answers how many there were; `openDatabase` has seen that none is missing.
 */
export async function catchUpJournal(env: DataEnv, ledgerSeq: number): Promise<Result<number>> {
  const pending = env.db.of('pendingJournal')
  const missing = await pending.where('seq').above(ledgerSeq).sortBy('seq')
  for (const line of missing) {
    const answer = await env.journal.append([line])
    if (!answer.ok) return answer
  }
  // No further: what another window wrote meanwhile waits for its own answer.
  await pending
    .where('seq')
    .belowOrEqual(missing.at(-1)?.seq ?? ledgerSeq)
    .delete()
  return accept(missing.length)
}
