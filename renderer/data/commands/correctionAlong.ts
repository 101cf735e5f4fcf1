import type { Complaint, ReturnVisit } from '../../../shared/domain/complaint/types'
import type { Correction } from '../../../shared/domain/correction/types'
import type { RecordLink } from '../../../shared/domain/register/types'
import { entryOfAttempt, isReached } from '../../../shared/domain/returnVisit/commands'
import { accept, type Result } from '../../../shared/util/result'
import type { CommandTx } from '../core/commandTx'
import { registerOf } from './registerRules'

/**
 * The 回访 records that a complaint wrote say what its attempts say: those whose attempt a 更正单 corrected are corrected
 * with it, under the same number.
 */
export async function correctReturnVisits(
  tx: CommandTx,
  { changes }: Correction,
  complaint: Complaint,
  link: RecordLink,
): Promise<Result<null>> {
  const touched = complaint.returnVisits.filter((_, index) =>
    changes.some(({ path }) => path.startsWith(`returnVisits.${index}.`)),
  )
  for (const attempt of touched) {
    const corrected = await correctOne(tx, complaint, attempt, link)
    if (!corrected.ok) return corrected
  }
  return accept(null)
}

async function correctOne(
  tx: CommandTx,
  complaint: Complaint,
  attempt: ReturnVisit,
  link: RecordLink,
): Promise<Result<null>> {
  if (!isReached(attempt)) return accept(null)
  for (const { table, id } of complaint.links) {
    const record = table === 'returnVisits' ? await tx.get('returnVisits', id) : undefined
    if (record?.attemptId !== attempt.id || !record.entry || record.void) continue
    const { person, source } = record.entry
    const entry = { ...entryOfAttempt(complaint, attempt), person, source }
    const given = { corrected: { ...record, entry }, voids: null, link }
    const next = registerOf('returnVisits').rules.correct(record, given, tx.ctx)
    if (!next.ok) return next
    await tx.put('returnVisits', next.value)
  }
  return accept(null)
}
