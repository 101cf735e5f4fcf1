import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleContext } from '../register/types'
import {
  changeOffice,
  changeSettings,
  createUser,
  DEFAULT_SETTINGS,
  may,
  type OfficeSetup,
  PERMISSIONS,
  type Role,
  ROLES,
  SETTING_BOUNDS,
  setUpOffice,
  type User,
  updateUser,
} from '.'

const NOW = '2026-11-21T01:30:00.000Z'
let next = 0
const newId = () => `id-${++next}`

function as(role: Role): RuleContext {
  return { now: NOW, actor: { userId: 'u0', name: '王主任', role }, newId, settings: DEFAULT_SETTINGS }
}

function user(name: string, role: Role, active = true): User {
  return { id: `user-${name}`, name, role, active, createdAt: NOW, updatedAt: NOW }
}

const SETUP: OfficeSetup = {
  estateName: ' 翠湖花园 ',
  officeName: '翠湖管理处',
  numberPrefix: '客服',
  deviceLetter: 'b',
  directorName: '王主任',
}

describe('first start (domain 1)', () => {
  it('makes the office, its director and the default settings', () => {
    const made = setUpOffice(SETUP, { now: NOW, newId })
    if (!made.ok) throw new Error(made.refusal.key)
    expect(made.value.office).toMatchObject({
      estateName: '翠湖花园',
      numberPrefix: '客服',
      deviceLetter: 'B',
    })
    expect(made.value.director).toMatchObject({ name: '王主任', role: 'director', active: true })
    expect(made.value.settings).toEqual(DEFAULT_SETTINGS)
  })

  it.each([
    ['estateName', ' ', 'office.required'],
    ['officeName', 'x'.repeat(61), 'office.tooLong'],
    ['numberPrefix', '客-服', 'office.prefixInvalid'],
    ['numberPrefix', '九个字的编号前缀太长', 'office.prefixInvalid'],
    ['deviceLetter', 'AB', 'office.letterInvalid'],
    ['deviceLetter', '1', 'office.letterInvalid'],
    ['directorName', '', 'office.required'],
  ])('refuses %s = "%s"', (field, value, key) => {
    const refused = setUpOffice({ ...SETUP, [field]: value }, { now: NOW, newId })
    expect(refused).toMatchObject({ ok: false, refusal: { key, field } })
  })

  it('lets only the director change it later', () => {
    const made = setUpOffice(SETUP, { now: NOW, newId })
    if (!made.ok) throw new Error(made.refusal.key)
    const input = { ...SETUP, officeName: '新管理处' }
    expect(changeOffice(made.value.office, input, as('director'))).toMatchObject({
      ok: true,
      value: { id: made.value.office.id, officeName: '新管理处' },
    })
    expect(changeOffice(made.value.office, input, as('supervisor')).ok).toBe(false)
  })
})

describe('roles (domain 1)', () => {
  it('give the director everything and the viewer reading only', () => {
    expect(PERMISSIONS.filter((one) => !may('director', one))).toEqual([])
    expect(PERMISSIONS.filter((one) => may('viewer', one))).toEqual(['record.read'])
  })

  it('never give a lower role what a higher one lacks', () => {
    const order: Role[] = ['viewer', 'clerk', 'supervisor', 'director']
    expect([...order].sort()).toEqual([...ROLES].sort())
    fc.assert(
      fc.property(fc.constantFrom(...PERMISSIONS), fc.nat(2), (permission, i) => {
        const lower = order[i] ?? 'viewer'
        const higher = order[i + 1] ?? 'director'
        expect(may(lower, permission) && !may(higher, permission)).toBe(false)
      }),
    )
  })

  it('keep voiding, settings and month closing from the clerk', () => {
    for (const one of ['record.void', 'record.judge', 'settings.write', 'month.review'] as const) {
      expect(may('clerk', one)).toBe(false)
    }
  })
})

describe('users (domain 1)', () => {
  const wang = user('王主任', 'director')
  const li = user('李娜', 'clerk')

  it('are made by the director, with a name nobody has or had', () => {
    const input = { name: ' 李 娜', role: 'clerk', active: true } as const
    expect(createUser(input, [wang, { ...li, active: false }], as('director'))).toMatchObject({
      ok: false,
      refusal: { key: 'office.nameTaken', field: 'name' },
    })
    expect(createUser({ ...input, name: '赵敏' }, [wang, li], as('supervisor')).ok).toBe(false)
    expect(createUser({ ...input, name: '赵敏' }, [wang, li], as('director'))).toMatchObject({
      ok: true,
      value: { name: '赵敏', role: 'clerk' },
    })
  })

  it('keep the last active director', () => {
    const gone = user('旧主任', 'director', false)
    const users = [wang, li, gone]
    const demoted = updateUser(wang, { ...wang, role: 'clerk' }, users, as('director'))
    expect(demoted).toMatchObject({ ok: false, refusal: { key: 'office.lastDirector', field: 'role' } })
    const off = updateUser(wang, { ...wang, active: false }, users, as('director'))
    expect(off).toMatchObject({ ok: false, refusal: { key: 'office.lastDirector', field: 'active' } })
    expect(
      updateUser(wang, { ...wang, active: false }, [...users, user('新主任', 'director')], as('director')).ok,
    ).toBe(true)
    expect(updateUser(li, { ...li, name: '李丽' }, users, as('director')).ok).toBe(true)
  })

  it('property: whatever is changed, an active director remains', () => {
    const change = fc.record({
      who: fc.nat(3),
      role: fc.constantFrom(...ROLES),
      active: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let users = [wang, li, user('赵敏', 'supervisor'), user('钱伟', 'director')]
        for (const { who, role, active } of changes) {
          const one = users[who]
          if (!one) continue
          const answer = updateUser(one, { name: one.name, role, active }, users, as('director'))
          if (answer.ok) users = users.map((old) => (old.id === one.id ? answer.value : old))
        }
        expect(users.some((one) => one.active && one.role === 'director')).toBe(true)
      }),
    )
  })
})

describe('settings marked †', () => {
  it('have defaults within their own bounds', () => {
    expect(changeSettings(DEFAULT_SETTINGS, {}, as('director'))).toEqual({
      ok: true,
      value: DEFAULT_SETTINGS,
    })
  })

  it('refuse what is out of bounds, not whole, or not a day', () => {
    for (const [name, { min, max }] of Object.entries(SETTING_BOUNDS)) {
      for (const bad of [min - 1, max + 1, min + 0.5, Number.NaN]) {
        const refused = changeSettings(DEFAULT_SETTINGS, { [name]: bad }, as('director'))
        expect(refused).toMatchObject({ ok: false, refusal: { key: 'office.outOfBounds', field: name } })
      }
      expect(changeSettings(DEFAULT_SETTINGS, { [name]: max }, as('director')).ok).toBe(true)
    }
    const badDay = changeSettings(
      DEFAULT_SETTINGS,
      { workdayOverrides: { '2026-02-30': true } },
      as('director'),
    )
    expect(badDay).toMatchObject({ ok: false, refusal: { key: 'office.dayInvalid' } })
    expect(changeSettings(DEFAULT_SETTINGS, { idleLockMinutes: 5 }, as('clerk')).ok).toBe(false)
  })
})
