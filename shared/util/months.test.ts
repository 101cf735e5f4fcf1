import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, shiftMonth } from './civilTime'
import { firstDayOf, monthSpan, nextMonth, shiftMonths } from './months'

const aMonth = fc
  .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)

describe('months by arithmetic', () => {
  it('are those of the calendar, so many later or earlier', () => {
    fc.assert(
      fc.property(aMonth, fc.integer({ min: -1500, max: 1500 }), (month, by) => {
        expect(shiftMonths(month, by)).toBe(shiftMonth(firstDayOf(month), by).slice(0, 7))
      }),
    )
  })

  it('begin when the calendar says, asked for the first time or again', () => {
    fc.assert(
      fc.property(aMonth, (month) => {
        const span = { from: instantOf(firstDayOf(month)), until: instantOf(firstDayOf(nextMonth(month))) }
        expect([monthSpan(month), monthSpan(month)]).toEqual([span, span])
      }),
    )
  })

  it.each(['', '2026', '2026-13', '2026-1', '2026-11-01', 'today'])('refuse %j', (text) => {
    expect(() => shiftMonths(text, 1)).toThrow(RangeError)
  })
})
