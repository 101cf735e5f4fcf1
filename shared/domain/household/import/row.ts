import { accept, type Refusal, type Result, refuse } from '../../../util/result'
import { checkIdLastFour, checkText, LIMITS } from '../checks'
import { normalizeDoor } from '../code'
import { checkPhone, checkPhoneList } from '../person'
import { checkPlate } from '../vehicle'
import { areaOf, dayOf, doorPartOf, idTextOf, phoneTextOf, textOf } from './cells'
import type { ColumnKey } from './columns'
import { choiceOf, ROLE_WORDS, STATUS_WORDS, USE_WORDS, wordsOf } from './labels'
import type { Cell, ImportedStay, ImportedUnit, ImportedVehicle, RowError } from './types'

/** The cells of one row by column. */
export type RowCells = Partial<Record<ColumnKey, Cell>>

/** What one row says: a door number (or none: it goes on with the unit above), a person, a vehicle. */
export interface ParsedRow {
  door: { building: string; section: string; room: string } | null
  facts: Pick<ImportedUnit, 'use' | 'area' | 'status' | 'moveInDate'>
  stay: ImportedStay | null
  vehicle: ImportedVehicle | null
  errors: RowError[]
}

/** Collects the faults of one row, so that all of them are said at once. */
class Faults {
  readonly list: RowError[] = []

  constructor(private readonly row: number) {}

  add(column: ColumnKey | null, refusal: Refusal): void {
    this.list.push({ row: this.row, column, refusal })
  }

  has(column: ColumnKey): boolean {
    return this.list.some((fault) => fault.column === column)
  }

  take<T>(column: ColumnKey, result: Result<T>, fallback: T): T {
    if (result.ok) return result.value
    this.add(column, result.refusal)
    return fallback
  }
}

function choose<T extends string>(
  words: Record<T, readonly [string, ...string[]]>,
  cell: Cell | undefined,
): Result<T | null> {
  const text = textOf(cell)
  if (!text.ok) return text
  if (text.value === '') return accept(null)
  const choice = choiceOf(words, text.value)
  if (choice !== null) return accept(choice)
  return refuse('import.wordUnknown', undefined, { value: text.value, words: wordsOf(words) })
}

function chain<A, B>(first: Result<A>, next: (value: A) => Result<B>): Result<B> {
  return first.ok ? next(first.value) : first
}

function parseDoor(cells: RowCells, faults: Faults): ParsedRow['door'] {
  let building = faults.take('building', doorPartOf(cells.building), '')
  let section = faults.take('section', doorPartOf(cells.section), '')
  let room = faults.take('room', doorPartOf(cells.room), '')
  if (building === '' && section === '' && room === '') return null
  // A whole door number in one cell: 5-2-301.
  const parts = room.normalize('NFKC').split('-')
  if (building === '' && section === '' && parts.length > 1 && parts.length <= 3) {
    building = parts[0] ?? ''
    room = parts.at(-1) ?? ''
    section = parts.length === 3 ? (parts[1] ?? '') : ''
  }
  const door = normalizeDoor({ building, section, room })
  for (const part of ['building', 'room'] as const) {
    if (door[part] === '' && !faults.has(part)) faults.add(part, { key: 'household.required' })
  }
  return door
}

function phonesOf(cell: Cell | undefined): Result<string[]> {
  return chain(phoneTextOf(cell), (text) => checkPhoneList(text, 'phones'))
}

const bounded = (cell: Cell | undefined, max: number) =>
  chain(textOf(cell), (text) => checkText(text, '', { max }))

function parseStay(row: number, cells: RowCells, faults: Faults): ImportedStay | null {
  const stay: ImportedStay = {
    row,
    name: faults.take('name', bounded(cells.name, LIMITS.name), ''),
    phones: faults.take('phones', phonesOf(cells.phones), []),
    idLastFour: faults.take(
      'idLastFour',
      chain(idTextOf(cells.idLastFour), (text) => checkIdLastFour(text)),
      '',
    ),
    role: faults.take('role', choose(ROLE_WORDS, cells.role), null),
    from: faults.take('from', dayOf(cells.from), null),
    until: faults.take('until', dayOf(cells.until), null),
  }
  if (stay.from && stay.until && stay.until < stay.from) faults.add('until', { key: 'household.datesOrder' })
  if (stay.name !== '') return stay
  const says = stay.phones.length > 0 || stay.idLastFour !== '' || stay.role || stay.from || stay.until
  if (says && !faults.has('name')) {
    faults.add('name', { key: 'import.nameMissing' })
  }
  return null
}

function parseVehicle(row: number, cells: RowCells, faults: Faults): ImportedVehicle | null {
  const plateText = faults.take('plate', textOf(cells.plate), '')
  const vehicle: ImportedVehicle = {
    row,
    plate: plateText === '' ? '' : faults.take('plate', checkPlate(plateText), ''),
    parkingSpace: faults.take('parkingSpace', bounded(cells.parkingSpace, LIMITS.parkingSpace), ''),
    ownerName: faults.take('ownerName', bounded(cells.ownerName, LIMITS.name), ''),
    phone: faults.take(
      'vehiclePhone',
      chain(phoneTextOf(cells.vehiclePhone), (text) => checkPhone(text, 'phone')),
      '',
    ),
  }
  if (plateText !== '') return vehicle.plate === '' ? null : vehicle
  if (vehicle.parkingSpace || vehicle.ownerName || vehicle.phone) {
    faults.add('plate', { key: 'import.plateMissing' })
  }
  return null
}

/** Reads one row, finding all its faults at once; null when nothing stands in it. */
export function parseRow(row: number, cells: RowCells): ParsedRow | null {
  if (Object.values(cells).every((cell) => cell === null || String(cell).trim() === '')) return null
  const faults = new Faults(row)
  return {
    door: parseDoor(cells, faults),
    facts: {
      use: faults.take('use', choose(USE_WORDS, cells.use), null),
      area: faults.take('area', areaOf(cells.area), null),
      status: faults.take('status', choose(STATUS_WORDS, cells.status), null),
      moveInDate: faults.take('moveInDate', dayOf(cells.moveInDate), null),
    },
    stay: parseStay(row, cells, faults),
    vehicle: parseVehicle(row, cells, faults),
    errors: faults.list,
  }
}
