import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refuse } from '../../util/result'
import { allObjections, type Objection } from './objections'

const beside = fc.constantFrom('a', 'b', 'c', 'd').map((field): Objection => refuse(`x.${field}`, field))
const objections = fc.array(fc.oneof(fc.constant(null), beside))

describe('several objections as one', () => {
  it('is nothing where nothing speaks against it', () => {
    expect(allObjections(null, null)).toBeNull()
    expect(allObjections()).toBeNull()
  })

  it('refuses for the first, and says what is wrong in other fields', () => {
    expect(allObjections(null, refuse('x.a', 'a'), refuse('x.again', 'a'), null, refuse('x.b', 'b'))).toEqual(
      {
        ok: false,
        refusal: { key: 'x.a', field: 'a', also: [{ key: 'x.b', field: 'b' }] },
      },
    )
  })

  it('says nothing of fields where the whole is refused', () => {
    expect(allObjections(refuse('x.whole'), refuse('x.a', 'a'))).toEqual(refuse('x.whole'))
  })

  it('is the same however its parts are gathered, and names each field once', () => {
    fc.assert(
      fc.property(objections, objections, (some, others) => {
        const all = allObjections(...some, ...others)
        expect(allObjections(allObjections(...some), allObjections(...others))).toEqual(all)
        const said = all ? [all.refusal, ...(all.refusal.also ?? [])] : []
        expect(new Set(said.map(({ field }) => field)).size).toBe(said.length)
        expect(said.every(({ also }, i) => i === 0 || also === undefined)).toBe(true)
      }),
    )
  })
})
