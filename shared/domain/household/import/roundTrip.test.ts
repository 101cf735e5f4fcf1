import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPerson } from '../person'
import { contextFor } from '../testing'
import {
  PERSON_ROLES,
  type Person,
  type Residence,
  UNIT_STATUSES,
  UNIT_USES,
  type Unit,
  type Vehicle,
} from '../types'
import { createUnit } from '../unit'
import { createVehicle } from '../vehicle'
import {
  EXPORT_HEADER,
  type ExistingHouseholds,
  exportRows,
  guardCell,
  HouseholdFileReader,
  planImport,
  unguardCell,
} from '.'

const day = fc.constantFrom(null, '2019-12-31', '2020-02-29', '2024-05-01')
const door = fc.record({
  building: fc.constantFrom('1', '12', 'A'),
  section: fc.constantFrom('', '1', '2'),
  room: fc.constantFrom('101', '102', '1203', '22A'),
})
const unitArb = fc.record({
  door,
  use: fc.constantFrom(...UNIT_USES),
  status: fc.constantFrom(...UNIT_STATUSES),
  area: fc.option(fc.integer({ min: 1, max: 90_000 }).map((n) => n / 100)),
  moveInDate: day,
})
const stayArb = fc.record({ unit: fc.nat(7), role: fc.constantFrom(...PERSON_ROLES), from: day })
const personArb = fc.record({
  // Few names, so that namesakes are common.
  name: fc.constantFrom('张三', '李四', '单雄信', '=SUM(1)', "'@王", '𠮷田', '<b>赵</b>', '欧阳 娜娜'),
  phones: fc.uniqueArray(fc.constantFrom('13812345678', '13900000001', '057188888888-801', '+14155552671'), {
    maxLength: 3,
  }),
  idLastFour: fc.constantFrom('', '0012', '123X'),
  stays: fc.array(stayArb, { minLength: 1, maxLength: 3 }),
})
const carArb = fc.record({
  unit: fc.nat(7),
  space: fc.constantFrom('', 'B1-017', '-1层3'),
  owner: fc.constantFrom('', '张三'),
})
const officeArb = fc.record({
  units: fc.uniqueArray(unitArb, {
    minLength: 1,
    maxLength: 8,
    selector: (u) => Object.values(u.door).join('-'),
  }),
  persons: fc.array(personArb, { maxLength: 8 }),
  cars: fc.array(carArb, { maxLength: 5 }),
})

function ok<T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

type OfficeDraft = typeof officeArb extends fc.Arbitrary<infer T> ? T : never

function build(
  draft: OfficeDraft,
): ExistingHouseholds & { units: Unit[]; persons: Person[]; vehicles: Vehicle[] } {
  const context = contextFor()
  const units = draft.units.map(({ door: parts, ...facts }) =>
    ok(createUnit({ ...parts, ...facts }, null, context)),
  )
  const idOf = (i: number) => units[i % units.length]?.id ?? ''
  const persons = draft.persons.map(({ stays, ...facts }) => {
    const residences: Residence[] = stays.map(({ unit, role, from }) => ({
      unitId: idOf(unit),
      role,
      from,
      until: from === '2019-12-31' ? '2022-01-01' : null,
    }))
    return ok(createPerson({ ...facts, residences }, context))
  })
  const vehicles = draft.cars.map(({ unit, space, owner }, i) =>
    ok(
      createVehicle(
        { plate: `浙A1234${i}`, unitId: idOf(unit), parkingSpace: space, ownerName: owner, phone: '' },
        null,
        context,
      ),
    ),
  )
  return { units, persons, vehicles }
}

function readBack(existing: ExistingHouseholds) {
  const reader = new HouseholdFileReader()
  for (const [i, row] of [[...EXPORT_HEADER], ...exportRows(existing)].entries()) ok(reader.push(i + 1, row))
  return ok(reader.finish())
}

describe('export and import again (domain 4)', () => {
  it('property: an exported file is found unchanged, whatever is in it', () => {
    fc.assert(
      fc.property(officeArb, (draft) => {
        const office = build(draft)
        const file = readBack(office)
        expect(file.errors).toEqual([])
        const plan = planImport(file.units, office, contextFor())
        expect(plan.reports).toEqual([])
        expect(plan).toMatchObject({
          errors: [],
          unchanged: office.units.length,
          writes: { units: [], persons: [], vehicles: [] },
        })
      }),
      { numRuns: 300 },
    )
  })

  it('property: imported into an empty office it creates every unit, and exports the same facts of units', () => {
    fc.assert(
      fc.property(officeArb, (draft) => {
        const office = build(draft)
        const plan = planImport(
          readBack(office).units,
          { units: [], persons: [], vehicles: [] },
          contextFor(),
        )
        expect(plan).toMatchObject({ errors: [], created: office.units.length })
        const facts = (units: readonly Unit[]) =>
          units
            .map(({ code, use, status, area, moveInDate }) => ({ code, use, status, area, moveInDate }))
            .sort((a, b) => (a.code < b.code ? -1 : 1))
        expect(facts(plan.writes.units)).toEqual(facts(office.units))
        expect(plan.writes.vehicles.map((car) => car.plate).sort()).toEqual(
          office.vehicles.map((car) => car.plate).sort(),
        )
        expect([...new Set(plan.writes.persons.map((one) => one.name))].sort()).toEqual(
          [...new Set(office.persons.map((one) => one.name))].sort(),
        )
      }),
    )
  })

  it('property: a cell of a .csv comes back as it was, and never begins like a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '张') }), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text)
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
