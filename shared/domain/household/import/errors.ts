import { COLUMN_KEYS, type ColumnKey } from './columns'
import type { RowError } from './types'

/** The column of a field that a rule refuses: `residences.0.until` is 终止日期; null where no column is meant. */
export function columnOfField(
  field: string | undefined,
  kind: 'unit' | 'person' | 'vehicle',
): ColumnKey | null {
  const parts = field?.split('.').filter((part) => !/^\d+$/.test(part)) ?? []
  const name = parts.at(-1)
  if (kind === 'vehicle' && name === 'phone') return 'vehiclePhone'
  return COLUMN_KEYS.find((key) => key === name) ?? null
}

/**
 * The faults of a file in the order of its rows, each cell once. What the rules say of a row as a whole is left out
 * where a cell of that row was found wrong before: it follows from that cell, and says less.
 */
export function joinErrors(found: readonly RowError[], planned: readonly RowError[]): RowError[] {
  const cells = new Map<string, RowError>()
  const rows = new Set(found.map((error) => error.row))
  const later = planned.filter((error) => error.column !== null || !rows.has(error.row))
  for (const error of [...found, ...later]) {
    const cell = `${error.row} ${error.column}`
    if (!cells.has(cell)) cells.set(cell, error)
  }
  return [...cells.values()].sort((a, b) => a.row - b.row)
}
