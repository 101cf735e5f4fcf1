import type { Complaint } from '../../../shared/domain/complaint/types'
import { fromComplaint, isReached, withdraw } from '../../../shared/domain/returnVisit/commands'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandTx } from '../core/commandTx'
import type { TakenAlong } from './endCommands'

/**
 * Writes the HF record of a complaint's newest 回访 where somebody was reached (domain 8); answers the complaint linked
 * with it. For commands with `returnVisits` among their tables.
 */
export async function withReturnVisit(tx: CommandTx, complaint: Complaint): Promise<Complaint> {
  const attempt = complaint.returnVisits.at(-1)
  if (!attempt || !isReached(attempt)) return complaint
  const made = fromComplaint(await tx.nextNumber('HF'), complaint, attempt, tx.ctx)
  await tx.put('returnVisits', made.returnVisit)
  return made.complaint
}

/** 撤销 of a complaint's 回访 voids the HF record that it wrote: its number stays. */
export const returnVisitTakenAlong: TakenAlong = {
  table: 'returnVisits',
  takeBack: async (tx, id) => {
    const record = await tx.get('returnVisits', id)
    if (!record || record.attemptId === '') return refuse('undo.openedAnother')
    const gone = withdraw(record, tx.ctx)
    if (!gone.ok) return gone
    await tx.put('returnVisits', gone.value)
    return accept(null)
  },
}
