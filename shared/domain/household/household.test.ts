import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createBlacklistEntry,
  createPerson,
  createUnit,
  createVehicle,
  doorOrder,
  endResidence,
  isBanned,
  isOccupied,
  normalizeDoor,
  type Person,
  residenceAt,
  type Unit,
  unitCodeOf,
  updatePerson,
  updateUnit,
  voidEntry,
  voidUnit,
} from '.'
import { contextFor, NOW, personInput, TODAY, unitInput } from './testing'

function made<T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}
const refused = (key: string, field?: string) => ({
  ok: false,
  refusal: { key, ...(field ? { field } : {}) },
})

const byDoor = (a: string, b: string) => (doorOrder(a) < doorOrder(b) ? -1 : 1)

describe('unit (domain 4)', () => {
  it('gets its code from its door number, however that is written', () => {
    const unit = made(
      createUnit(unitInput({ building: '5栋', section: '2 单元', room: '３０１室' }), null, contextFor()),
    )
    expect(unit).toMatchObject({
      code: '5-2-301',
      building: '5',
      section: '2',
      room: '301',
      voided: null,
      updatedAt: NOW,
    })
    expect(unitCodeOf({ building: 'a座', section: '', room: '1203' })).toBe('A-1203')
  })

  it('property: a normalized door stays as it is', () => {
    const part = fc.string({ unit: fc.constantFrom('5', 'A', '栋', '号', '楼', '单', '元', ' ', '室', '３') })
    fc.assert(
      fc.property(part, part, part, (building, section, room) => {
        const once = normalizeDoor({ building, section, room })
        expect(unitCodeOf(once)).toBe(unitCodeOf(normalizeDoor(once)))
      }),
    )
  })

  it('property: doors stand in the order of their numbers, not of their digits', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const differing = a.map((part, i) => part - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0
        const [first, second] = [a.join('-'), b.join('-')]
        expect([first, second].sort(byDoor)[0]).toBe(differing > 0 ? second : first)
      }),
    )
    expect(['B-1', '10-1-101', '2-1-1001', '2-1-901', '2-1-901A'].sort(byDoor)).toEqual([
      '2-1-901',
      '2-1-901A',
      '2-1-1001',
      '10-1-101',
      'B-1',
    ])
  })

  it('keeps its code unique', () => {
    const unit = made(createUnit(unitInput(), null, contextFor()))
    expect(createUnit(unitInput(), unit, contextFor())).toMatchObject(refused('household.codeTaken', 'room'))
    expect(updateUnit(unit, unitInput({ area: 90 }), unit, contextFor()).ok).toBe(true)
    const other: Unit = { ...unit, id: 'other' }
    expect(updateUnit(other, unitInput(), unit, contextFor())).toMatchObject(refused('household.codeTaken'))
  })

  it.each([
    [{ building: ' ' }, 'household.required', 'building'],
    [{ room: '室' }, 'household.required', 'room'],
    [{ room: '1'.repeat(21) }, 'household.tooLong', 'room'],
    [{ area: 0 }, 'household.areaInvalid', 'area'],
    [{ area: Number.NaN }, 'household.areaInvalid', 'area'],
    [{ moveInDate: '2026-02-29' }, 'household.dayInvalid', 'moveInDate'],
  ])('refuses %j', (changes, key, field) => {
    expect(createUnit(unitInput(changes), null, contextFor())).toMatchObject(refused(key, field))
  })

  it('counts 自住 and 出租 as occupied', () => {
    const unit = made(createUnit(unitInput(), null, contextFor()))
    expect(isOccupied(unit)).toBe(true)
    expect(isOccupied({ ...unit, status: 'let' })).toBe(true)
    expect(isOccupied({ ...unit, status: 'vacant' })).toBe(false)
    expect(isOccupied({ ...unit, voided: { reason: 'x', at: NOW, by: 'y' } })).toBe(false)
  })

  it('is voided by a supervisor only, with a reason, when empty; its code is free again', () => {
    const unit = made(createUnit(unitInput(), null, contextFor()))
    expect(voidUnit(unit, '登记错误', false, contextFor('clerk'))).toMatchObject(refused('office.notAllowed'))
    expect(voidUnit(unit, '登记错误', true, contextFor('supervisor'))).toMatchObject(
      refused('household.unitInUse'),
    )
    expect(voidUnit(unit, '  ', false, contextFor('supervisor'))).toMatchObject(
      refused('household.required', 'reason'),
    )
    const gone = made(voidUnit(unit, '登记错误', false, contextFor('supervisor')))
    expect(gone).toMatchObject({ id: unit.id, room: '301', voided: { reason: '登记错误', by: '李娜' } })
    expect(gone.code).not.toBe(unit.code)
    expect(updateUnit(gone, unitInput(), null, contextFor())).toMatchObject(refused('household.voided'))
  })
})

