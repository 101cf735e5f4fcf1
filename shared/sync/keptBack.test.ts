import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goingOf, KEEPABLE, KEPT_GROUP_NAMES, KEPT_GROUPS, fieldsOfGroup, notReplicatedOf } from './keptBack'
import { SYNC_TABLES, withholdable } from './travel'

/** What binds every machine of the office. */
const ALWAYS = [
  'office',
  'settings',
  'users',
  'corrections',
  'monthReviews',
  'monthSeals',
  'erasures',
  'disputes',
]

describe('what the office may keep to its machines (issue "What travels")', () => {
  it('is every table once, but what always goes', () => {
    const grouped: string[] = KEPT_GROUP_NAMES.flatMap((group) => [...KEPT_GROUPS[group]])
    expect([...grouped, ...ALWAYS].toSorted()).toEqual([...SYNC_TABLES].toSorted())
  })

  it('offers every sensitive field', () => {
    const offered = KEPT_GROUP_NAMES.flatMap(fieldsOfGroup)
    expect(offered.toSorted()).toEqual(SYNC_TABLES.flatMap(withholdable).toSorted())
  })

  it('comes back from its switches as it was set', () => {
    const names = KEPT_GROUP_NAMES.flatMap(fieldsOfGroup)
    fc.assert(
      fc.property(fc.subarray([...KEPT_GROUP_NAMES]), fc.subarray(names), (groups, fields) => {
        const set = [...groups.flatMap((group) => [...KEPT_GROUPS[group]]), ...fields]
        const again = notReplicatedOf(goingOf(set))
        expect(again.toSorted()).toEqual([...set].toSorted())
        expect(again.every((name) => KEEPABLE.includes(name))).toBe(true)
      }),
    )
  })
})
