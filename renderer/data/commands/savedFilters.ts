import { z } from 'zod'
import { removeFilter, type SaveFilterInput, saveFilter } from '../../../shared/domain/office/savedFilter'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

/** 保存筛选, or a new name for one; answers its id. */
export const saveFilterCommand: CommandSpec<SaveFilterInput, { id: string }> = {
  name: 'savedFilter.save',
  // Whoever may read a list may keep a way of looking at it.
  permission: 'record.read',
  tables: ['savedFilters'],
  input: z.strictObject({
    id: z.string().nullable(),
    list: z.string().min(1).max(40),
    name: z.string().max(60),
    filters: z.record(z.string().max(40), z.string().max(200)),
  }),
  run: async (tx, input) => {
    const all = await tx.find('savedFilters', 'userId', tx.ctx.actor.userId)
    const mine = all.filter(({ list }) => list === input.list)
    const decided = saveFilter(mine, input, tx.ctx)
    if (!decided.ok) return decided
    await tx.put('savedFilters', decided.value)
    return accept({ id: decided.value.id })
  },
}

/** Takes a saved filter of one's own away. */
export const removeFilterCommand: CommandSpec<{ id: string }, null> = {
  name: 'savedFilter.remove',
  permission: 'record.read',
  tables: ['savedFilters'],
  input: z.strictObject({ id: z.string() }),
  run: async (tx, { id }) => {
    const decided = removeFilter(await tx.get('savedFilters', id), tx.ctx)
    if (!decided.ok) return decided
    await tx.put('savedFilters', decided.value)
    return accept(null)
  },
}
