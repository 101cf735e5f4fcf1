import { describe, expect, it } from 'vitest'
import { contextFor } from '../household/testing'
import { archived, telling } from '../incident/testing'
import { closed, registered } from '../complaint/testing'
import { partsOf, peopleIn, standingIn, subjectOf } from './person'
import { answerDueOn, answerRequest, receiveRequest } from './requests'
import { exceptionOf, keptUntil } from './retention'

const NOBODY = { personId: null, name: '', phone: '' }

describe('the period of a record (domain 13, 3)', () => {
  it('runs from its end by civil years, and not while it is open', () => {
    const record = { ...closed(), closedAt: '2024-02-29T02:00:00.000Z' }
    expect(keptUntil('complaints', record, 3)?.slice(0, 10)).toBe('2027-02-28')
    expect(keptUntil('complaints', registered({}), 3)).toBeNull()
  })

  it('is over for a person with the last door they left', () => {
    const home = { unitId: 'u1', role: 'owner' as const, from: null }
    const person = {
      id: 'p',
      name: '王',
      phones: [],
      idLastFour: '',
      unitIds: ['u1'],
      voided: null,
      updatedAt: '2020-01-01T00:00:00.000Z',
    }
    expect(keptUntil('persons', { ...person, residences: [{ ...home, until: null }] }, 3)).toBeNull()
    const left = {
      ...person,
      residences: [
        { ...home, until: '2020-05-01' },
        { ...home, until: '2022-05-01' },
      ],
    }
    expect(keptUntil('persons', left, 3)?.slice(0, 10)).toBe('2025-05-01')
  })

  it('excepts what is held through its last day, disputed, or 限阅', () => {
    const now = '2032-01-01T00:00:00.000Z'
    const record = archived()
    expect(exceptionOf('incidents', record, { until: '2032-01-01' }, now)).toBe('held')
    expect(exceptionOf('incidents', record, { until: '2031-12-31' }, now)).toBeNull()
    expect(exceptionOf('incidents', { ...record, restricted: true }, null, now)).toBe('restricted')
    const compensations = [
      {
        id: 'x',
        amount: 1,
        paidBy: '',
        agreedBy: '',
        outcome: 'disputed' as const,
        settledAt: null,
        note: '',
      },
    ]
    expect(exceptionOf('incidents', { ...record, compensations }, null, now)).toBe('disputed')
  })
})

describe('what a record says of a person (domain 13)', () => {
  it('tells a complainant from somebody who is only mentioned', () => {
    const complainant = {
      anonymous: false,
      personId: 'p1',
      unitId: null,
      name: '王小明',
      phone: '13812345678',
      unitCode: '',
    }
    const record = registered({ complainant, content: '楼上李四漏水' })
    expect(partsOf('complaints', record, { ...NOBODY, personId: 'p1' })).toEqual(['complainant'])
    expect(partsOf('complaints', record, { ...NOBODY, phone: '138 1234 5678' })).toEqual(['complainant'])
    expect(partsOf('complaints', record, { ...NOBODY, name: '李四' })).toEqual(['mentioned'])
    expect(partsOf('complaints', record, { ...NOBODY, name: '赵六' })).toEqual([])
    expect(partsOf('complaints', record, NOBODY)).toEqual([])
  })

  it('finds parties and witnesses of an event', () => {
    expect(partsOf('incidents', telling(), { ...NOBODY, name: '没有这个人' })).toEqual([])
  })
})

