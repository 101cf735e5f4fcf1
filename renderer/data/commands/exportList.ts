import { z } from 'zod'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { isRecordTable } from '../core/tables'

/** What leaves a register as a file: how many records, and by which words they were filtered. */
export interface ListExportNote {
  table: string
  count: number
  /** The filter in the words of the screen, so that whoever reads the log understands it. */
  filter: string
}

/**
 * Notes the export of a list in the chain (domain 13: every export is logged). Run before the file is handed out, so
 * that no export can stay unlogged; one that is given up in the save dialog is in the log too.
 */
export const noteListExportCommand: CommandSpec<ListExportNote, null> = {
  name: 'list.export',
  permission: 'record.export',
  tables: [],
  input: z.strictObject({
    table: z.string().refine(isRecordTable),
    count: z.number().int().nonnegative(),
    filter: z.string().max(2000),
  }),
  run: async (tx, { table, count, filter }) => {
    tx.logged = true
    const fields = [
      { path: 'exported', before: null, after: count },
      { path: 'filter', before: null, after: filter },
    ]
    tx.changes.push({ table, id: '*', fields })
    return accept(null)
  },
}
