import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCivilDays,
  addCivilMonths,
  addCivilYears,
  addHours,
  civilDayOf,
  civilTimeOf,
  daysBetween,
  endOfCivilDay,
  estateYear,
  formatCivil,
  instantFromMs,
  instantOf,
  isCivilDay,
  legalPeriodEnd,
  msOf,
  nextWorkday,
  periodEnd,
  shiftDay,
  shiftMonth,
  weekdayOf,
} from './civilTime'
import { workdaysWith } from './workdays'

const at = (day: string, time = '12:00') => instantOf(day, time)
const anyInstant = fc
  .integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2060, 0, 1) })
  .map((ms) => instantFromMs(ms))

describe('estate time is Asia/Shanghai whatever the machine is set to (domain 3)', () => {
  it('runs on a machine in another zone', () => {
    expect(new Date('2026-01-01T00:00:00.000Z').getTimezoneOffset()).not.toBe(-480)
  })

  it.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20 23:59'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21 00:00'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01 00:00'],
    // The day on which clocks change in New York, twice an hour there.
    ['2026-11-01T05:30:00.000Z', '2026-11-01 13:30'],
    ['2026-11-01T06:30:00.000Z', '2026-11-01 14:30'],
  ])('%s is %s', (instant, civil) => {
    expect(formatCivil(instant)).toBe(civil)
    expect(`${civilDayOf(instant)} ${civilTimeOf(instant)}`).toBe(civil)
  })

  it('takes the year of a number from the estate, not from UTC (domain 2)', () => {
    expect(estateYear('2025-12-31T15:59:59.999Z')).toBe(2025)
    expect(estateYear('2025-12-31T16:00:00.000Z')).toBe(2026)
  })

  it('brings every instant back from its civil day and time, to the minute', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const minute = instantOf(civilDayOf(instant), civilTimeOf(instant))
        const lost = msOf(instant) - msOf(minute)
        expect(lost).toBeGreaterThanOrEqual(0)
        expect(lost).toBeLessThan(60_000)
      }),
    )
  })

  it('ends a day with its last millisecond', () => {
    expect(endOfCivilDay('2026-11-21')).toBe('2026-11-21T15:59:59.999Z')
  })

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-4-1', false],
    ['', false],
  ])('knows whether %s is a day', (text, is) => {
    expect(isCivilDay(text)).toBe(is)
  })
})

describe('periods (民法典 201–203, domain 3)', () => {
  it.each([
    ['the start day is not counted', addCivilDays(at('2026-03-01', '23:59'), 10), '2026-03-11'],
    ['nor is it at midnight', addCivilDays(at('2026-03-01', '00:00'), 10), '2026-03-11'],
    ['a month ends on the corresponding day', addCivilMonths(at('2026-10-21'), 1), '2026-11-21'],
    ['31 Jan + 1 month is the end of February', addCivilMonths(at('2026-01-31'), 1), '2026-02-28'],
    ['… in a leap year too', addCivilMonths(at('2028-01-31'), 1), '2028-02-29'],
    ['31 May + 1 month is 30 June', addCivilMonths(at('2026-05-31'), 1), '2026-06-30'],
    ['30 Nov + 3 months passes the year', addCivilMonths(at('2026-11-30'), 3), '2027-02-28'],
    ['29 Feb + 1 year is 28 Feb', addCivilYears(at('2028-02-29'), 1), '2029-02-28'],
    ['28 Feb + 1 year stays 28 Feb', addCivilYears(at('2027-02-28'), 1), '2028-02-28'],
  ])('%s', (_, end, day) => {
    expect(end).toBe(endOfCivilDay(day))
  })

  it('runs a period in hours from the moment', () => {
    expect(addHours(at('2026-09-30', '17:45'), 24)).toBe(at('2026-10-01', '17:45'))
  })

  it('counts from the estate day of an instant that is still yesterday in UTC', () => {
    expect(addCivilDays('2026-03-01T16:30:00.000Z', 1)).toBe(endOfCivilDay('2026-03-03'))
  })

  it('clamps to the month and never passes into the one after', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const start = civilDayOf(from)
        const end = civilDayOf(addCivilMonths(from, months))
        const monthsApart =
          (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
          Number(end.slice(5, 7)) -
          Number(start.slice(5, 7))
        expect(monthsApart).toBe(months)
        const clamped = civilDayOf(endOfCivilDay(shiftDay(end, 1))).slice(8) === '01'
        expect(end.slice(8) === start.slice(8) || (clamped && end.slice(8) < start.slice(8))).toBe(true)
      }),
    )
  })

  it('ends every period of days at 24:00, as many days later', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const end = periodEnd(from, { days })
        expect(civilTimeOf(end)).toBe('23:59')
        expect(daysBetween(civilDayOf(from), civilDayOf(end))).toBe(days)
      }),
    )
  })

  it('shifts days and months as the calendar does', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
    expect(shiftMonth('2026-03-31', -1)).toBe('2026-02-28')
    expect(weekdayOf('2026-11-21')).toBe(6)
  })
})

describe('a legal period that ends on a day of rest moves to the next working day (民法典 203)', () => {
  const isWorkday = workdaysWith()
  const tenDaysAfter = (day: string) => civilDayOf(legalPeriodEnd(at(day), { days: 10 }, isWorkday))

  it.each([
    ['National Day 2026: 1 Oct → 8 Oct', '2026-09-21', '2026-10-08'],
    ['its last day: 7 Oct → 8 Oct', '2026-09-27', '2026-10-08'],
    ['the make-up Saturday 10 Oct is worked: it stays', '2026-09-30', '2026-10-10'],
    ['the Sunday after it is not: 11 Oct → 12 Oct', '2026-10-01', '2026-10-12'],
    ['the make-up Sunday 20 Sep is worked: it stays', '2026-09-10', '2026-09-20'],
    ['Spring Festival 2026: 15 Feb → 24 Feb', '2026-02-05', '2026-02-24'],
    ['an ordinary Saturday → Monday', '2026-11-11', '2026-11-23'],
    ['a working day stays', '2026-11-09', '2026-11-19'],
  ])('%s', (_, from, end) => {
    expect(tenDaysAfter(from)).toBe(end)
  })

  it('moves months and years, but not hours, and never the house rules', () => {
    const from = at('2026-09-01', '10:00')
    expect(civilDayOf(legalPeriodEnd(from, { months: 1 }, isWorkday))).toBe('2026-10-08')
    expect(legalPeriodEnd(at('2026-10-01', '10:00'), { hours: 24 }, isWorkday)).toBe(
      at('2026-10-02', '10:00'),
    )
    expect(civilDayOf(periodEnd(from, { months: 1 }))).toBe('2026-10-01')
  })

  it('ends on a working day, and is the earliest such day', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const plain = civilDayOf(periodEnd(from, { days }))
        const legal = civilDayOf(legalPeriodEnd(from, { days }, isWorkday))
        expect(isWorkday(legal)).toBe(true)
        for (let day = plain; day < legal; day = shiftDay(day, 1)) expect(isWorkday(day)).toBe(false)
      }),
    )
  })

  it('gives the day itself where corrections leave no working day at all', () => {
    expect(nextWorkday('2026-01-01', () => false)).toBe('2026-01-01')
  })
})
