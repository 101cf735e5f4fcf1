import { describe, expect, it } from 'vitest'
import { calendarKnows, workdaysWith } from './workdays'

describe('working days (domain 3)', () => {
  const isWorkday = workdaysWith()

  it.each([
    ['2026-01-01', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-17', false],
    ['2026-04-06', false],
    ['2026-09-20', true],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-11-21', false],
    ['2026-11-23', true],
    ['2024-02-09', true],
  ])('%s worked: %s', (day, worked) => {
    expect(isWorkday(day)).toBe(worked)
  })

  it('lets corrections of the office win over the calendar', () => {
    const corrected = workdaysWith({ '2026-10-08': false, '2026-11-21': true })
    expect(corrected('2026-10-08')).toBe(false)
    expect(corrected('2026-11-21')).toBe(true)
    expect(corrected('2026-11-23')).toBe(true)
  })

  it('falls back to weekends and fixed dates for years the State Council has not published', () => {
    expect(calendarKnows(2026)).toBe(true)
    expect(calendarKnows(2099)).toBe(false)
    expect(isWorkday('2099-10-01')).toBe(false)
    expect(isWorkday('2099-10-05')).toBe(true)
    expect(isWorkday('2099-10-10')).toBe(false)
    expect(workdaysWith({ '2099-10-05': false })('2099-10-05')).toBe(false)
  })
})