describe('a person’s request (个人信息保护法 45–50)', () => {
  const input = {
    kind: 'delete' as const,
    name: '王小明',
    phone: '',
    identifiedBy: '本人到场',
    words: '删除投诉',
  }

  it('is due after so many working days, the first day not counted', () => {
    // 2026-11-20 is a Friday.
    expect(answerDueOn('2026-11-20T02:00:00.000Z', 1, {})).toBe('2026-11-23')
    expect(answerDueOn('2026-11-20T02:00:00.000Z', 15, {})).toBe('2026-12-11')
  })

  it('is taken in by supervisor and director, from whoever was recognised', () => {
    const ctx = contextFor('director')
    expect(receiveRequest(input, ctx, 15)).toMatchObject({ ok: true, value: { answer: null } })
    const refused = [
      receiveRequest(input, contextFor('clerk'), 15),
      receiveRequest({ ...input, name: ' ' }, ctx, 15),
      receiveRequest({ ...input, identifiedBy: '' }, ctx, 15),
      receiveRequest({ ...input, phone: '12' }, ctx, 15),
    ]
    expect(refused.map((one) => !one.ok && one.refusal.key)).toEqual([
      'office.notAllowed',
      'privacy.nameRequired',
      'privacy.identityRequired',
      'person.phoneInvalid',
    ])
  })

  it('is answered once, and a refusal has its ground', () => {
    const ctx = contextFor('director')
    const made = receiveRequest(input, ctx, 15)
    if (!made.ok) throw new Error(made.refusal.key)
    const request = made.value
    const keys = [
      answerRequest(request, { done: '', ground: null, refused: '' }, ctx),
      answerRequest(request, { done: '', ground: null, refused: '诉讼中' }, ctx),
      answerRequest(request, { done: '已删', ground: 'dispute', refused: '' }, ctx),
    ].map((one) => !one.ok && one.refusal.key)
    expect(keys).toEqual(['privacy.answerRequired', 'privacy.groundRequired', 'privacy.refusedRequired'])
    const answered = answerRequest(request, { done: '已删', ground: null, refused: '' }, ctx)
    if (!answered.ok) throw new Error(answered.refusal.key)
    expect(answerRequest(answered.value, { done: 'x', ground: null, refused: '' }, ctx)).toMatchObject({
      refusal: { key: 'privacy.answered' },
    })
  })
})

describe('whose record it is (domain 13: of somebody else nothing is erased for a person)', () => {
  const party = (name: string) => ({ person: { name } })
  it.each([
    ['complaints', {}, ['complainant'], 'own'],
    ['complaints', {}, ['otherComplainant'], 'aside'],
    ['complaints', {}, ['otherComplainant', 'signer'], 'aside'],
    ['complaints', {}, ['complainant', 'otherComplainant'], 'own'],
    ['complaints', {}, ['signer', 'mentioned'], 'mentioned'],
    ['lostItems', {}, ['claimant'], 'aside'],
    ['lostItems', {}, ['finder'], 'own'],
    ['incidents', { parties: [party('甲')] }, ['party'], 'own'],
    ['incidents', { parties: [party('甲'), party('乙')] }, ['party'], 'aside'],
    ['incidents', { parties: [party('甲')] }, ['witness'], 'aside'],
    ['persons', {}, ['mentioned'], 'own'],
  ] as const)('%s %j as %j: %s', (table, row, parts, standing) => {
    expect(standingIn(table, row, parts)).toBe(standing)
  })

  it('is said by the names of whom it is about', () => {
    expect(subjectOf('incidents', { parties: [party('甲'), party(''), party('乙')] })).toBe('甲、乙')
    expect(subjectOf('incidents', {})).toBe('')
    expect(subjectOf('complaints', { intake: { complainant: { name: '孙丽华' } } })).toBe('孙丽华')
  })
})

it('names everybody who has a place in a record, each once, and nobody who only signed or is blank', () => {
  const incident = {
    parties: [{ person: { personId: 'p', name: '甲', phone: '139' } }, { person: { name: '', phone: '' } }],
    witnesses: [{ person: { name: '乙', phone: '' } }, { person: { name: '甲', phone: '139' } }],
    signature: { by: '丙', name: '丙' },
  }
  expect(peopleIn('incidents', incident)).toEqual([
    { personId: 'p', name: '甲', phone: '139' },
    { personId: null, name: '乙', phone: '' },
  ])
})
