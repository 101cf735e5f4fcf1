import type { Person, Residence, Unit, Vehicle } from '../types'
import { COLUMN_KEYS, type ColumnKey, headerOf } from './columns'
import { ROLE_WORDS, STATUS_WORDS, USE_WORDS } from './labels'
import type { ExistingHouseholds } from './types'

/** A cell of an exported row: text, or a number for 建筑面积. */
export type ExportCell = string | number
export type ExportRow = ExportCell[]

/** The header row of export and template. */
export const EXPORT_HEADER: readonly string[] = COLUMN_KEYS.map(headerOf)

type Cells = Partial<Record<ColumnKey, ExportCell>>

function unitCells(unit: Unit): Cells {
  return {
    building: unit.building,
    section: unit.section,
    room: unit.room,
    use: USE_WORDS[unit.use][0],
    area: unit.area ?? '',
    status: STATUS_WORDS[unit.status][0],
    moveInDate: unit.moveInDate ?? '',
  }
}

function stayCells(person: Person, residence: Residence): Cells {
  return {
    name: person.name,
    role: ROLE_WORDS[residence.role][0],
    phones: person.phones.join('、'),
    idLastFour: person.idLastFour,
    from: residence.from ?? '',
    until: residence.until ?? '',
  }
}

function vehicleCells(vehicle: Vehicle): Cells {
  return {
    plate: vehicle.plate,
    parkingSpace: vehicle.parkingSpace,
    ownerName: vehicle.ownerName,
    vehiclePhone: vehicle.phone,
  }
}

function group<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = groups.get(key)
      if (list) list.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

/**
 * The rows of an export, in the order of the door numbers: as many rows a unit as it has people or vehicles, the
 * unit's own cells in each. Voided entries stay out; people who left are in it, with their last day.
 */
export function exportRows(all: ExistingHouseholds): ExportRow[] {
  const persons = group(
    all.persons.filter((person) => !person.voided),
    (person) => person.unitIds,
  )
  const vehicles = group(
    all.vehicles.filter((vehicle) => !vehicle.voided),
    (vehicle) => [vehicle.unitId],
  )
  const units = all.units.filter((unit) => !unit.voided)
  const byCode = new Intl.Collator('zh-CN', { numeric: true })
  return [...units]
    .sort((a, b) => byCode.compare(a.code, b.code))
    .flatMap((unit) => rowsOfUnit(unit, persons.get(unit.id) ?? [], vehicles.get(unit.id) ?? []))
}

function rowsOfUnit(unit: Unit, persons: readonly Person[], vehicles: readonly Vehicle[]): ExportRow[] {
  const stays = persons.flatMap((person) =>
    person.residences
      .filter((residence) => residence.unitId === unit.id)
      .map((residence) => stayCells(person, residence)),
  )
  const cars = vehicles.map(vehicleCells)
  const length = Math.max(stays.length, cars.length, 1)
  return Array.from({ length }, (_, i) => {
    const cells: Cells = { ...unitCells(unit), ...stays[i], ...cars[i] }
    return COLUMN_KEYS.map((key) => cells[key] ?? '')
  })
}
