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
import { registerOf } from './registerRules'
import type { RegisterTable } from './registerTables'

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

/** Another record that a step wrote along with its own, and that goes with it when the step is taken back. */
export interface TakenAlong {
  table: RegisterTable
  takeBack: (tx: CommandTx, id: string) => Promise<Result<null>>
}

/**
 * 撤销 of a record's last step (ui, "Habits"): its content becomes what the audit chain says it was before.
 * @param along what a step of this register may have written besides; anything else keeps it from being taken back.
 */
export function undoCommand<K extends RegisterTable>(
  table: K,
  along?: TakenAlong,
): CommandSpec<OnRecord<object>, Undone> {
  const { noun, rules } = registerOf(table)
  return {
    name: `${noun}.undo`,
    permission: 'record.process',
    tables: along ? [table, along.table] : [table],
    input: z.strictObject(onRecord),
    run: async (tx, { id, rev }) => {
      const record = await readRecord(tx, table, id, rev)
      if (!record.ok) return record
      const before = await stateBefore<K>(tx, table, record.value, along)
      const decided = rules.undo(record.value, before.ok ? before.value.record : record.value, tx.ctx)
      // Why the step itself may not be taken back says more than that its audit entry does not help.
      if (!decided.ok) return decided
      if (!before.ok) return before
      for (const other of before.value.others) {
        const gone = await along?.takeBack(tx, other)
        if (gone && !gone.ok) return gone
      }
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
  table: K,
  record: RecordTables[K],
  along: TakenAlong | undefined,
): Promise<Result<{ record: RecordTables[K]; command: string; others: string[] }>> {
  const last = await tx.lastChangeOf(record.id)
  const mine = last?.detail.changes.find((change) => change.table === table && change.id === record.id)
  const fields = mine?.fields ?? []
  const made = fields.find(({ path }) => path === 'rev')
  if (!last || made?.after !== record.rev) return refuse('undo.unknown')
  const others = last.entry.refs.filter(({ id }) => id !== record.id)
  if (others.some((other) => other.table !== along?.table)) return refuse('undo.openedAnother')
  const { command } = last.entry
  return accept({ record: revertFields(record, fields), command, others: others.map(({ id }) => id) })
}
