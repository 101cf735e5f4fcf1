import { z } from 'zod'
import { type ImportedUnit, planImport } from '../../../shared/domain/household/import'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'

export interface ImportResult {
  created: number
  updated: number
  unchanged: number
}

/**
 * Imports households all or nothing (domain 4). What the file means is decided anew inside the transaction, against
 * what is known at that moment: the preview may be older than a colleague's change.
 * Refusals: household.importErrors `{ count }`, command.cancelled.
 */
export const importHouseholdsCommand: CommandSpec<{ units: ImportedUnit[]; fileName: string }, ImportResult> =
  {
    name: 'household.import',
    permission: 'household.import',
    tables: ['units', 'persons', 'vehicles'],
    input: z.strictObject({
      units: z.array(z.custom<ImportedUnit>((unit) => typeof unit === 'object' && unit !== null)),
      fileName: z.string().max(300),
    }),
    run: async (tx, { units: imported, fileName }) => {
      const [units, persons, vehicles] = [
        await tx.all('units'),
        await tx.all('persons'),
        await tx.all('vehicles'),
      ]
      const active = <T extends { voided: unknown }>(rows: T[]) => rows.filter((row) => row.voided === null)
      const existing = { units: active(units), persons: active(persons), vehicles: active(vehicles) }
      const plan = planImport(imported, existing, tx.ctx)
      if (plan.errors.length > 0)
        return refuse('household.importErrors', undefined, { count: plan.errors.length })
      tx.reason = fileName
      const { writes, created, updated, unchanged } = plan
      const total = writes.units.length + writes.persons.length + writes.vehicles.length
      let before = 0
      const progress = (done: number) => tx.onProgress?.(before + done, total)
      await tx.bulkPut('units', writes.units, progress)
      before += writes.units.length
      await tx.bulkPut('persons', writes.persons, progress)
      before += writes.persons.length
      await tx.bulkPut('vehicles', writes.vehicles, progress)
      return accept({ created, updated, unchanged })
    },
  }
