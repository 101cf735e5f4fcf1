import { z } from 'zod'
import type { Complaint } from '../../../shared/domain/complaint/types'
import type { Permission } from '../../../shared/domain/office/permissions'
import type { RuleContext } from '../../../shared/domain/register/types'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'

/** What every command on a numbered record answers. */
export interface SavedRecord {
  id: string
  number: string
  rev: number
}

/** Which record, and the revision the screen showed: an older one is refused with record.changedElsewhere. */
export type OnRecord<I> = I & { id: string; rev: number }

export const text = z.string().max(20_000)
export const instant = z.iso.datetime()

export function saved({ id, number, rev }: Complaint): SavedRecord {
  return { id, number, rev }
}

/** Reads the record and refuses when somebody else saved it in between. */
export async function readComplaint(tx: CommandTx, id: string, rev: number): Promise<Result<Complaint>> {
  const record = await tx.get('complaints', id)
  if (!record) return refuse('record.missing')
  if (record.rev !== rev) return refuse('record.changedElsewhere')
  return accept(record)
}

/** A command whose rule needs nothing but the record, its input and the context. */
export function complaintCommand<I extends object>(
  name: string,
  permission: Permission,
  shape: z.ZodRawShape,
  rule: (record: Complaint, input: I, ctx: RuleContext) => Result<Complaint>,
): CommandSpec<OnRecord<I>, SavedRecord> {
  const input = z.strictObject({ id: z.string(), rev: z.number().int(), ...shape })
  return {
    name: `complaint.${name}`,
    permission,
    tables: ['complaints'],
    input: input as unknown as z.ZodType<OnRecord<I>>,
    run: async (tx, given) => {
      const record = await readComplaint(tx, given.id, given.rev)
      if (!record.ok) return record
      const { id: _id, rev: _rev, ...rest } = given
      const decided = rule(record.value, rest as unknown as I, tx.ctx)
      if (!decided.ok) return decided
      if ('reason' in rest && typeof rest.reason === 'string') tx.reason = rest.reason
      await tx.put('complaints', decided.value)
      return accept(saved(decided.value))
    },
  }
}
