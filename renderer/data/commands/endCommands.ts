import { z } from 'zod'
import { revertFields } from '../../../shared/util/diff'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTables } from '../core/tables'
import {
  type OnRecord,
  onRecord,
  readRecord,
  recordCommand,
  type SavedRecord,
  saved,
  text,
} from './recordCommand'
import { type RegisterTable, registerOf } from './registerRules'

/** 作废 of a record: the number stays (domain 2). */
export function voidCommand<K extends RegisterTable>(
  table: K,
): CommandSpec<OnRecord<{ reason: string }>, SavedRecord> {
  return recordCommand(table)<{ reason: string }>(
    'void',
    'record.void',
    { reason: text },
    registerOf(table).rules.voidRecord,
  )
}

/** What was taken back: the audit's name of it, `complaint.answer`. */
export interface Undone extends SavedRecord {
  undone: string
}

/** 撤销 of a record's last step (ui, "Habits"): its content becomes what the audit chain says it was before. */
export function undoCommand<K extends RegisterTable>(table: K): CommandSpec<OnRecord<object>, Undone> {
  const { noun, rules } = registerOf(table)
  return {
    name: `${noun}.undo`,
    permission: 'record.process',
    tables: [table],
    input: z.strictObject(onRecord),
    run: async (tx, { id, rev }) => {
      const record = await readRecord(tx, table, id, rev)
      if (!record.ok) return record
      const before = await stateBefore<K>(tx, record.value)
      const decided = rules.undo(record.value, before.ok ? before.value.record : record.value, tx.ctx)
      // Why the step itself may not be taken back says more than that its audit entry does not help.
      if (!decided.ok) return decided
      if (!before.ok) return before
      tx.reason = before.value.command
      await tx.put(table, decided.value)
      return accept({ ...saved(decided.value), undone: before.value.command })
    },
  }
}

/**
 * The record before its last change. Refusals: `undo.unknown` where the chain does not tell (its detail was erased),
 * `undo.openedAnother` where the same command wrote another record too.
 */
async function stateBefore<K extends RegisterTable>(
  tx: CommandTx,
  record: RecordTables[K],
): Promise<Result<{ record: RecordTables[K]; command: string }>> {
  const last = await tx.lastChangeOf(record.id)
  const fields = last?.detail.changes.find(({ id }) => id === record.id)?.fields ?? []
  const made = fields.find(({ path }) => path === 'rev')
  if (!last || made?.after !== record.rev) return refuse('undo.unknown')
  if (last.entry.refs.some(({ id }) => id !== record.id)) return refuse('undo.openedAnother')
  return accept({ record: revertFields(record, fields), command: last.entry.command })
}
