import { describe, expect, it } from 'vitest'
import type { Person, Unit } from '../../../../shared/domain/household/types'
import {
  blankIntake,
  complainantFrom,
  draftWords,
  intakeOf,
  intakeValues,
  placeAfter,
  withoutName,
} from './intakeValues'

const NOW = '2026-11-21T01:30:00.000Z'
const unit: Unit = {
  id: 'u1',
  code: '5-2-301',
  building: '5',
  section: '2',
  room: '301',
  use: 'residence',
  area: 89,
  status: 'ownerOccupied',
  moveInDate: null,
  voided: null,
  updatedAt: NOW,
}
const person: Person = {
  id: 'p1',
  name: '张三',
  phones: ['13800001234', '13900001234'],
  idLastFour: '',
  residences: [],
  unitIds: ['u1'],
  voided: null,
  updatedAt: NOW,
}

describe('complainantFrom', () => {
  const nobody = blankIntake(NOW, '甲').complainant

  it('fills person, grouped phone and door number', () => {
    expect(complainantFrom(unit, person, nobody)).toEqual({
      anonymous: false,
      unitId: 'u1',
      unitCode: '5-2-301',
      personId: 'p1',
      name: '张三',
      phone: '138 0000 1234',
    })
  })

  it('keeps a name that was typed when only its unit is chosen again, not one of another unit', () => {
    const typed = { ...nobody, unitId: 'u1', name: '李四', phone: '139' }
    expect(complainantFrom(unit, null, typed)).toMatchObject({ name: '李四', phone: '139', personId: null })
    expect(complainantFrom({ ...unit, id: 'u2' }, null, typed)).toMatchObject({ name: '', phone: '' })
  })
})

describe('intakeOf', () => {
  it('takes the phone as digits and the moment of saving where the time was emptied', () => {
    const values = { ...blankIntake(NOW, '甲'), registeredAt: null, content: '楼上漏水' }
    values.complainant = complainantFrom(unit, person, values.complainant)
    const intake = intakeOf(values, NOW)
    expect(intake).toMatchObject({ registeredAt: NOW, content: '楼上漏水' })
    expect(intake.complainant.phone).toBe('13800001234')
    expect('receivedBy' in intake).toBe(false)
  })

  it('ties an anonymous complaint to nobody', () => {
    const values = blankIntake(NOW, '甲')
    values.complainant = { ...complainantFrom(unit, person, values.complainant), anonymous: true }
    expect(intakeOf(values, NOW).complainant).toMatchObject({ personId: null, unitId: null, name: '' })
  })

  it('gives a record back as it was', () => {
    const values = { ...blankIntake(NOW, '甲'), content: '电梯停运' }
    values.complainant = complainantFrom(unit, person, values.complainant)
    const intake = intakeOf(values, NOW)
    expect(intakeOf(intakeValues(intake, '甲'), NOW)).toEqual(intake)
  })
})

describe('withoutName', () => {
  const named = complainantFrom(unit, person, blankIntake(NOW, '甲').complainant)

  it('takes back everything a household filled in', () => {
    expect(withoutName({ complainant: named, place: '5-2-301' })).toEqual({
      complainant: { ...blankIntake(NOW, '甲').complainant, anonymous: true },
      place: '',
    })
    expect(withoutName({ complainant: named, place: '东门' }).place).toBe('东门')
  })

  it('keeps a phone that was typed for the answer', () => {
    const typed = { ...blankIntake(NOW, '甲').complainant, name: '李四', phone: '138' }
    expect(withoutName({ complainant: typed, place: '' }).complainant).toMatchObject({
      name: '',
      phone: '138',
    })
  })
})

it('moves the place with the household until somebody wrote one', () => {
  expect(placeAfter('', '', '5-2-301')).toBe('5-2-301')
  expect(placeAfter('5-2-301', '5-2-301', '6-1-101')).toBe('6-1-101')
  expect(placeAfter('东门', '5-2-301', '6-1-101')).toBe('东门')
})

it('names a draft by who and what', () => {
  const values = { ...blankIntake(NOW, '甲'), content: '楼上漏水' }
  expect(draftWords(values)).toBe('楼上漏水')
})
