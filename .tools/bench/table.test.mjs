import { describe, expect, it } from 'vitest'
import { monthsFor } from './months.mjs'
import { median, p95 } from './stats.mjs'
import { isWithin, ratioOf, tableOf } from './table.mjs'

describe('statistics', () => {
  it('take a value that was measured, whatever the order', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect([median(values), p95(values)]).toEqual([50, 95])
    expect([median([3]), p95([3])]).toEqual([3, 3])
  })

  it('refuse to make a figure out of nothing', () => {
    expect(() => median([])).toThrow('no values')
  })
})

describe('the table', () => {
  const row = { operation: 'save', figure: 20, instead: { name: 'raw', figure: 8 } }

  it('compares with the figure and with the ratio', () => {
    expect(ratioOf(row)).toBe(2.5)
    expect(isWithin(row)).toBe(true)
    expect(isWithin({ ...row, limit: { figure: 30, ratio: 2 } })).toBe(false)
    expect(isWithin({ ...row, limit: { figure: 19 } })).toBe(false)
    expect(isWithin({ ...row, limit: { figure: 20, ratio: 2.5 } })).toBe(true)
  })

  it('marks what is over its limit, and only that', () => {
    const lines = tableOf([
      { ...row, limit: { ratio: 2 } },
      { operation: 'size', figure: 83, unit: 'KB' },
    ]).split('\n')
    expect(lines[2]).toBe('save       20.0 ms   raw            8.00 ms     2.50 x  2 x    OVER')
    expect(lines[3]).toBe('size       83.0 KB')
  })
})

describe('made-up years', () => {
  it('hold exactly the records asked for, in months before the present one', () => {
    const months = monthsFor(5000, new Date('2026-02-10T00:00:00Z'))
    expect(months).toEqual([
      { month: '2025-10', count: 600, recent: false },
      { month: '2025-11', count: 2000, recent: false },
      { month: '2025-12', count: 2000, recent: false },
      { month: '2026-01', count: 400, recent: true },
    ])
  })
})
