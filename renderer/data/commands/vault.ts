import { z } from 'zod'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

/** What was done with the office's 《恢复单》. */
export const SHEET_STEPS = ['created', 'printed', 'renewed'] as const

export interface SheetNote {
  step: (typeof SHEET_STEPS)[number]
  sheetId: string
}

/** Notes in the chain who made, printed or renewed which 《恢复单》 (domain 13); never its password. */
export const noteSheetCommand: CommandSpec<SheetNote, null> = {
  name: 'vault.note',
  permission: 'settings.write',
  tables: [],
  input: z.strictObject({ step: z.enum(SHEET_STEPS), sheetId: z.string().max(20) }),
  run: async (tx, { step, sheetId }) => {
    const [office] = await tx.all('office')
    if (!office) return refuse('office.missing')
    tx.logged = true
    tx.changes.push({
      table: 'office',
      id: office.id,
      fields: [{ path: `sheet.${step}`, before: null, after: sheetId }],
    })
    return accept(null)
  },
}
