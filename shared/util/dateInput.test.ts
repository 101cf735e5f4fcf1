import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFromMs, instantOf, shiftDay } from './civilTime'
import { formatDay, formatMoment, parseDay, parseMoment, parseTime } from './dateInput'

// A Saturday.
const TODAY = '2026-11-21'
const NOW = instantOf(TODAY, '14:10')

describe('days as clerks type them (ui, "Habits")', () => {
  it.each([
    ['1121', '2026-11-21'],
    ['11-21', '2026-11-21'],
    ['11/21', '2026-11-21'],
    ['11.21', '2026-11-21'],
    ['11月21日', '2026-11-21'],
    ['１１月２１号', '2026-11-21'],
    ['1-5', '2026-01-05'],
    ['2026-11-21', '2026-11-21'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['今天', '2026-11-21'],
    ['昨天', '2026-11-20'],
    [' 前天 ', '2026-11-19'],
    ['明天', '2026-11-22'],
    ['后天', '2026-11-23'],
    ['大后天', '2026-11-24'],
    ['3天前', '2026-11-18'],
    ['三天后', '2026-11-24'],
    ['上周五', '2026-11-13'],
    ['本周五', '2026-11-20'],
    ['下周一', '2026-11-23'],
    ['下星期天', '2026-11-29'],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text, TODAY)).toBe(day)
  })

  it.each([
    ['1122', '2025-11-22', '2026-11-22'],
    ['1120', '2026-11-20', '2027-11-20'],
    ['1121', '2026-11-21', '2026-11-21'],
    ['0229', '2024-02-29', '2028-02-29'],
    ['周五', '2026-11-20', '2026-11-27'],
    ['周六', '2026-11-21', '2026-11-21'],
    ['星期日', '2026-11-15', '2026-11-22'],
    ['礼拜天', '2026-11-15', '2026-11-22'],
    ['25号', '2026-10-25', '2026-11-25'],
    ['31日', '2026-10-31', '2026-12-31'],
  ])('%s is the nearest: %s for events, %s for deadlines', (text, past, future) => {
    expect(parseDay(text, TODAY, 'past')).toBe(past)
    expect(parseDay(text, TODAY, 'future')).toBe(future)
  })

  it.each([
    '',
    'abc',
    '1332',
    '1131',
    '2026-02-29',
    '20261301',
    '周八',
    '周末',
    '930',
    '9',
    '3天',
    '26-11-21x',
  ])('does not guess at %j', (text) => {
    expect(parseDay(text, TODAY)).toBeNull()
  })

  it('reads back what it writes, and every compact form of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (distance) => {
        const day = shiftDay(TODAY, distance)
        expect(parseDay(formatDay(day), TODAY)).toBe(day)
        expect(parseDay(day.replaceAll('-', ''), TODAY)).toBe(day)
      }),
    )
  })

  it('leans to its side, whatever is typed without a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), (distance) => {
        const typed = shiftDay('2027-01-01', distance).slice(5)
        const past = parseDay(typed, TODAY, 'past') ?? ''
        const future = parseDay(typed, TODAY, 'future') ?? ''
        expect(past <= TODAY && TODAY <= future).toBe(true)
        expect(past.slice(5)).toBe(typed)
        expect(future.slice(5)).toBe(typed)
      }),
    )
  })
})

describe('times as clerks type them (ui, "Habits")', () => {
  it.each([
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['９：３０', '09:30'],
    ['1745', '17:45'],
    ['9', '09:00'],
    ['9点', '09:00'],
    ['9点整', '09:00'],
    ['9点半', '09:30'],
    ['九点半', '09:30'],
    ['9点一刻', '09:15'],
    ['9点20分', '09:20'],
    ['下午3点', '15:00'],
    ['下午三点半', '15:30'],
    ['下午 3:05', '15:05'],
    ['下午12点', '12:00'],
    ['晚上8点20', '20:20'],
    ['晚上十一点', '23:00'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['凌晨2点', '02:00'],
    ['凌晨12点', '00:00'],
    ['上午930', '09:30'],
    ['下午15:00', '15:00'],
    ['pm 3:30', '15:30'],
    ['000', '00:00'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  it.each(['', '2500', '24:00', '960', '9:60', '晚上12点', '点半', 'abc', '12345', '25点'])(
    'does not guess at %j',
    (text) => {
      expect(parseTime(text)).toBeNull()
    },
  )
})

describe('a day and a time in one field', () => {
  it.each([
    ['1121 930', '2026-11-21', '09:30'],
    ['11-20 9点半', '2026-11-20', '09:30'],
    ['昨天下午3点', '2026-11-20', '15:00'],
    ['昨天 1530', '2026-11-20', '15:30'],
    ['昨晚8点', '2026-11-20', '20:00'],
    ['周五9:30', '2026-11-20', '09:30'],
    ['11月20日15:30', '2026-11-20', '15:30'],
    ['2026-11-20T09:30', '2026-11-20', '09:30'],
    ['3天前 930', '2026-11-18', '09:30'],
    ['930', '2026-11-21', '09:30'],
    ['下午1点', '2026-11-21', '13:00'],
    ['1430', '2026-11-21', '14:30'],
    ['现在', '2026-11-21', '14:10'],
    ['昨天', '2026-11-20', '00:00'],
    ['0930', '2026-09-30', '00:00'],
  ])('%s is %s %s', (text, day, time) => {
    expect(parseMoment(text, NOW)).toBe(instantOf(day, time))
  })

  it('takes the hour it is told for deadlines typed as a day', () => {
    const options = { lean: 'future', timeWhenMissing: '18:00' } as const
    expect(parseMoment('周五', NOW, options)).toBe(instantOf('2026-11-27', '18:00'))
    expect(parseMoment('周五 1200', NOW, options)).toBe(instantOf('2026-11-27', '12:00'))
  })

  it.each(['', 'abc', '1121 2500', '周八 930', '昨天 早些时候'])('does not guess at %j', (text) => {
    expect(parseMoment(text, NOW)).toBeNull()
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), (minutes) => {
        const instant = instantFromMs(minutes * 60_000)
        expect(parseMoment(formatMoment(instant), NOW)).toBe(instant)
      }),
    )
  })
})
