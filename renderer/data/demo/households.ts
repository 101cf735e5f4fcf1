import type { ImportedStay, ImportedUnit } from '../../../shared/domain/household/import'
import type { UnitStatus } from '../../../shared/domain/household/types'
import { anyName, anyPhone } from './catalogue'
import type { Chance } from './chance'

const BUILDINGS = 8
const SECTIONS = 2
const FLOORS = 20
const DOORS = 2

const STATUSES: readonly UnitStatus[] = [
  ...Array.from({ length: 13 }, () => 'ownerOccupied' as const),
  'let',
  'let',
  'let',
  'let',
  'vacant',
  'vacant',
  'unsold',
]

/** The made-up estate: 8 buildings of 2 sections, 20 floors, 2 doors: 640 households, with people and vehicles. */
export function demoUnits(chance: Chance): ImportedUnit[] {
  const units: ImportedUnit[] = []
  for (let building = 1; building <= BUILDINGS; building += 1) {
    for (let section = 1; section <= SECTIONS; section += 1) {
      for (let floor = 1; floor <= FLOORS; floor += 1) {
        for (let door = 1; door <= DOORS; door += 1) {
          units.push(unitAt({ building, section, floor, door }, units.length + 1, chance))
        }
      }
    }
  }
  return units
}

interface Place {
  building: number
  section: number
  floor: number
  door: number
}

function unitAt({ building, section, floor, door }: Place, row: number, chance: Chance): ImportedUnit {
  const status = chance.pick(STATUSES)
  const room = `${floor}0${door}`
  const empty = status === 'unsold' || status === 'vacant'
  return {
    row,
    code: [building, section, room].join('-'),
    building: String(building),
    section: String(section),
    room,
    use: floor === 1 && chance.happens(0.3) ? 'shop' : 'residence',
    area: 60 + chance.below(90),
    status,
    moveInDate:
      status === 'unsold' ? null : `20${18 + chance.below(7)}-0${1 + chance.below(9)}-1${chance.below(9)}`,
    stays: staysOf(status, row, chance),
    vehicles: !empty && chance.happens(0.55) ? [vehicleOf(row, chance)] : [],
  }
}

function staysOf(status: UnitStatus, row: number, chance: Chance): ImportedStay[] {
  if (status === 'unsold') return []
  const owner = stay('owner', row, chance)
  if (status === 'let') return [owner, stay('tenant', row, chance)]
  return status === 'vacant' || chance.happens(0.45) ? [owner] : [owner, stay('family', row, chance)]
}

function stay(role: ImportedStay['role'], row: number, chance: Chance): ImportedStay {
  const idLastFour = String(1000 + chance.below(9000))
  return { row, name: anyName(chance), phones: [anyPhone(chance)], idLastFour, role, from: null, until: null }
}

function vehicleOf(row: number, chance: Chance): ImportedUnit['vehicles'][number] {
  return {
    row,
    plate: `浙A${String(row).padStart(5, '0')}`,
    parkingSpace: `B${1 + chance.below(3)}-${String(1 + chance.below(300)).padStart(3, '0')}`,
    ownerName: anyName(chance),
    phone: anyPhone(chance),
  }
}
