import { accept, type Result, refuse } from '../../../util/result'
import { unitCodeOf } from '../code'
import { COLUMN_KEYS, HEADER_SEARCH_ROWS, type HeaderMap, headerOf, isHeader, mapHeader } from './columns'
import { ROLE_WORDS, STATUS_WORDS, USE_WORDS, wordsOf } from './labels'
import { type ParsedRow, parseRow, type RowCells } from './row'
import type { Cell, ImportedFile, ImportedStay, ImportedUnit, ImportedVehicle, RowError } from './types'

/** More rows than any estate has; a file beyond it is something else. */
export const ROWS_MAX = 200_000

/** More people or vehicles in one unit are a door number that was copied downwards. */
const MOST_IN_UNIT = 300
/** Of a header that means nothing only so much is said. */
const HEADER_SHOWN = 40
const IGNORED_SHOWN = 100

const FACTS = ['use', 'area', 'status', 'moveInDate'] as const

/**
 * Takes a file row by row, so that a reader can report progress, and gathers the rows of each unit. Faults that
 * make the whole file useless (no header, a column twice, too many rows) refuse it; all others belong to a row.
 */
export class HouseholdFileReader {
  private header: HeaderMap | null = null
  private readonly units = new Map<string, ImportedUnit>()
  private readonly plates = new Map<string, string>()
  private readonly errors: RowError[] = []
  private current: ImportedUnit | null = null
  private rowCount = 0

  /** One row, counted from 1. Refusals: import.headerMissing, import.columnTwice, import.tooManyRows. */
  push(row: number, cells: readonly Cell[]): Result<true> {
    if (this.header === null) return this.pushHeader(row, cells)
    const byColumn: RowCells = {}
    for (const [i, key] of this.header.columns.entries()) {
      if (key !== null) byColumn[key] = cells[i] ?? null
    }
    const parsed = parseRow(row, byColumn)
    if (parsed === null) return accept(true)
    this.rowCount += 1
    if (this.rowCount > ROWS_MAX) return refuse('import.tooManyRows', undefined, { max: ROWS_MAX })
    this.take(row, parsed)
    return accept(true)
  }

  /** What the file says. Refusals: import.headerMissing, import.noRows. */
  finish(): Result<ImportedFile> {
    if (this.header === null) return refuse('import.headerMissing', undefined, { header: headerOf('room') })
    if (this.rowCount === 0) return refuse('import.noRows')
    return accept({
      units: [...this.units.values()],
      errors: this.errors,
      rowCount: this.rowCount,
      ignoredColumns: this.header.ignored
        .slice(0, IGNORED_SHOWN)
        .map((header) => header.slice(0, HEADER_SHOWN)),
    })
  }

  private pushHeader(row: number, cells: readonly Cell[]): Result<true> {
    const map = mapHeader(cells)
    if (isHeader(map)) {
      const [twice] = map.doubled
      if (twice) return refuse('import.columnTwice', undefined, { header: headerOf(twice) })
      this.header = map
      return accept(true)
    }
    return row < HEADER_SEARCH_ROWS
      ? accept(true)
      : refuse('import.headerMissing', undefined, { header: headerOf('room') })
  }

  private take(row: number, parsed: ParsedRow): void {
    this.errors.push(...parsed.errors)
    const unit = parsed.door ? this.unitFor(row, parsed.door) : this.current
    this.current = unit
    if (!unit) {
      this.errors.push({ row, column: 'room', refusal: { key: 'import.doorMissing' } })
      return
    }
    this.takeFacts(row, unit, parsed.facts)
    if (parsed.stay || parsed.vehicle) this.takePeople(row, unit, parsed)
  }

  private takePeople(row: number, unit: ImportedUnit, { stay, vehicle }: ParsedRow): void {
    // Each row is compared with all others of its unit: without an end to them a large file would never be read.
    if (unit.stays.length >= MOST_IN_UNIT || unit.vehicles.length >= MOST_IN_UNIT) {
      const params = { max: MOST_IN_UNIT }
      this.errors.push({ row, column: 'room', refusal: { key: 'import.tooManyInUnit', params } })
      return
    }
    if (stay) takeStay(unit, stay)
    if (vehicle) this.takeVehicle(unit, vehicle)
  }

  private unitFor(row: number, door: NonNullable<ParsedRow['door']>): ImportedUnit {
    const code = unitCodeOf(door)
    const known = this.units.get(code)
    if (known) return known
    const facts = { use: null, area: null, status: null, moveInDate: null }
    const unit: ImportedUnit = { row, code, ...door, ...facts, stays: [], vehicles: [] }
    this.units.set(code, unit)
    return unit
  }

  private takeFacts(row: number, unit: ImportedUnit, facts: ParsedRow['facts']): void {
    for (const name of FACTS) {
      if (facts[name] === null) continue
      if (unit[name] !== null && unit[name] !== facts[name]) {
        const params = { code: unit.code, row: unit.row }
        this.errors.push({ row, column: name, refusal: { key: 'import.rowsDisagree', params } })
      } else Object.assign(unit, { [name]: facts[name] })
    }
  }

  private takeVehicle(unit: ImportedUnit, vehicle: ImportedVehicle): void {
    const elsewhere = this.plates.get(vehicle.plate)
    if (elsewhere !== undefined && elsewhere !== unit.code) {
      const params = { plate: vehicle.plate, code: elsewhere }
      this.errors.push({ row: vehicle.row, column: 'plate', refusal: { key: 'import.plateTwice', params } })
      return
    }
    this.plates.set(vehicle.plate, unit.code)
    const known = unit.vehicles.find((one) => one.plate === vehicle.plate)
    if (!known) unit.vehicles.push(vehicle)
    else fillEmpty(known, vehicle)
  }
}

/** Columns whose meaning is fixed, for the template and the help of the wizard. */
export const TEMPLATE_HEADERS: readonly string[] = COLUMN_KEYS.map(headerOf)

/** The words that 用途, 状态 and 身份 may hold, as export writes them. */
export const CHOICE_WORDS = {
  uses: wordsOf(USE_WORDS),
  statuses: wordsOf(STATUS_WORDS),
  roles: wordsOf(ROLE_WORDS),
} as const

/** The same person stands again where somebody has two cars: rows that agree are one. */
function takeStay(unit: ImportedUnit, stay: ImportedStay): void {
  const same = unit.stays.find((one) => agree(one, stay))
  if (!same) unit.stays.push(stay)
  else fillEmpty(same, stay)
}

function agree(a: ImportedStay, b: ImportedStay): boolean {
  if (a.name !== b.name || (a.role && b.role && a.role !== b.role)) return false
  return isBare(a) || isBare(b) || factsOf(a) === factsOf(b)
}

/** Only a name and perhaps an 身份: the row is there for another car. */
function isBare(stay: ImportedStay): boolean {
  return factsOf(stay) === '|||'
}

function factsOf(stay: ImportedStay): string {
  return [stay.phones.join(), stay.idLastFour, stay.from ?? '', stay.until ?? ''].join('|')
}

function fillEmpty<T extends ImportedStay | ImportedVehicle>(target: T, source: T): void {
  const empty = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0)
  for (const [key, value] of Object.entries(source)) {
    if (empty(Reflect.get(target, key)) && !empty(value)) Reflect.set(target, key, value)
  }
}
