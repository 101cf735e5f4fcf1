import { diffFields, type FieldChange } from '../../../util/diff'
import type { Result } from '../../../util/result'
import type { RuleContext } from '../../register/types'
import { createPerson, type PersonInput, updatePerson } from '../person'
import type { Person, Residence, Unit, Vehicle } from '../types'
import { createUnit, type UnitInput, updateUnit } from '../unit'
import { createVehicle, updateVehicle, type VehicleInput } from '../vehicle'
import { columnOfField } from './errors'
import { isSurely, matchStays, type StayMatch } from './stays'
import type {
  ExistingHouseholds,
  ImportChange,
  ImportedStay,
  ImportedUnit,
  ImportedVehicle,
  ImportPlan,
  RowError,
} from './types'

/**
 * Compares a file with what is known and answers everything an import would write and say (domain 4). Pure, so
 * that the preview and the command decide alike. An empty cell keeps what is known; but a vehicle that
 * moves to another unit leaves 车主, 电话 and 车位 behind, for they belong to the old household. People and vehicles
 * that the file does not name stay as they are. With errors nothing may be written.
 */
export function planImport(
  units: readonly ImportedUnit[],
  existing: ExistingHouseholds,
  context: RuleContext,
  onProgress?: (done: number) => void,
): ImportPlan {
  const planner = new Planner(existing, context)
  for (const [i, unit] of units.entries()) {
    planner.takeUnit(unit)
    if (onProgress && i % 500 === 499) onProgress(i + 1)
  }
  return planner.plan()
}

const UNSAID = new Set(['updatedAt', 'unitIds', 'id'])

function changesOf(before: object, after: object): FieldChange[] {
  return diffFields(before, after).filter((field) => !UNSAID.has(field.path))
}

class Planner {
  private readonly units: Map<string, Unit>
  private readonly persons: Map<string, Person>
  private readonly byUnit = new Map<string, Set<string>>()
  /** Persons by name with a phone, and by name with an identity: what `isSurely` asks for. */
  private readonly bySign = new Map<string, Set<string>>()
  private readonly vehicles: Map<string, Vehicle>
  /** Door numbers by id, of voided units too: a vehicle may still be tied to one. */
  private readonly codes: Map<string, string>
  private readonly touched = {
    units: new Set<string>(),
    persons: new Set<string>(),
    vehicles: new Set<string>(),
  }
  private readonly errors: RowError[] = []
  private readonly reports: ImportPlan['reports'] = []
  private unchanged = 0

  constructor(
    existing: ExistingHouseholds,
    private readonly context: RuleContext,
  ) {
    const live = <T extends { voided: unknown }>(rows: readonly T[]) =>
      rows.filter((row) => row.voided === null)
    this.units = new Map(live(existing.units).map((unit) => [unit.code, unit]))
    this.vehicles = new Map(live(existing.vehicles).map((vehicle) => [vehicle.plate, vehicle]))
    this.codes = new Map(existing.units.map((unit) => [unit.id, unit.code]))
    this.persons = new Map()
    for (const person of live(existing.persons)) this.keep(person)
  }

  plan(): ImportPlan {
    const pick = <T>(rows: Map<string, T>, keys: Set<string>) =>
      [...keys].flatMap((key) => {
        const row = rows.get(key)
        return row === undefined ? [] : [row]
      })
    const created = this.reports.filter((report) => report.action === 'create').length
    return {
      reports: this.reports,
      created,
      updated: this.reports.length - created,
      unchanged: this.unchanged,
      errors: this.errors,
      writes: {
        units: pick(this.units, this.touched.units),
        persons: pick(this.persons, this.touched.persons),
        vehicles: pick(this.vehicles, this.touched.vehicles),
      },
    }
  }

  takeUnit(imported: ImportedUnit): void {
    const known = this.units.get(imported.code) ?? null
    const changes: ImportChange[] = []
    const unit = this.decideUnit(imported, known, changes)
    if (!unit) return
    const here = [...(this.byUnit.get(unit.id) ?? [])].flatMap((id) => this.persons.get(id) ?? [])
    for (const match of matchStays(imported.stays, here, unit.id)) this.takeStay(match, unit.id, changes)
    for (const vehicle of imported.vehicles) this.takeVehicle(vehicle, unit.id, changes)
    if (known && changes.length === 0) this.unchanged += 1
    else {
      const { row, code } = imported
      this.reports.push({ row, code, action: known ? 'update' : 'create', changes })
    }
  }

  private decideUnit(imported: ImportedUnit, known: Unit | null, changes: ImportChange[]): Unit | null {
    const input = unitInput(imported, known)
    const decided = known
      ? updateUnit(known, input, known, this.context)
      : createUnit(input, null, this.context)
    const unit = this.settle(imported.row, 'unit', decided)
    if (!unit) return null
    if (!known) changes.push({ kind: 'unit', action: 'added', label: '', fields: [] })
    const fields = known ? changesOf(known, unit) : []
    if (fields.length > 0) changes.push({ kind: 'unit', action: 'changed', label: '', fields })
    if (known && fields.length === 0) return known
    this.units.set(unit.code, unit)
    this.touched.units.add(unit.code)
    return unit
  }

