import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueWords } from './dueWords'
import { remainingSeconds } from './feedback/remaining'
import { readNumber } from './form/readNumber'
import { formatDateTime, formatDay, formatShort, formatTime } from './i18n/format'
import { cursorAfter } from './list/cursor'
import { rowWindow } from './list/useRowWindow'

const now = Date.parse('2026-11-21T01:30:00.000Z')
const inMs = (ms: number) => new Date(now + ms).toISOString()
const HOUR = 3_600_000

describe('dueWords', () => {
  it('never promises more time than there is', () => {
    expect(dueWords(inMs(3.9 * HOUR), now)).toEqual({ tone: 'soon', unit: 'hours', count: 3 })
    expect(dueWords(inMs(3.9 * 24 * HOUR), now)).toEqual({ tone: 'calm', unit: 'days', count: 3 })
  })

  it('rounds what is over up, and begins at one minute', () => {
    expect(dueWords(inMs(-1), now)).toEqual({ tone: 'overdue', unit: 'minutes', count: 1 })
    expect(dueWords(inMs(-2.1 * 24 * HOUR), now)).toEqual({ tone: 'overdue', unit: 'days', count: 3 })
  })

  it('is late exactly when the deadline lies behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), (ms) => {
        const words = dueWords(inMs(ms), now)
        expect(words.tone === 'overdue').toBe(ms < 0)
        expect(words.count).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('estate time (domain 3)', () => {
  it('is shown whatever the machine is set to', () => {
    expect(formatDateTime('2026-11-20T16:05:00.000Z')).toBe('2026-11-21 00:05')
    expect(formatDay('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
    expect(formatTime('2026-11-20T15:59:00.000Z')).toBe('23:59')
    expect(formatDay('2026-11-21')).toBe('2026-11-21')
    expect(formatDateTime(null)).toBe('')
  })

  it('leaves out the running year only', () => {
    expect(formatShort('2026-11-20T16:05:00.000Z', '2026-12-01T00:00:00.000Z')).toBe('11-21 00:05')
    expect(formatShort('2025-11-20T16:05:00.000Z', '2026-12-01T00:00:00.000Z')).toBe('2025-11-21 00:05')
  })
})

describe('readNumber', () => {
  it('reads what a person types, and nothing else', () => {
    expect(readNumber(' 1,200 ', 0)).toBe(1200)
    expect(readNumber('89.5', 2)).toBe(89.5)
    expect(readNumber('12.', 2)).toBe(12)
    expect(readNumber('', 0)).toBeNull()
    expect(readNumber('1.5', 0)).toBeNaN()
    expect(readNumber('1e3', 0)).toBeNaN()
    expect(readNumber('三', 0)).toBeNaN()
  })
})

describe('cursorAfter', () => {
  it('moves within the list, and begins at the nearer end', () => {
    expect(cursorAfter('ArrowDown', -1, 3, 10)).toBe(0)
    expect(cursorAfter('ArrowUp', -1, 3, 10)).toBe(2)
    expect(cursorAfter('ArrowDown', 2, 3, 10)).toBe(2)
    expect(cursorAfter('PageDown', 0, 100, 10)).toBe(10)
    expect(cursorAfter('End', 0, 100, 10)).toBe(99)
    expect(cursorAfter('a', 0, 100, 10)).toBeNull()
    expect(cursorAfter('ArrowDown', -1, 0, 10)).toBeNull()
  })
})

describe('rowWindow', () => {
  it('draws everything that can be seen, and little more, however long the list is', () => {
    const sizes = fc.record({
      top: fc.nat(4_000_000),
      view: fc.integer({ min: 1, max: 2_000 }),
      count: fc.nat(100_000),
    })
    fc.assert(
      fc.property(sizes, fc.constantFrom(32, 40), ({ top, view, count }, height) => {
        const { first, end } = rowWindow(top, view, height, count)
        const seenFirst = Math.min(count, Math.floor(top / height))
        const seenEnd = Math.min(count, Math.ceil((top + view) / height))
        expect(first).toBeLessThanOrEqual(seenFirst)
        expect(end).toBeGreaterThanOrEqual(seenEnd)
        expect(end - first).toBeLessThanOrEqual(Math.ceil(view / height) + 18)
      }),
    )
  })
})

describe('remainingSeconds', () => {
  it('waits until it can tell, then goes by the pace so far', () => {
    expect(remainingSeconds(10, 100, 500)).toBeNull()
    expect(remainingSeconds(0, 100, 10_000)).toBeNull()
    expect(remainingSeconds(25, 100, 10_000)).toBe(30)
  })
})
