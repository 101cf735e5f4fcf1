import { z } from 'zod'
import type { RecordRules } from '../../../shared/domain/register/rules'
import type { RecordLink } from '../../../shared/domain/register/types'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTables } from '../core/tables'
import { type OnRecord, onRecord, type SavedRecord } from './recordCommand'
import { registerOf } from './registerRules'
import { REGISTER_TABLES, type RegisterTable } from './registerTables'

/** The rules of a table, for rows that were read from it. */
function rulesOf(table: RegisterTable): RecordRules<Side> {
  // A row and its table belong together; the compiler sees only that both are one of several.
  return registerOf(table).rules as unknown as RecordRules<Side>
}

/** Two records of any registers; `rev` is that of the one on the screen. */
export type LinkInput = OnRecord<{ table: RegisterTable; other: { table: RegisterTable; id: string } }>

const input = z.strictObject({
  ...onRecord,
  table: z.enum(REGISTER_TABLES),
  other: z.strictObject({ table: z.enum(REGISTER_TABLES), id: z.string() }),
})

type Side = RecordTables[RegisterTable]

/** Reads both records, lets the rule of each side decide, and writes both. */
async function onBoth(
  tx: CommandTx,
  { id, rev, table, other }: LinkInput,
  decide: (side: Side, sideTable: RegisterTable, opposite: RecordLink) => Result<Side>,
): Promise<Result<SavedRecord>> {
  const record = await tx.get(table, id)
  const opposite = await tx.get(other.table, other.id)
  if (!record || !opposite) return refuse('record.missing')
  if (record.rev !== rev) return refuse('record.changedElsewhere')
  const here = decide(record, table, linkTo(opposite, other.table))
  if (!here.ok) return here
  const there = decide(opposite, other.table, linkTo(record, table))
  if (!there.ok) return there
  // Stands in the timeline of both.
  tx.reason = `${record.number} ↔ ${opposite.number}`
  await tx.put(table, here.value)
  await tx.put(other.table, there.value)
  const { number } = here.value
  return accept({ id, number, rev: here.value.rev })
}

function linkTo({ id, number }: Side, table: RegisterTable): RecordLink {
  return { table, id, number, relation: 'related' }
}

/** 关联 two records, on both sides at once (domain 10). */
export const linkRecordsCommand: CommandSpec<LinkInput, SavedRecord> = {
  name: 'link.add',
  permission: 'record.process',
  tables: REGISTER_TABLES,
  input,
  run: (tx, given) => onBoth(tx, given, (side, table, other) => rulesOf(table).link(side, { other }, tx.ctx)),
}

/** 取消关联, on both sides at once. */
export const unlinkRecordsCommand: CommandSpec<LinkInput, SavedRecord> = {
  name: 'link.remove',
  permission: 'record.process',
  tables: REGISTER_TABLES,
  input,
  run: (tx, given) =>
    onBoth(tx, given, (side, table, { id }) => rulesOf(table).unlink(side, { otherId: id }, tx.ctx)),
}
