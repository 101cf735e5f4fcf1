import { z } from 'zod'
import { removePhrase, savePhrase } from '../../../shared/domain/office/phrases'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

/** 存为常用语 */
export const savePhraseCommand: CommandSpec<{ field: string; text: string }, { id: string }> = {
  name: 'phrase.save',
  permission: 'record.register',
  tables: ['phrases'],
  input: z.strictObject({ field: z.string().min(1).max(80), text: z.string().max(5_000) }),
  run: async (tx, input) => {
    const made = savePhrase(input, await tx.find('phrases', 'field', input.field), tx.ctx)
    if (!made.ok) return made
    await tx.put('phrases', made.value)
    return accept({ id: made.value.id })
  },
}

/** 删除常用语: it is offered no more. */
export const removePhraseCommand: CommandSpec<{ id: string }, null> = {
  name: 'phrase.remove',
  permission: 'record.register',
  tables: ['phrases'],
  input: z.strictObject({ id: z.string() }),
  run: async (tx, { id }) => {
    const phrase = await tx.get('phrases', id)
    if (!phrase) return refuse('record.missing')
    const removed = removePhrase(phrase, tx.ctx)
    if (!removed.ok) return removed
    await tx.put('phrases', removed.value)
    return accept(null)
  },
}
