import type {
  ExistingHouseholds,
  ImportedUnit,
  RowError,
  UnitReport,
} from '../../../../shared/domain/household/import'
import type { Actor } from '../../../../shared/domain/register/types'
import type { Refusal } from '../../../../shared/util/result'

/** What the worker is doing: reading the file, checking its rows, comparing its units with what is known. */
export type ImportPhase = 'reading' | 'checking' | 'comparing'

export interface ImportStart {
  file: Blob
  existing: ExistingHouseholds
  actor: Actor
}

/** What a file would do, as the wizard shows it, and the units that the command takes over. */
export interface ImportPreview {
  units: ImportedUnit[]
  rowCount: number
  ignoredColumns: string[]
  created: number
  updated: number
  unchanged: number
  /** Every unit that is created or changed. */
  reports: UnitReport[]
  /** The first `ERRORS_SHOWN` faults, by row. */
  errors: RowError[]
  errorCount: number
}

export type FromImportWorker =
  | { type: 'progress'; phase: ImportPhase; done: number; total: number | null }
  | { type: 'preview'; preview: ImportPreview }
  | { type: 'refused'; refusal: Refusal }

/** More faults than anybody reads; the count says how many there are. */
export const ERRORS_SHOWN = 1000
