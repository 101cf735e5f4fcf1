import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPinyin } from '../../util/pinyin'
import { ROLES } from '../office/types'
import { listFacets, unitIdsOf } from './lists'
import { mayRead, mayReadInjuries, readableBy } from './reading'
import { incidentSearchText } from './searchText'
import { telling } from './testing'
import { INCIDENT_STATES } from './types'

const SECRET = '秘'

beforeAll(loadPinyin)

describe('who reads a 限阅 record (domain 7, 13)', () => {
  const death = telling({ kind: 'death' })
  const restricted = { ...death, restricted: true }

  it.each([
    ['clerk', 'u-clerk', 'handling', true],
    ['clerk', 'u-clerk', 'submitted', false],
    ['clerk', 'u-clerk', 'verified', false],
    ['clerk', 'u-clerk', 'approved', false],
    ['clerk', 'u-clerk', 'archived', false],
    ['clerk', 'u-other', 'handling', false],
    ['supervisor', 'u-supervisor', 'submitted', true],
    ['director', 'u-director', 'archived', true],
    ['viewer', 'u-viewer', 'handling', false],
    ['viewer', 'u-viewer', 'archived', false],
  ] as const)('%s %s, %s: %s', (role, userId, state, reads) => {
    const record = { ...restricted, state }
    const reader = { role, userId }
    expect(mayRead(record, reader)).toBe(reads)
    expect(mayReadInjuries(record, reader)).toBe(reads)
    const seen = readableBy(record, reader)
    expect(JSON.stringify(seen).includes(SECRET)).toBe(reads)
    if (reads) expect(seen).toBe(record)
    else {
      expect(seen).toMatchObject({
        number: record.number,
        state,
        restricted: true,
        report: { kind: 'death' },
      })
      expect(seen.reportedByUserId).toBe('')
    }
  })

  it('never shows more than number, type and state in lists and search', () => {
    expect(incidentSearchText(restricted)).not.toContain(SECRET)
    expect(incidentSearchText(restricted)).toContain('死亡')
    expect(unitIdsOf(restricted)).toEqual([])
    const said = listFacets({ ...restricted, report: { ...restricted.report, severity: 'major' } })
    expect(said).toEqual(['open', 'state:handling', 'kind:death', 'first:u-clerk', 'restricted'])
  })
})

describe('伤情 by role (domain 7, 13)', () => {
  const open = { ...telling(), restricted: false }
  it.each([
    ['clerk', 'u-clerk', 'handling', true],
    ['clerk', 'u-clerk', 'submitted', false],
    ['clerk', 'u-other', 'handling', false],
    ['supervisor', 'u-supervisor', 'archived', true],
    ['director', 'u-director', 'submitted', true],
    ['viewer', 'u-viewer', 'handling', false],
  ] as const)('%s %s, %s: %s', (role, userId, state, sees) => {
    const seen = readableBy({ ...open, state }, { role, userId })
    const text = JSON.stringify(seen)
    expect(text.includes('秘伤情') || text.includes('秘医院')).toBe(sees)
    // All the rest of a record that is not 限阅 is there for everybody.
    expect(text).toContain('秘经过')
  })

  it('is never found by search', () => {
    const text = incidentSearchText(open)
    expect(text).not.toContain('秘伤情')
    expect(text).toContain('秘经过')
    expect(text).toContain('mxm')
  })
})

it('shows a withheld record to nobody in part (property)', () => {
  const any = fc.record({
    role: fc.constantFrom(...ROLES),
    userId: fc.constantFrom('u-clerk', 'u-other'),
    state: fc.constantFrom(...INCIDENT_STATES),
    restricted: fc.boolean(),
  })
  fc.assert(
    fc.property(any, ({ role, userId, state, restricted }) => {
      const record = { ...telling(), state, restricted }
      const seen = readableBy(record, { role, userId })
      const may = mayRead(record, { role, userId })
      expect(JSON.stringify(seen).includes('秘经过')).toBe(may)
      if (!mayReadInjuries(record, { role, userId })) expect(seen.injuries).toEqual([])
      expect(readableBy(seen, { role, userId })).toEqual(seen)
    }),
  )
})