  private takeStay({ stay, known }: StayMatch, unitId: string, changes: ImportChange[]): void {
    // The person may have been changed by an earlier row of the same unit.
    const person = known ? (this.persons.get(known.person.id) ?? known.person) : this.elsewhere(stay)
    const input: PersonInput = {
      name: stay.name,
      phones: stay.phones.length > 0 ? stay.phones : (person?.phones ?? []),
      idLastFour: stay.idLastFour || (person?.idLastFour ?? ''),
      residences: residencesWith(person, stay, unitId, known?.residence ?? null),
    }
    const decided = person ? updatePerson(person, input, this.context) : createPerson(input, this.context)
    const next = this.settle(stay.row, 'person', decided)
    if (!next) return
    const fields = person ? changesOf(person, next) : []
    if (person && fields.length === 0) return
    changes.push({ kind: 'person', action: known ? 'changed' : 'added', label: stay.name, fields })
    this.keep(next)
    this.touched.persons.add(next.id)
  }

  private takeVehicle(imported: ImportedVehicle, unitId: string, changes: ImportChange[]): void {
    const known = this.vehicles.get(imported.plate) ?? null
    const moved = known !== null && known.unitId !== unitId
    const input = vehicleInput(imported, unitId, moved ? null : known)
    const decided = known
      ? updateVehicle(known, input, known, this.context)
      : createVehicle(input, null, this.context)
    const next = this.settle(imported.row, 'vehicle', decided)
    if (!next) return
    const fields = known ? changesOf(known, next) : []
    if (known && fields.length === 0) return
    const change = {
      kind: 'vehicle',
      action: known ? 'changed' : 'added',
      label: next.plate,
      fields,
    } as const
    const from = moved ? { code: this.codes.get(known.unitId) ?? '', owner: known.ownerName } : null
    changes.push(from ? { ...change, movedFrom: from } : change)
    this.vehicles.set(next.plate, next)
    this.touched.vehicles.add(next.plate)
  }

  /** Somebody who holds another unit already. */
  private elsewhere(stay: ImportedStay): Person | null {
    // A name alone stands at many doors (业主, 张伟): to compare with all of them would never end.
    for (const sign of signsOf(stay)) {
      for (const id of this.bySign.get(sign) ?? []) {
        const person = this.persons.get(id)
        if (person && isSurely(stay, person)) return person
      }
    }
    return null
  }

  private keep(person: Person): void {
    this.persons.set(person.id, person)
    for (const sign of signsOf(person)) put(this.bySign, sign, person.id)
    for (const unitId of person.unitIds) put(this.byUnit, unitId, person.id)
  }

  private settle<T>(row: number, kind: ImportChange['kind'], decided: Result<T>): T | null {
    if (decided.ok) return decided.value
    const column = columnOfField(decided.refusal.field, kind)
    this.errors.push({ row, column, refusal: decided.refusal })
    return null
  }
}

/** What the file says; an empty cell keeps what is known, a new unit gets the usual. */
function unitInput(imported: ImportedUnit, known: Unit | null): UnitInput {
  const { building, section, room, stays } = imported
  const usual = {
    use: 'residence',
    area: null,
    moveInDate: null,
    status: stays.length ? 'ownerOccupied' : 'vacant',
  } as const
  const base = known ?? usual
  return {
    building,
    section,
    room,
    use: imported.use ?? base.use,
    area: imported.area ?? base.area,
    status: imported.status ?? base.status,
    moveInDate: imported.moveInDate ?? base.moveInDate,
  }
}

/** What the file says; an empty cell keeps what is `kept`: nothing where the vehicle comes from another unit. */
function vehicleInput(imported: ImportedVehicle, unitId: string, kept: Vehicle | null): VehicleInput {
  return {
    plate: imported.plate,
    unitId,
    parkingSpace: imported.parkingSpace || (kept?.parkingSpace ?? ''),
    ownerName: imported.ownerName || (kept?.ownerName ?? ''),
    phone: imported.phone || (kept?.phone ?? ''),
  }
}

function signsOf({ name, phones, idLastFour }: Pick<Person, 'name' | 'phones' | 'idLastFour'>): string[] {
  const marks = idLastFour === '' ? phones : [...phones, `#${idLastFour}`]
  return marks.map((mark) => `${name}\u0000${mark}`)
}

function put(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

function residencesWith(
  person: Person | null,
  stay: ImportedStay,
  unitId: string,
  known: Residence | null,
): Residence[] {
  const residence: Residence = {
    unitId,
    role: stay.role ?? known?.role ?? 'owner',
    from: stay.from ?? known?.from ?? null,
    until: stay.until ?? known?.until ?? null,
  }
  const held = person?.residences ?? []
  if (!known) return [...held, residence]
  // An earlier row may have replaced the list, but never this entry: each residence is meant by one row.
  return held.map((one) => (sameResidence(one, known) ? residence : one))
}

function sameResidence(a: Residence, b: Residence): boolean {
  return a.unitId === b.unitId && a.role === b.role && a.from === b.from && a.until === b.until
}
