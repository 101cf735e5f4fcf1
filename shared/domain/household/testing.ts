import { DEFAULT_SETTINGS } from '../office/settings'
import type { Role } from '../office/types'
import type { RuleContext } from '../register/types'
import type { PersonInput } from './person'
import type { UnitInput } from './unit'

/** 2026-11-21 09:30 at the estate. */
export const NOW = '2026-11-21T01:30:00.000Z'
export const TODAY = '2026-11-21'

let last = 0

/** A context for tests, with ids that count up. */
export function contextFor(role: Role = 'clerk'): RuleContext {
  const newId = () => `id-${String(++last).padStart(5, '0')}`
  return { now: NOW, actor: { userId: 'u1', name: '李娜', role }, newId, settings: DEFAULT_SETTINGS }
}

export function unitInput(changes: Partial<UnitInput> = {}): UnitInput {
  const door = { building: '5', section: '2', room: '301' }
  return { ...door, use: 'residence', area: 89.5, status: 'ownerOccupied', moveInDate: null, ...changes }
}

export function personInput(changes: Partial<PersonInput> = {}): PersonInput {
  const residences = [{ unitId: 'unit-1', role: 'owner' as const, from: null, until: null }]
  return { name: '张三', phones: ['13812345678'], idLastFour: '123X', residences, ...changes }
}
