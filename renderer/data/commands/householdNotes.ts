import { z } from 'zod'
import {
  type BlacklistInput,
  createBlacklistEntry,
  updateBlacklistEntry,
} from '../../../shared/domain/household/blacklist'
import {
  type CareFlagInput,
  createCareFlag,
  createInstruction,
  endCareFlag,
  endInstruction,
  type InstructionInput,
  updateCareFlag,
  updateInstruction,
} from '../../../shared/domain/household/notes'
import { CARE_KINDS, INSTRUCTION_KINDS } from '../../../shared/domain/household/types'
import { voidEntry, voidUnit } from '../../../shared/domain/household/voiding'
import { ROLES } from '../../../shared/domain/office/types'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { type Edit, entryId, type SavedId, saveEntry } from './households'

const day = z.string().nullable()

/** Creates or changes a 重点关注. */
export const saveCareFlagCommand: CommandSpec<Edit<CareFlagInput>, SavedId> = {
  name: 'household.saveCareFlag',
  permission: 'household.write',
  tables: ['careFlags'],
  input: z.strictObject({
    id: entryId,
    unitId: z.string(),
    kind: z.enum(CARE_KINDS),
    note: z.string(),
    expiresOn: day,
    visibleTo: z.array(z.enum(ROLES)),
  }),
  run: (tx, { id, ...input }) =>
    saveEntry(tx, 'careFlags', id, {
      create: () => createCareFlag(input, tx.ctx),
      update: (flag) => updateCareFlag(flag, input, tx.ctx),
    }),
}

/** Creates or changes a 委托事项. */
export const saveInstructionCommand: CommandSpec<Edit<InstructionInput>, SavedId> = {
  name: 'household.saveInstruction',
  permission: 'household.write',
  tables: ['instructions'],
  input: z.strictObject({
    id: entryId,
    unitId: z.string(),
    kind: z.enum(INSTRUCTION_KINDS),
    note: z.string(),
    startsOn: z.string(),
    expiresOn: day,
  }),
  run: (tx, { id, ...input }) =>
    saveEntry(tx, 'instructions', id, {
      create: () => createInstruction(input, tx.ctx),
      update: (one) => updateInstruction(one, input, tx.ctx),
    }),
}

/** Creates or changes an entry of the 违规名单. */
export const saveBlacklistCommand: CommandSpec<Edit<BlacklistInput>, SavedId> = {
  name: 'household.saveBlacklist',
  permission: 'blacklist.write',
  tables: ['blacklist'],
  input: z.strictObject({
    id: entryId,
    name: z.string(),
    description: z.string(),
    reason: z.string(),
    incidentDate: z.string(),
    until: day,
  }),
  run: (tx, { id, ...input }) =>
    saveEntry(tx, 'blacklist', id, {
      create: () => createBlacklistEntry(input, tx.ctx),
      update: (entry) => updateBlacklistEntry(entry, input, tx.ctx),
    }),
}

/** Ends a 重点关注 or a 委托事项 today: it stops showing, and stays on record. */
export const endNoteCommand: CommandSpec<{ table: 'careFlags' | 'instructions'; id: string }, SavedId> = {
  name: 'household.endNote',
  permission: 'household.write',
  tables: ['careFlags', 'instructions'],
  input: z.strictObject({ table: z.enum(['careFlags', 'instructions']), id: z.string() }),
  run: (tx, { table, id }) =>
    table === 'careFlags'
      ? saveEntry(tx, 'careFlags', id, {
          create: () => refuse('record.missing'),
          update: (flag) => endCareFlag(flag, tx.ctx),
        })
      : saveEntry(tx, 'instructions', id, {
          create: () => refuse('record.missing'),
          update: (one) => endInstruction(one, tx.ctx),
        }),
}

const VOIDABLE = ['units', 'persons', 'vehicles', 'careFlags', 'instructions', 'blacklist'] as const
type Voidable = (typeof VOIDABLE)[number]

/** Marks what should never have been written, with a reason; 客服主管 and up. */
export const voidEntryCommand: CommandSpec<{ table: Voidable; id: string; reason: string }, SavedId> = {
  name: 'household.void',
  permission: 'record.void',
  tables: [...VOIDABLE],
  input: z.strictObject({ table: z.enum(VOIDABLE), id: z.string(), reason: z.string() }),
  run: async (tx, { table, id, reason }) => {
    const row = await tx.get(table, id)
    if (!row) return refuse('record.missing')
    tx.reason = reason
    const decided =
      table === 'units'
        ? voidUnit(row, reason, await unitInUse(tx, id), tx.ctx)
        : voidEntry(row, reason, tx.ctx)
    if (!decided.ok) return decided
    await tx.put(table, decided.value)
    return accept({ id })
  },
}

async function unitInUse(tx: CommandTx, unitId: string): Promise<boolean> {
  const [persons, vehicles] = await Promise.all([
    tx.find('persons', 'unitIds', unitId),
    tx.find('vehicles', 'unitId', unitId),
  ])
  return [...persons, ...vehicles].some((row) => row.voided === null)
}
