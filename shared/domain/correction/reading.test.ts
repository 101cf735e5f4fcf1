import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ROLES } from '../office/types'
import { correctionSearchText } from './facets'
import { correctionLife } from './lifecycle'
import { mayRead, readableBy } from './reading'
import type { Correction } from './types'

const view = { at: '2026-04-06T01:00:00.000Z', by: '周主管', agreed: true, words: '秘意见' }
const correction: Correction = {
  id: 'c1',
  number: '客服-BG-2026-0001',
  year: 2026,
  seq: 1,
  register: 'correction',
  rev: 2,
  state: 'verified',
  duty: null,
  createdAt: view.at,
  createdBy: '秘张三',
  updatedAt: view.at,
  void: null,
  prints: {},
  links: [],
  attachmentIds: ['a1'],
  target: { table: 'incidents', id: 'i1', number: '客服-SG-2026-0001' },
  month: '2026-03',
  changes: [{ path: 'report.course', before: '秘甲', after: '秘乙' }],
  voids: false,
  reason: '秘原因',
  requestedBy: '秘张三',
  requestedByUserId: 'u1',
  verification: view,
  approval: null,
  appliedAt: null,
  steps: [{ command: 'request', at: view.at, by: '秘张三', userId: 'u1', from: null, to: 'requested' }],
}

it('is read by supervisor, director and whoever asked, where it is about an incident (domain 7, 12)', () => {
  const readers = ROLES.flatMap((role) => ['u1', 'u2'].map((userId) => ({ role, userId })))
  const allowed = readers.filter((reader) => mayRead(correction, reader))
  expect(allowed.map(({ role, userId }) => `${role} ${userId}`)).toEqual([
    'clerk u1',
    'supervisor u1',
    'supervisor u2',
    'director u1',
    'director u2',
  ])
  const ofComplaint = { ...correction, target: { ...correction.target, table: 'complaints' } }
  for (const reader of readers) expect(readableBy(ofComplaint, reader)).toBe(ofComplaint)
})

it('says nothing of an incident to anybody else: not on screen, not by search', () => {
  const seen = readableBy(correction, { role: 'clerk', userId: 'u2' })
  expect(JSON.stringify(seen)).not.toContain('秘')
  expect(seen).toMatchObject({ number: correction.number, state: 'verified', target: correction.target })
  const found = correctionSearchText(correction)
  expect(found).not.toContain('秘')
  expect(found).toContain('bg20260001')
})

it('cannot be printed, signed, filed or taken back by who may not read it', () => {
  const commands = Object.keys(correctionLife.commands) as (keyof typeof correctionLife.commands)[]
  fc.assert(
    fc.property(fc.constantFrom(...commands), fc.constantFrom(...ROLES), (command, role) => {
      const actor = { userId: 'u2', name: '乙', role }
      const objection = correctionLife.objectionTo(command, correction, { actor })
      if (role === 'clerk' || role === 'viewer') expect(objection).not.toBeNull()
    }),
  )
})
