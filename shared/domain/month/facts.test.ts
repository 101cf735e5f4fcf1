import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFromMs, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { monthOf, monthSpan, shiftMonths, type Span } from '../../util/months'
import { complaintMonthFacts } from '../complaint/monthFacts'
import { aStory, FIRST, histories, recordsOf } from '../complaint/histories'
import type { Complaint } from '../complaint/types'
import {
  begunWithin,
  countsAsDone,
  countsAsNew,
  endedWithin,
  isLiveDuring,
  isOpenAt,
  type MonthFacts,
} from './facts'
import { countedFlow } from './testing'

const facts = complaintMonthFacts

const anyMoment = fc.integer({ min: 0, max: 420 * 86_400_000 }).map((ms) => instantFromMs(FIRST + ms))
const MONTHS = Array.from({ length: 16 }, (_, later) => shiftMonths('2026-01', later))

const newBefore = (rows: readonly Complaint[], at: Instant) =>
  rows.filter((row) => countsAsNew(facts, row) && (facts.begunAt(row) ?? at) < at).length
const doneBefore = (rows: readonly Complaint[], at: Instant) =>
  rows.filter((row) => countsAsDone(facts, row) && (facts.endedAt(row) ?? at) < at).length
const openAt = (rows: readonly Complaint[], at: Instant) =>
  rows.filter((row) => isOpenAt(facts, row, at)).length

describe('新增, 已完成 and 结转 of any history (domain 5, 12)', () => {
  it('lets every matter come in once at most and end once at most, and end only if it came in', () => {
    fc.assert(
      fc.property(histories, (matters) => {
        for (const rows of matters) {
          const came = rows.filter((row) => countsAsNew(facts, row)).length
          const ends = rows.filter((row) => countsAsDone(facts, row)).length
          expect(came).toBeLessThanOrEqual(1)
          expect(ends).toBeLessThanOrEqual(came)
        }
      }),
    )
  })

  it('counts a pair of 重复投诉 once, however long the chain', () => {
    fc.assert(
      fc.property(aStory, (one) => {
        const rows = recordsOf(one, 0)
        const lasting = one.repeats.length > 0 || one.end === 'open' || one.end === 'closed'
        fc.pre(lasting)
        expect(rows.filter((row) => countsAsNew(facts, row))).toHaveLength(1)
        expect(rows.filter((row) => countsAsDone(facts, row))).toHaveLength(one.end === 'open' ? 0 : 1)
      }),
    )
  })

  it('has open at any moment what came in before it less what ended before it', () => {
    fc.assert(
      fc.property(histories, anyMoment, (matters, at) => {
        const rows = matters.flat()
        expect(openAt(rows, at)).toBe(newBefore(rows, at) - doneBefore(rows, at))
      }),
      { numRuns: 300 },
    )
  })

  it('carries over month by month: 前期遗留 + 本月新增 − 已完成 − 作废 = 结转 = the next 前期遗留', () => {
    fc.assert(
      fc.property(histories, (matters) => {
        const rows = matters.flat()
        let carried = 0
        for (const month of MONTHS) {
          const span = monthSpan(month)
          const flow = countedFlow(facts, rows, span)
          expect(flow.carriedIn).toBe(carried)
          expect(flow.added).toBe(
            rows.filter((row) => countsAsNew(facts, row) && begunWithin(facts, row, span)).length,
          )
          expect(flow.completed + flow.withdrawn).toBe(
            rows.filter((row) => countsAsDone(facts, row) && endedWithin(facts, row, span)).length,
          )
          expect(flow.carriedOut).toBe(openAt(rows, span.until))
          carried = flow.carriedOut
        }
      }),
    )
  })

  it('reads every record that a span can count as live in it', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...MONTHS), (matters, month) => {
        const span = monthSpan(month)
        for (const row of matters.flat()) {
          const counted = begunWithin(facts, row, span) || endedWithin(facts, row, span)
          if (counted || isOpenAt(facts, row, span.until)) expect(isLiveDuring(facts, row, span)).toBe(true)
        }
      }),
    )
  })
})

describe('the borders of a month (domain 3, 12)', () => {
  const november = monthSpan('2026-11')
  const at = (begun: Instant | null, end: Instant | null = null): [Instant | null, Instant | null] => [
    begun,
    end,
  ]
  const times: MonthFacts<[Instant | null, Instant | null]> = {
    begunAt: ([begun]) => begun,
    endedAt: ([, end]) => end,
    fixed: [],
  }
  const before = instantFromMs(msOf(november.from) - 1)

  it.each<[string, [Instant | null, Instant | null], Span, [boolean, boolean, boolean, boolean]]>([
    ['of its first moment', at(november.from), november, [true, false, true, true]],
    ['of the moment after its last', at(november.until), november, [false, false, false, false]],
    ['ended at its first moment', at(before, november.from), november, [false, true, true, false]],
    ['ended just before it', at(before, before), november, [false, false, false, false]],
    ['ended at the moment after', at(before, november.until), november, [false, false, true, true]],
    ['with a number only', at(null), november, [false, false, false, false]],
    ['void unused', at(null, november.from), november, [false, true, false, false]],
  ])('a record %s', (_, record, span, [begun, end, live, open]) => {
    expect(begunWithin(times, record, span)).toBe(begun)
    expect(endedWithin(times, record, span)).toBe(end)
    expect(isLiveDuring(times, record, span)).toBe(live)
    expect(isOpenAt(times, record, span.until)).toBe(open)
  })

  it('goes by estate time: 31 October 16:00 UTC is November', () => {
    expect(monthOf('2026-10-31T15:59:59.999Z')).toBe('2026-10')
    expect(monthOf('2026-10-31T16:00:00.000Z')).toBe('2026-11')
    expect(november.from).toBe('2026-10-31T16:00:00.000Z')
  })
})
