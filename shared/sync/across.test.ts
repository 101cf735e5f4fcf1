import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directs, doubledIn, whoDirectsAgain } from './across'

describe('what only one record may say (domain 1, 4)', () => {
  const unit = (id: string, code: string, more: object = {}) => ({ id, code, voided: null, ...more })

  it.each<[string, object[], [string, string][]]>([
    ['two units of one 房号', [unit('b', '3-502'), unit('a', '3-502')], [['a', 'b']]],
    ['not a void one', [unit('a', '3-502', { voided: { at: '' } }), unit('b', '3-502')], []],
    ['not one erased by law', [unit('a', '3-502', { erased: { at: '' } }), unit('b', '3-502')], []],
    [
      'three of one',
      ['c', 'a', 'b'].map((id) => unit(id, '1')),
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ],
    ['others', [unit('a', '1'), unit('b', '2')], []],
  ])('%s', (_what, rows, pairs) => {
    const found = doubledIn('units', rows as Record<string, unknown>[])
    expect(found.map(({ first, second }) => [first['id'], second['id']])).toEqual(pairs)
  })

  it('tells two users of one name, whatever the letters', () => {
    const users = [
      { id: 'a', name: '王 Li' },
      { id: 'b', name: '王ｌｉ' },
    ]
    expect(doubledIn('users', users)).toHaveLength(1)
  })
})

describe('who directs where nobody is left (domain 1)', () => {
  const user = fc.record({
    id: fc.uuid(),
    role: fc.constantFrom('director', 'supervisor', 'clerk', 'viewer'),
    active: fc.boolean(),
    updatedAt: fc.integer({ min: 0, max: 3 }).map((n) => `2026-03-0${n + 1}T00:00:00.000Z`),
    directed: fc.boolean(),
  })

  it('is one who did before, in whatever order the rows stand, and nobody where somebody does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(user, { selector: ({ id }) => id, minLength: 1 }), (users) => {
        const chosen = whoDirectsAgain(users, ({ directed }) => directed)
        expect(whoDirectsAgain(users.toReversed(), ({ directed }) => directed)).toEqual(chosen)
        const former = users.filter(({ role, directed }) => role === 'director' || directed)
        expect(chosen !== null).toBe(!users.some(directs) && former.length > 0)
        if (chosen) expect(former).toContain(chosen)
      }),
    )
  })
})
