import { z } from 'zod'
import type { Permission } from '../../../shared/domain/office/permissions'
import type { PersonRef } from '../../../shared/domain/register/person'
import type { RuleContext } from '../../../shared/domain/register/types'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTables } from '../core/tables'
import { registerOf } from './registerRules'
import type { RegisterTable } from './registerTables'

/** What every command on a numbered record answers. */
export interface SavedRecord {
  id: string
  number: string
  rev: number
}

/** Which record, and the revision the screen showed: an older one is refused with record.changedElsewhere. */
export type OnRecord<I> = I & { id: string; rev: number }

/** Part of the input of every command on a record. */
export const onRecord = { id: z.string(), rev: z.number().int() }

export const text = z.string().max(20_000)
export const instant = z.iso.datetime()

export function saved({ id, number, rev }: SavedRecord): SavedRecord {
  return { id, number, rev }
}

/** Reads the record and refuses when somebody else saved it in between. */
export async function readRecord<K extends RegisterTable>(
  tx: CommandTx,
  table: K,
  id: string,
  rev: number,
): Promise<Result<RecordTables[K]>> {
  const record = await tx.get(table, id)
  if (!record) return refuse('record.missing')
  if (record.rev !== rev) return refuse('record.changedElsewhere')
  return accept(record)
}

/** Writes what a rule decided of a record; a refusal writes nothing. */
export async function putDecided<K extends RegisterTable>(
  tx: CommandTx,
  table: K,
  decided: Result<RecordTables[K]>,
): Promise<Result<SavedRecord>> {
  if (!decided.ok) return decided
  await tx.put(table, decided.value)
  return accept(saved(decided.value))
}

/** The commands of a table whose rules need nothing but the record, their input and the context. */
export function recordCommand<K extends RegisterTable>(table: K) {
  return <I extends object>(
    name: string,
    permission: Permission,
    shape: z.ZodRawShape,
    rule: (record: RecordTables[K], input: I, ctx: RuleContext) => Result<RecordTables[K]>,
  ): CommandSpec<OnRecord<I>, SavedRecord> => {
    const input = z.strictObject({ ...onRecord, ...shape })
    return {
      name: `${registerOf(table).noun}.${name}`,
      permission,
      tables: [table],
      // The shape and the rule's input are written beside each other; the compiler cannot see that they agree.
      input: input as unknown as z.ZodType<OnRecord<I>>,
      run: async (tx, given) => {
        const record = await readRecord(tx, table, given.id, given.rev)
        if (!record.ok) return record
        const { id: _id, rev: _rev, ...rest } = given
        if ('reason' in rest && typeof rest.reason === 'string') tx.reason = rest.reason
        return putDecided(tx, table, rule(record.value, rest as unknown as I, tx.ctx))
      },
    }
  }
}

/**
 * A 房号 typed by hand that is a registered unit's is that unit: its flags and history belong beside the record. One
 * that was typed over a chosen household is another household, and the person chosen there is not meant any more.
 * The command needs `units` among its tables.
 */
export async function withUnit<P extends PersonRef>(tx: CommandTx, person: P): Promise<P> {
  const code = person.unitCode.trim()
  const { unitId } = person
  if (code === '') return person
  const chosen = unitId === null ? null : await tx.get('units', unitId)
  // Chosen and left as it was, or of a unit that is not known here: as the form says.
  if (chosen === undefined || chosen?.code === code) return person
  const unit = (await tx.find('units', 'code', code)).find(({ voided }) => voided === null)
  const tied = { ...person, unitId: unit?.id ?? null }
  return chosen ? { ...tied, personId: null } : tied
}