describe('person (domain 4, 13)', () => {
  it('is kept with phones as they are compared and the unit ids for the index', () => {
    const phones = ['+86 138-1234 5678', '13812345678', '', '0571-88888888 转 801']
    const person = made(createPerson(personInput({ phones, idLastFour: '123x' }), contextFor()))
    expect(person).toMatchObject({
      phones: ['13812345678', '057188888888-801'],
      idLastFour: '123X',
      unitIds: ['unit-1'],
    })
    expect(made(updatePerson(person, person, contextFor())).phones).toEqual(person.phones)
  })

  it.each([
    '330106199001011234',
    '33010619900101123X',
    '３３０１０６１９９００１０１１２３４',
    '330106900101123',
    '330106 19900101 1234',
  ])('refuses the whole identity number %s with a sentence of its own', (idLastFour) => {
    expect(createPerson(personInput({ idLastFour }), contextFor())).toMatchObject(
      refused('household.idFullNumber', 'idLastFour'),
    )
  })

  it('refuses a whole identity number in any other text too', () => {
    const name = '张三330106199001011234'
    expect(createPerson(personInput({ name }), contextFor())).toMatchObject(
      refused('household.fullIdInText', 'name'),
    )
  })

  it.each([
    [{ name: '' }, 'household.required', 'name'],
    [{ name: '张'.repeat(61) }, 'household.tooLong', 'name'],
    [{ phones: ['13812345678', '12'] }, 'household.phoneInvalid', 'phones.1'],
    [{ idLastFour: '12' }, 'household.idLastFour', 'idLastFour'],
    [{ residences: [] }, 'household.unitRequired', 'residences'],
  ])('refuses %j', (changes, key, field) => {
    expect(createPerson(personInput(changes), contextFor())).toMatchObject(refused(key, field))
  })

  it('refuses dates out of order, beside the date', () => {
    const residences = [
      { unitId: 'unit-1', role: 'tenant' as const, from: '2026-05-02', until: '2026-05-01' },
    ]
    expect(createPerson(personInput({ residences }), contextFor())).toMatchObject(
      refused('household.datesOrder', 'residences.0.until'),
    )
  })

  it('leaves by an end date; the last day still counts', () => {
    const person = made(createPerson(personInput(), contextFor()))
    const left = made(endResidence(person, 'unit-1', TODAY, contextFor()))
    expect(residenceAt(left, 'unit-1', TODAY)).toMatchObject({ until: TODAY })
    expect(residenceAt(left, 'unit-1', '2026-11-22')).toBeNull()
    expect(endResidence(left, 'unit-1', TODAY, contextFor())).toMatchObject(refused('household.notResident'))
  })

  it('is not written by 查阅', () => {
    expect(createPerson(personInput(), contextFor('viewer'))).toMatchObject(refused('office.notAllowed'))
  })

  it('property: what was accepted is accepted again unchanged', () => {
    const phone = fc.oneof(
      fc.constantFrom(
        '13812345678',
        '+86 138-1234-5678',
        '0571-88888888',
        '88888888转801',
        '400-820-8820',
        '+1 415 555 2671',
      ),
      fc.string({ unit: fc.constantFrom(...'0123456789-+ 转'), maxLength: 16 }),
    )
    const input = fc.record({
      name: fc.string(),
      phones: fc.array(phone, { maxLength: 4 }),
      idLastFour: fc.constantFrom('', '12 34', '123x'),
    })
    fc.assert(
      fc.property(input, (changes) => {
        const first = createPerson(personInput(changes), contextFor())
        if (!first.ok) return
        const again = made<Person>(updatePerson(first.value, first.value, contextFor()))
        expect(again).toEqual(first.value)
      }),
    )
  })
})

describe('vehicle (domain 4)', () => {
  const input = { plate: '浙a·12345', unitId: 'unit-1', parkingSpace: 'B1-017', ownerName: '张三', phone: '' }

  it('is kept under its plate as it is compared, once', () => {
    const car = made(createVehicle(input, null, contextFor()))
    expect(car.plate).toBe('浙A12345')
    expect(createVehicle(input, car, contextFor())).toMatchObject(refused('household.plateTaken', 'plate'))
  })

  it.each([
    [{ plate: '浙A1' }, 'household.plateInvalid', 'plate'],
    [{ plate: ' ' }, 'household.required', 'plate'],
    [{ unitId: '' }, 'household.unitRequired', 'unitId'],
    [{ phone: 'abc' }, 'household.phoneInvalid', 'phone'],
  ])('refuses %j', (changes, key, field) => {
    expect(createVehicle({ ...input, ...changes }, null, contextFor())).toMatchObject(refused(key, field))
  })
})

describe('违规名单 (domain 4)', () => {
  const input = {
    name: '某快递',
    description: '蓝色三轮车',
    reason: '强闯门岗',
    incidentDate: '2026-11-01',
    until: '2026-11-21',
  }

  it('holds until its last day, and not when voided', () => {
    const entry = made(createBlacklistEntry(input, contextFor()))
    expect(isBanned(entry, '2026-11-21')).toBe(true)
    expect(isBanned(entry, '2026-11-22')).toBe(false)
    expect(isBanned({ ...entry, until: null }, '2036-11-22')).toBe(true)
    expect(isBanned(made(voidEntry(entry, '错登', contextFor('supervisor'))), TODAY)).toBe(false)
  })

  it('needs a reason and dates in order, and a role that writes', () => {
    expect(createBlacklistEntry({ ...input, reason: '' }, contextFor())).toMatchObject(
      refused('household.required', 'reason'),
    )
    expect(createBlacklistEntry({ ...input, until: '2026-10-01' }, contextFor())).toMatchObject(
      refused('household.banOrder', 'until'),
    )
    expect(createBlacklistEntry(input, contextFor('viewer'))).toMatchObject(refused('office.notAllowed'))
  })
})
