import type { FieldChange } from '../../../util/diff'
import type { Refusal } from '../../../util/result'
import type { CivilDay } from '../../register/types'
import type { Person, PersonRole, Unit, UnitStatus, UnitUse, Vehicle } from '../types'
import type { ColumnKey } from './columns'

/** A cell as a file gives it: the value only, never a formula. Dates count in UTC. */
export type Cell = string | number | boolean | Date | null

/** What is wrong with a row, in a sentence of namespace `refusal`. Rows count from 1, as Excel shows them. */
export interface RowError {
  row: number
  /** The column that is wrong; null where the row as a whole is. */
  column: ColumnKey | null
  refusal: Refusal
}

/** One person in one unit, as one row says it. Empty cells are '' or null: what is known is then kept. */
export interface ImportedStay {
  row: number
  name: string
  phones: string[]
  idLastFour: string
  role: PersonRole | null
  from: CivilDay | null
  until: CivilDay | null
}

export interface ImportedVehicle {
  row: number
  plate: string
  parkingSpace: string
  ownerName: string
  phone: string
}

/** A unit with all that its rows say of it. */
export interface ImportedUnit {
  row: number
  code: string
  building: string
  section: string
  room: string
  use: UnitUse | null
  area: number | null
  status: UnitStatus | null
  moveInDate: CivilDay | null
  stays: ImportedStay[]
  vehicles: ImportedVehicle[]
}

/** What a file says, before it is compared with what is known. */
export interface ImportedFile {
  units: ImportedUnit[]
  errors: RowError[]
  /** Rows with anything in them, the header not counted. */
  rowCount: number
  /** Headers that mean nothing to the app. */
  ignoredColumns: string[]
}

/** Everything that is not voided, for the comparison. */
export interface ExistingHouseholds {
  units: readonly Unit[]
  persons: readonly Person[]
  vehicles: readonly Vehicle[]
}

/** One thing that the import adds or changes in a unit; `label` is a name or a plate, '' for the unit itself. */
export interface ImportChange {
  kind: 'unit' | 'person' | 'vehicle'
  action: 'added' | 'changed'
  label: string
  fields: FieldChange[]
  /** A vehicle that comes from another unit: its code and the 车主 on record there, '' where unknown. */
  movedFrom?: { code: string; owner: string }
}

/** What happens to one unit of the file. */
export interface UnitReport {
  row: number
  code: string
  action: 'create' | 'update'
  changes: ImportChange[]
}

/** What the import would write and say. With errors nothing may be written: all or nothing (domain 4). */
export interface ImportPlan {
  reports: UnitReport[]
  created: number
  updated: number
  unchanged: number
  errors: RowError[]
  writes: { units: Unit[]; persons: Person[]; vehicles: Vehicle[] }
}
