import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFromMs } from '../../util/civilTime'
import { dueOrder, endedOrder, endedSince, latestFirst, listOrder } from './listOrder'

const instant = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((ms) => instantFromMs(ms))

describe('the order of a list (ui, "List")', () => {
  it('puts what is due sooner first, what waits for nothing last, ties by number', () => {
    expect(dueOrder('2026-11-21T01:00:00.000Z', 'B') < dueOrder('2026-11-22T01:00:00.000Z', 'A')).toBe(true)
    expect(dueOrder('2099-01-01T00:00:00.000Z', 'B') < dueOrder(null, 'A')).toBe(true)
    expect(dueOrder(null, 'A') < dueOrder(undefined, 'B')).toBe(true)
  })

  it('puts the latest first, and whatever has ended after everything open', () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        expect(latestFirst(one, 'A') < latestFirst(other, 'A')).toBe(one > other)
        expect(endedOrder(one, 'A') < endedOrder(other, 'A')).toBe(one > other)
        expect(dueOrder(null, 'A') < endedOrder(one, 'A')).toBe(true)
        expect(latestFirst(one, 'A') < endedOrder(other, 'A')).toBe(true)
      }),
    )
  })

  it('takes the end of a record before its duty', () => {
    const record = { number: '客服-TS-2026-0001', duty: { kind: 'judge', dueAt: '2026-11-21T01:00:00.000Z' } }
    expect(listOrder(record, null)).toBe('2026-11-21T01:00:00.000Z|客服-TS-2026-0001')
    expect(listOrder(record, '2026-11-20T01:00:00.000Z')).toBe(
      endedOrder('2026-11-20T01:00:00.000Z', record.number),
    )
  })

  it('draws the line of what ended at a time or later', () => {
    fc.assert(
      fc.property(instant, instant, (at, since) => {
        expect(endedOrder(at, '客服-TS-2026-0001') < endedSince(since)).toBe(at >= since)
      }),
    )
  })
})
