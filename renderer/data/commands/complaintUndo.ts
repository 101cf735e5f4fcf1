import { z } from 'zod'
import { undo } from '../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { revertFields } from '../../../shared/util/diff'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { type OnRecord, readComplaint, type SavedRecord, saved } from './complaintCommand'

/** What was taken back: the audit's name of it, `complaint.answer`. */
export interface Undone extends SavedRecord {
  undone: string
}

/** 撤销 of a record's last step (ui, "Habits"): its content becomes what the audit chain says it was before. */
export const undoComplaintCommand: CommandSpec<OnRecord<object>, Undone> = {
  name: 'complaint.undo',
  permission: 'record.process',
  tables: ['complaints'],
  input: z.strictObject({ id: z.string(), rev: z.number().int() }),
  run: async (tx, { id, rev }) => {
    const record = await readComplaint(tx, id, rev)
    if (!record.ok) return record
    const before = await stateBefore(tx, record.value)
    const decided = undo(record.value, before.ok ? before.value.record : record.value, tx.ctx)
    // Why the step itself may not be taken back says more than that its audit entry does not help.
    if (!decided.ok) return decided
    if (!before.ok) return before
    tx.reason = before.value.command
    await tx.put('complaints', decided.value)
    return accept({ ...saved(decided.value), undone: before.value.command })
  },
}

/**
 * The record before its last change. Refusals: `undo.unknown` where the chain does not tell (its detail was
 * erased), `undo.openedAnother` where the same command wrote another record too.
 */
async function stateBefore(
  tx: CommandTx,
  record: Complaint,
): Promise<Result<{ record: Complaint; command: string }>> {
  const last = await tx.lastChangeOf(record.id)
  const fields = last?.detail.changes.find(({ id }) => id === record.id)?.fields ?? []
  const made = fields.find(({ path }) => path === 'rev')
  if (!last || made?.after !== record.rev) return refuse('undo.unknown')
  if (last.entry.refs.some(({ id }) => id !== record.id)) return refuse('undo.openedAnother')
  return accept({ record: revertFields(record, fields), command: last.entry.command })
}
