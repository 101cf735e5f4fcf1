import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { may } from '../../../shared/domain/office/permissions'
import type { Role } from '../../../shared/domain/office/types'
import * as returnRounds from './returnRounds'
import * as returnVisits from './returnVisits'
import * as visitMonths from './visitMonths'
import * as visitPreferences from './visitPreferences'
import * as visits from './visits'

interface Spec {
  name: string
  permission: Parameters<typeof may>[1] | null
}

const isSpec = (value: unknown): value is Spec =>
  typeof value === 'object' && value !== null && 'permission' in value && 'name' in value

const modules = [visits, visitPreferences, visitMonths, returnVisits, returnRounds]
const specs = modules
  .flatMap((module) => Object.values<unknown>(module))
  .flatMap((value) => (isSpec(value) ? [value] : Object.values(value as object).filter(isSpec)))

const namesFor = (role: Role) =>
  specs.flatMap(({ name, permission }) => (permission && may(role, permission) ? [name] : [])).sort()

describe('who may do what with visits (domain 1, 8)', () => {
  it('every command asks for a role, and 查阅 has none of them', () => {
    expect(specs.length).toBeGreaterThan(30)
    expect(specs.filter(({ permission }) => permission === null)).toEqual([])
    expect(namesFor('viewer')).toEqual([])
  })

  it('作废 is the supervisor’s, 采纳/不采纳 and 访问总结 the director’s', () => {
    const clerk = new Set(namesFor('clerk'))
    const supervisor = new Set(namesFor('supervisor'))
    const director = namesFor('director')
    expect(director).toHaveLength(specs.length)
    expect(director.filter((name) => !supervisor.has(name))).toEqual([
      'visitMonth.decide',
      'visitMonth.summarize',
    ])
    expect([...supervisor].filter((name) => !clerk.has(name)).sort()).toEqual([
      'returnVisit.void',
      'visit.void',
      'visitMonth.void',
    ])
  })
})
