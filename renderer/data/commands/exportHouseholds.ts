import { z } from 'zod'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

/** What leaves the register: the format, and how many units and people are in it. */
export interface ExportNote {
  format: 'xlsx' | 'csvUtf8' | 'csvGb18030'
  units: number
  persons: number
}

/**
 * Notes an export in the chain (domain 13: every export is logged). Run before the file is handed out, so that no
 * export can stay unlogged; one that is given up in the save dialog is in the log too.
 */
export const noteExportCommand: CommandSpec<ExportNote, null> = {
  name: 'household.export',
  permission: 'household.export',
  tables: [],
  input: z.strictObject({
    format: z.enum(['xlsx', 'csvUtf8', 'csvGb18030']),
    units: z.number().int().nonnegative(),
    persons: z.number().int().nonnegative(),
  }),
  run: async (tx, { format, units, persons }) => {
    tx.logged = true
    tx.reason = format
    const exported = (after: number) => [{ path: 'exported', before: null, after }]
    tx.changes.push({ table: 'units', id: '*', fields: exported(units) })
    tx.changes.push({ table: 'persons', id: '*', fields: exported(persons) })
    return accept(null)
  },
}
