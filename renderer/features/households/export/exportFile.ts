import Papa from 'papaparse'
import {
  COLUMN_KEYS,
  EXPORT_HEADER,
  type ExistingHouseholds,
  type ExportRow,
  exportRows,
  guardCell,
} from '../../../../shared/domain/household/import'
import { sheetFile } from '../../../register/export/sheet'

/** What the export menu offers; both text encodings are the same text, written differently by main. */
export type ExportFormat = 'xlsx' | 'csvUtf8' | 'csvGb18030'

export type ExportedFile = { type: 'bytes'; bytes: Uint8Array<ArrayBuffer> } | { type: 'text'; text: string }

/** Columns of names and phones are wide enough to be read without dragging. */
const WIDE: ReadonlySet<string> = new Set([
  'name',
  'phones',
  'vehiclePhone',
  'moveInDate',
  'from',
  'until',
  'plate',
])
const COLUMNS = COLUMN_KEYS.map((key, i) => ({
  header: EXPORT_HEADER[i] ?? key,
  width: key === 'phones' ? 26 : WIDE.has(key) ? 14 : 10,
}))

function csvText(rows: readonly ExportRow[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell)))
  return Papa.unparse([[...EXPORT_HEADER], ...cells], { newline: '\r\n' })
}

/** The households as a file; without any it is the template (模板). */
export function exportFile(all: ExistingHouseholds, format: ExportFormat, sheetName: string): ExportedFile {
  const rows = exportRows(all)
  return format === 'xlsx'
    ? { type: 'bytes', bytes: sheetFile(sheetName, COLUMNS, rows) }
    : { type: 'text', text: csvText(rows) }
}
