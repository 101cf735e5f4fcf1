import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { lastDayOf, monthOf, nextMonth, opinionDue, previousMonth, summaryDue } from './month'

/** Whether something done at this time of the estate is in time. */
const inTime = (dueAt: string, day: string, time: string) => msOf(instantOf(day, time)) <= msOf(dueAt)

describe('the days of a month (domain 8)', () => {
  it.each([
    ['2026-11', '2026-12-05', '2026-12-10'],
    ['2026-12', '2027-01-05', '2027-01-10'],
    ['2026-01', '2026-02-05', '2026-02-10'],
    ['2028-02', '2028-03-05', '2028-03-10'],
  ])('of %s: 接待员意见 by %s, 访问总结 by %s, both inclusive', (month, opinion, summary) => {
    expect(inTime(opinionDue(month), opinion, '23:59')).toBe(true)
    expect(inTime(opinionDue(month), opinion.replace(/05$/, '06'), '00:00')).toBe(false)
    expect(inTime(summaryDue(month), summary, '23:59')).toBe(true)
    expect(inTime(summaryDue(month), summary.replace(/10$/, '11'), '00:00')).toBe(false)
  })

  it('are no legal periods: the holidays of 元旦 and 国庆 do not move them', () => {
    expect(opinionDue('2026-09')).toBe('2026-10-05T15:59:59.999Z')
    expect(opinionDue('2026-12')).toBe('2027-01-05T15:59:59.999Z')
  })

  it('belong to the estate’s calendar, whatever the machine’s', () => {
    expect(monthOf('2026-11-30T15:59:59.999Z')).toBe('2026-11')
    expect(monthOf('2026-11-30T16:00:00.000Z')).toBe('2026-12')
    expect(monthOf('2026-12-31T16:00:00.000Z')).toBe('2027-01')
    expect([lastDayOf('2026-02'), lastDayOf('2028-02'), lastDayOf('2026-12')]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ])
  })

  it('follow one another, and every visit’s deadlines lie after it', () => {
    const instants = fc
      .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) })
      .map((ms) => instantFromMs(ms))
    fc.assert(
      fc.property(instants, (at) => {
        const month = monthOf(at)
        expect(previousMonth(nextMonth(month))).toBe(month)
        expect(opinionDue(month) > at).toBe(true)
        expect(summaryDue(month) > opinionDue(month)).toBe(true)
      }),
    )
  })
})
