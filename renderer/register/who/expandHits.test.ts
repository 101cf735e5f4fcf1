import { describe, expect, it } from 'vitest'
import type { Person, Unit, Vehicle } from '../../../shared/domain/household/types'
import type { Household, HouseholdHit } from '../../data'
import { expandHits } from './expandHits'

const AT = '2026-11-21T01:30:00.000Z'
const unit = (id: string): Unit => ({
  id,
  code: id,
  building: '5',
  section: '2',
  room: id,
  use: 'residence',
  area: null,
  status: 'let',
  moveInDate: null,
  voided: null,
  updatedAt: AT,
})
const person = (id: string, gone = false): Person => ({
  id,
  name: id,
  phones: [],
  idLastFour: '',
  residences: [],
  unitIds: [],
  voided: gone ? { reason: '错', at: AT, by: '甲' } : null,
  updatedAt: AT,
})
const vehicle: Vehicle = {
  id: 'v',
  plate: '浙A12345',
  unitId: 'u1',
  parkingSpace: '',
  ownerName: '',
  phone: '',
  voided: null,
  updatedAt: AT,
}
const hit = (id: string, more: Partial<HouseholdHit> = {}): HouseholdHit => ({
  unit: unit(id),
  person: null,
  vehicle: null,
  ...more,
})
const household = (persons: Person[]): Household => ({
  unit: unit('u1'),
  persons,
  vehicles: [],
  instructions: [],
  visibleFlags: [],
  activeInstructions: [],
})
const names = (hits: HouseholdHit[]) =>
  hits.map((one) => `${one.unit.id} ${one.person?.id ?? '-'} ${one.vehicle?.id ?? '-'}`)

describe('expandHits', () => {
  it('offers the people of a unit before the unit itself, without those who were a mistake', async () => {
    const read = async () => household([person('a'), person('b', true), person('c')])
    expect(names(await expandHits([hit('u1')], read))).toEqual(['u1 a -', 'u1 c -', 'u1 - -'])
  })

  it('offers nobody twice', async () => {
    const read = async () => household([person('a')])
    const hits = [hit('u1', { person: person('a') }), hit('u1'), hit('u1', { vehicle })]
    expect(names(await expandHits(hits, read))).toEqual(['u1 a -', 'u1 - -', 'u1 - v'])
  })

  it('looks up a few units only', async () => {
    let asked = 0
    const read = async () => {
      asked += 1
      return null
    }
    const hits = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map((id) => hit(id))
    expect(await expandHits(hits, read)).toHaveLength(6)
    expect(asked).toBe(4)
  })
})
