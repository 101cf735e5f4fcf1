import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANDS, bandOf, momentOf, spanOf } from './sections'

// 2026-11-21 is a Saturday; 09:30 in Shanghai.
const now = Date.parse('2026-11-21T01:30:00.000Z')
const at = momentOf(now)

describe('the bands of 今日待办 (domain 3, 11)', () => {
  it.each([
    ['2026-11-21T01:29:59.999Z', 'overdue'],
    ['2026-11-21T01:30:00.000Z', 'today'],
    ['2026-11-21T15:59:59.999Z', 'today'],
    ['2026-11-21T16:00:00.000Z', 'soon'],
    ['2026-11-24T15:59:59.999Z', 'soon'],
    ['2026-11-24T16:00:00.000Z', 'later'],
    [null, 'later'],
  ] as const)('a deadline at %s is %s', (dueAt, band) => {
    expect(bandOf(dueAt, at)).toBe(band)
  })

  it('change at the estate’s midnight, whatever the machine’s', () => {
    const endOfDay = '2026-11-21T15:59:59.999Z'
    expect(bandOf(endOfDay, momentOf(Date.parse('2026-11-21T15:59:59.999Z')))).toBe('today')
    expect(bandOf(endOfDay, momentOf(Date.parse('2026-11-21T16:00:00.000Z')))).toBe('overdue')
    expect(momentOf(Date.parse('2026-11-21T16:00:00.000Z')).today).toBe('2026-11-22')
  })

  it('hold every deadline in one band only, and say so as spans too', () => {
    const instants = fc
      .integer({ min: -40 * 24 * 60, max: 40 * 24 * 60 })
      .map((minutes) => new Date(now + minutes * 60_000).toISOString())
    fc.assert(
      fc.property(instants, (dueAt) => {
        const holding = BANDS.filter((band) => {
          const { from, to } = spanOf(band, at)
          return dueAt >= from && (to === null || dueAt < to)
        })
        expect(holding).toEqual([bandOf(dueAt, at)])
      }),
    )
  })
})
