import { z } from 'zod'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

/** What leaves the product: records and attachments. */
export interface TakeOutNote {
  records: number
  files: number
}

/** Notes 导出全部资料 in the chain (domain 13: every export is logged), before the first file is written. */
export const noteTakeOutCommand: CommandSpec<TakeOutNote, null> = {
  name: 'office.takeOut',
  permission: 'office.takeOut',
  tables: [],
  input: z.strictObject({ records: z.number().int().nonnegative(), files: z.number().int().nonnegative() }),
  run: async (tx, { records, files }) => {
    tx.logged = true
    const fields = Object.entries({ records, files }).map(([path, after]) => ({ path, before: null, after }))
    tx.changes.push({ table: 'office', id: '*', fields })
    return accept(null)
  },
}
