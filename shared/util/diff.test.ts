import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffFields, revertFields } from './diff'

/** Takes the changes back as the audit chain keeps them: through storage, where undefined is gone. */
function backFrom<T>(before: T, after: T): T {
  return revertFields(after, JSON.parse(JSON.stringify(diffFields(before, after))))
}

describe('revertFields', () => {
  const record = {
    state: 'handled',
    handling: { measures: '换门机', proposals: ['修', '换'] },
    answers: [{ words: '好' }],
  }

  it('takes back what changed, deep inside and at the ends of lists', () => {
    const after = {
      state: 'closed',
      handling: { measures: '修好', proposals: ['换'] },
      answers: [{ words: '好' }, { words: '再答' }],
    }
    expect(backFrom(record, after)).toEqual(record)
    expect(backFrom(after, record)).toEqual(after)
  })

  it('gives back a part that came or went whole', () => {
    const bare = { state: 'handled', handling: null, answers: [] }
    expect(backFrom<object>(bare, record)).toEqual(bare)
    expect(backFrom<object>(record, bare)).toEqual(record)
  })

  it('leaves what did not change as it is', () => {
    expect(revertFields(record, [])).toEqual(record)
  })

  it('undoes diffFields for whatever two records say', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    const item = fc.record({ words: leaf, at: leaf }, { requiredKeys: [] })
    const part = fc.record({ words: leaf, texts: fc.array(fc.string(), { maxLength: 3 }) })
    const any = fc.record({
      leaf,
      part: fc.option(part),
      items: fc.array(item, { maxLength: 4 }),
      byForm: fc.dictionary(fc.constantFrom('a', 'b'), part),
    })
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(diffFields(before, backFrom(before, after))).toEqual([])
      }),
    )
  })
})
