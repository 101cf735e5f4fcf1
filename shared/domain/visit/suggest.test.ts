import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { decidePreference, isDeclined } from './preferences'
import { type Candidate, suggestVisits } from './suggest'
import { contextAt } from './testing'

// A Thursday.
const at = instantOf('2026-11-12', '10:00')

function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    unitId: 'u',
    unitCode: '1-1-101',
    lastVisitOn: null,
    complaints: 0,
    care: [],
    preference: null,
    planned: false,
    ...change,
  }
}

const preference = (change: object) => ({
  id: 'u',
  rev: 1,
  unitCode: '1-1-101',
  declinedTimes: [],
  noVisits: false,
  note: '',
  at,
  by: '小林',
  ...change,
})

const order = (candidates: Candidate[], moment = at) =>
  suggestVisits(candidates, moment).map(({ unitCode }) => unitCode)

describe('whom to visit next (domain 8)', () => {
  it('first those not visited longest, with past complaints, under 重点关注', () => {
    const recent = candidate({ unitCode: 'recent', lastVisitOn: '2026-09-01' })
    const long = candidate({ unitCode: 'long', lastVisitOn: '2026-01-10' })
    expect(order([recent, long])).toEqual(['long', 'recent'])
    const calm = candidate({ unitCode: 'calm' })
    const upset = candidate({ unitCode: 'upset', complaints: 2 })
    const alone = candidate({ unitCode: 'alone', care: ['livesAlone'] })
    expect(order([calm, upset, alone])).toEqual(['alone', 'upset', 'calm'])
  })

  it('with its reasons', () => {
    const [first] = suggestVisits(
      [candidate({ lastVisitOn: '2026-08-04', complaints: 3, care: ['hardship'] })],
      at,
    )
    expect(first?.reasons).toEqual([
      { kind: 'care', care: 'hardship' },
      { kind: 'complaints', count: 3 },
      { kind: 'notVisitedFor', days: 100 },
    ])
    expect(suggestVisits([candidate()], at)[0]?.reasons).toEqual([{ kind: 'neverVisited' }])
  })

  it.each([
    ['wants no visits', { preference: preference({ noVisits: true }) }],
    [
      'declined the weekday',
      { preference: preference({ declinedTimes: [{ weekdays: [4], from: '', to: '' }] }) },
    ],
    [
      'declined the hour',
      { preference: preference({ declinedTimes: [{ weekdays: [], from: '10:00', to: '10:01' }] }) },
    ],
    ['was visited 29 days ago', { lastVisitOn: '2026-10-14' }],
    ['has a visit planned', { planned: true }],
  ])('never one that %s', (_name, change) => {
    expect(order([candidate(change)])).toEqual([])
  })

  it('again at another hour or weekday, and after 30 days', () => {
    const hour = candidate({
      preference: preference({ declinedTimes: [{ weekdays: [], from: '09:00', to: '10:00' }] }),
    })
    const weekday = candidate({
      preference: preference({ declinedTimes: [{ weekdays: [3], from: '', to: '' }] }),
    })
    expect(order([hour])).toHaveLength(1)
    expect(order([weekday])).toHaveLength(1)
    expect(order([candidate({ lastVisitOn: '2026-10-13' })])).toHaveLength(1)
  })

  it('never at a declined moment, whatever was declined', () => {
    const times = fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      from: fc.constantFrom('', '08:00', '12:30'),
      to: fc.constant('18:00'),
    })
    const moments = fc
      .integer({ min: 0, max: 14 * 24 })
      .map((hours) => new Date(Date.parse(at) + hours * 3_600_000).toISOString())
    fc.assert(
      fc.property(fc.array(times, { maxLength: 4 }), moments, (declinedTimes, moment) => {
        const declined = preference({ declinedTimes })
        const suggested = suggestVisits([candidate({ preference: declined })], moment)
        expect(suggested.length === 0).toBe(isDeclined(declined, moment))
      }),
    )
  })
})

describe('不便时间', () => {
  const unit = { id: 'u', code: '1-1-101' }
  const keep = (times: { weekdays: number[]; from: string; to: string }[]) =>
    decidePreference(
      unit,
      null,
      { declinedTimes: times, noVisits: false, note: ' 午睡 ' },
      contextAt(at, 'clerk'),
    )

  it('are weekdays, hours, or both', () => {
    const kept = keep([{ weekdays: [7, 6], from: '12:00', to: '24:00' }])
    expect(kept).toMatchObject({ value: { note: '午睡', rev: 1, declinedTimes: [{ weekdays: [6, 7] }] } })
  })

  it.each([
    [[], '', ''],
    [[8], '', ''],
    [[], '12:00', '12:00'],
    [[], '14:00', '12:00'],
    [[], '25:00', '26:00'],
    [[], '12:00', ''],
  ])('refuse %j from "%s" to "%s"', (weekdays, from, to) => {
    expect(keep([{ weekdays, from, to }])).toMatchObject({
      refusal: { key: 'visit.declinedTimeInvalid', field: 'declinedTimes.0.from' },
    })
  })
})
