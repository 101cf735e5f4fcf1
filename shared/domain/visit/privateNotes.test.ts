import { describe, expect, it } from 'vitest'
import { visitRules } from './lifecycle'
import { mayReadPrivate, writePrivate } from './privateNotes'
import { accepted, contextAt, VISITED_AT, visited } from './testing'

describe('私密记录 (domain 8): visitor, supervisor and director only', () => {
  const visit = visited()
  const other = { userId: 'u-other', name: '小王', role: 'clerk' } as const

  it.each([
    ['clerk', true],
    ['supervisor', true],
    ['director', true],
    ['viewer', false],
  ] as const)('a %s: %s (the clerk is the 访问人)', (role, expected) => {
    const { actor } = contextAt(VISITED_AT, role)
    expect(mayReadPrivate(visit, actor)).toBe(expected)
  })

  it('not another clerk, nor anybody where the 访问人 is no user', () => {
    expect(mayReadPrivate(visit, other)).toBe(false)
    expect(mayReadPrivate({ visitorUserId: '' }, { ...other, userId: '' })).toBe(false)
  })

  it('are written by those who may read them', () => {
    const notes = accepted(writePrivate(visit, ' 家中有病人 ', contextAt(VISITED_AT, 'clerk')))
    expect(notes).toEqual({
      id: visit.id,
      visitorUserId: 'u-clerk',
      text: '家中有病人',
      at: VISITED_AT,
      by: '小林',
    })
    const stranger = { ...contextAt(VISITED_AT), actor: other }
    expect(writePrivate(visit, '…', stranger)).toMatchObject({
      refusal: { key: 'visit.privateNotAllowed' },
    })
    // A viewer who was a visitor before may read, but never writes.
    const viewer = { ...contextAt(VISITED_AT, 'viewer') }
    const own = { ...visit, visitorUserId: viewer.actor.userId }
    expect(writePrivate(own, '…', viewer).ok).toBe(false)
    const gone = accepted(visitRules.voidRecord(visit, { reason: '错' }, contextAt(VISITED_AT)))
    expect(writePrivate(gone, '…', contextAt(VISITED_AT))).toMatchObject({ refusal: { key: 'visit.isVoid' } })
  })
})
