import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffFields } from '../../util/diff'
import { recordDigest } from './seal'
import type { SealedRecord } from './types'
import { compareRecord, fieldsThatDiffer } from './verify'

const signedOf = (row: object): SealedRecord => ({
  table: 'complaints',
  id: 'c1',
  number: '客服-TS-2026-0001',
  rev: 1,
  digest: recordDigest(row),
})
const NAMED = { table: 'complaints', id: 'c1', number: '客服-TS-2026-0001' }

// What records hold: texts, figures, yes or no, lists of texts, lists of objects, objects within; null for nothing.
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const inner = fc.dictionary(fc.constantFrom('at', 'by', 'words'), leaf)
const rows = fc.record({
  rev: fc.integer(),
  intake: inner,
  tags: fc.array(fc.string(), { maxLength: 3 }),
  steps: fc.array(fc.record({ at: fc.string(), by: fc.string() }), { maxLength: 4 }),
  closing: fc.option(inner, { nil: null }),
})

describe('verification of a signed record (domain 12)', () => {
  it('finds a record as it was signed through any later changes that commands made', () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), (versions) => {
        const [first] = versions
        if (!first) return
        const changes = versions.slice(1).map((row, index) => diffFields(versions[index], row))
        const now = versions.at(-1) ?? first
        expect(compareRecord(signedOf(first), now, changes.toReversed())).toBeNull()
      }),
    )
  })

  it('names whatever was changed beside them', () => {
    fc.assert(
      fc.property(rows, rows, fc.string(), (first, second, words) => {
        const tampered = { ...second, intake: { ...second.intake, words: `${words}!` } }
        fc.pre(recordDigest(tampered) !== recordDigest(second))
        const found = compareRecord(signedOf(first), tampered, [diffFields(first, second)])
        // What the last command wrote over is lost by the tampering alone where it comes to the same again.
        if (found) expect(found).toMatchObject({ kind: 'changed', ...NAMED })
        else expect(diffFields(first, second).some(({ path }) => path.startsWith('intake'))).toBe(true)
      }),
    )
  })

  it('says which field does not hold what its newest change left there', () => {
    const changes = [
      [{ path: 'intake.place', before: '1号楼', after: '2号楼' }],
      [{ path: 'intake', before: null, after: { place: '1号楼', words: '漏水' } }],
      [{ path: 'state', before: 'received', after: 'judged' }],
    ]
    const row = { state: 'closed', intake: { place: '2号楼', words: '没事' } }
    expect(fieldsThatDiffer(row, changes)).toEqual(['state'])
    expect(fieldsThatDiffer({ ...row, intake: { place: '3号楼' } }, changes)).toEqual([
      'intake.place',
      'state',
    ])
  })

  it('tells a missing record, and does not guess where the law had a change erased', () => {
    const row = { rev: 1, words: '原话' }
    const signed = signedOf(row)
    expect(compareRecord(signed, null, [])).toEqual({ kind: 'missing', ...NAMED })
    expect(compareRecord(signed, { rev: 2, words: '后来' }, [null])).toEqual({ kind: 'untold', ...NAMED })
    // An erased change of something else does not matter.
    expect(compareRecord(signed, row, [null])).toBeNull()
  })
})
