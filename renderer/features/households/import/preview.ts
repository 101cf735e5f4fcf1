import { HouseholdFileReader, joinErrors, planImport } from '../../../../shared/domain/household/import'
import { DEFAULT_SETTINGS } from '../../../../shared/domain/office/settings'
import { accept, type Result } from '../../../../shared/util/result'
import { ERRORS_SHOWN, type ImportPhase, type ImportPreview, type ImportStart } from './protocol'
import { readFile } from './readFile'

type Say = (phase: ImportPhase, done: number, total: number | null) => void

const ROWS_A_STEP = 1000

/** Reads a file, checks its rows and compares its units; says how far it is. Refusals: as `readFile` and the reader. */
export async function previewImport(
  start: ImportStart,
  now: string,
  say: Say,
): Promise<Result<ImportPreview>> {
  say('reading', 0, null)
  const table = await readFile(start.file)
  if (!table.ok) return table
  const rows = table.value
  const reader = new HouseholdFileReader()
  for (const [i, cells] of rows.entries()) {
    const pushed = reader.push(i + 1, cells)
    if (!pushed.ok) return pushed
    if (i % ROWS_A_STEP === 0) say('checking', i, rows.length)
  }
  const file = reader.finish()
  if (!file.ok) return file
  const { units, rowCount, ignoredColumns } = file.value
  // Ids of the preview are thrown away: the command gives the real ones.
  let last = 0
  const newId = () => `preview-${++last}`
  const context = { now, actor: start.actor, newId, settings: DEFAULT_SETTINGS }
  const plan = planImport(units, start.existing, context, (done) => say('comparing', done, units.length))
  const errors = joinErrors(file.value.errors, plan.errors)
  const { created, updated, unchanged, reports } = plan
  return accept({
    units,
    rowCount,
    ignoredColumns,
    created,
    updated,
    unchanged,
    reports,
    errors: errors.slice(0, ERRORS_SHOWN),
    errorCount: errors.length,
  })
}
