import { z } from 'zod'
import { isErasable } from '../../../shared/domain/privacy/registers'
import type { Erasure } from '../../../shared/domain/privacy/types'
import { erasureSchema } from '../../../shared/schema/privacy'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { ERASING_TABLES, type ErasePen, eraseRecords, TAKEN_ERASE_COMMAND } from '../privacy/erasing'

/**
 * Erases here what another machine erased by law (domain 13), before the erased rows come in: what this machine's own
 * entries and files tell goes as it went there. The entry names the rows, so that main knows which lines of the journal
 * to clear; the server learns nothing of it, for it has these rows from where they were erased. Run by the desk itself.
 */
export const eraseTakenCommand: CommandSpec<Erasure[], { erased: number }> = {
  name: TAKEN_ERASE_COMMAND,
  input: z.array(erasureSchema),
  permission: null,
  bySystem: true,
  ignoresClock: true,
  tables: ERASING_TABLES,
  run: async (tx, erasures) => {
    tx.lock.erasing = true
    const pen: ErasePen = {
      erase: async (table, row) => void (await tx.eraseAsElsewhere(table, row)),
      // The list itself comes from the server.
      note: async () => undefined,
    }
    for (const { table, recordId: id, at, by, basis, byUserId } of erasures) {
      if (!isErasable(table)) continue
      const order = { erased: { at, by, basis }, byUserId }
      await tx.query((db) => eraseRecords(db, pen, [{ table, id }], order))
    }
    const unlisted: Erasure[] = []
    for (const erasure of erasures) if (!(await tx.get('erasures', erasure.id))) unlisted.push(erasure)
    await tx.take('erasures', unlisted)
    if (tx.writes.length > 0) await tx.setMeta('clearErased', true)
    return accept({ erased: tx.refs.length })
  },
}
