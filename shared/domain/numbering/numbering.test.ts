import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapReport, type NumberedRow } from './gapReport'
import { formatNumber, type NumberCounter, nextNumber, parseNumber, seriesOf } from './number'
import { codeOf, REGISTER_CODES, REGISTERS } from './registers'

const row = (number: string): NumberedRow => ({ number, void: null })

describe('numbers (domain 2)', () => {
  it('has a code for each of the fifteen registers', () => {
    expect(REGISTER_CODES.join(' ')).toBe('TS SW XW SG FW HF WX YJ KZ FX JZ TZ TY RZ BG')
    expect(new Set(Object.values(REGISTERS)).size).toBe(15)
    for (const code of REGISTER_CODES) expect(codeOf(REGISTERS[code])).toBe(code)
  })

  it.each([
    [{ prefix: '客服', register: 'TS', year: 2026, letter: '', seq: 1 }, '客服-TS-2026-0001'],
    [{ prefix: '客服', register: 'TS', year: 2026, letter: 'B', seq: 1 }, '客服-TS-2026-B0001'],
    [{ prefix: '客服', register: 'BG', year: 2026, letter: '', seq: 9999 }, '客服-BG-2026-9999'],
    [{ prefix: '客服', register: 'TS', year: 2026, letter: '', seq: 10000 }, '客服-TS-2026-10000'],
    [{ prefix: 'A-1', register: 'SW', year: 2027, letter: 'C', seq: 123456 }, 'A-1-SW-2027-C123456'],
  ] as const)('%j is written %s and read back', (parts, text) => {
    expect(formatNumber(parts)).toBe(text)
    expect(parseNumber(text)).toEqual(parts)
  })

  it.each([
    '',
    '客服-TS-2026-001',
    '客服-TS-2026-0000',
    '客服-TS-2026-00001',
    '客服-XX-2026-0001',
    '-TS-2026-0001',
    '客服-TS-26-0001',
    '客服-TS-2026-b0001',
    '客服-TS-2026-BB0001',
  ])('%j is no number', (text) => {
    expect(parseNumber(text)).toBeNull()
  })

  it('reads back whatever it writes', () => {
    const parts = fc.record({
      prefix: fc.constantFrom('客服', 'KF', '天湖-客服'),
      register: fc.constantFrom(...REGISTER_CODES),
      year: fc.integer({ min: 2000, max: 2999 }),
      letter: fc.constantFrom('', 'A', 'B', 'Z'),
      seq: fc.integer({ min: 1, max: 2_000_000 }),
    })
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseNumber(formatNumber(given))).toEqual(given)
      }),
    )
  })
})

/** One attempt to register: which machine, register and year, and whether the transaction is aborted at the end. */
const attempt = fc.record({
  letter: fc.constantFrom('', 'B', 'C'),
  register: fc.constantFrom('TS' as const, 'SW' as const),
  year: fc.constantFrom(2026, 2027),
  aborted: fc.boolean(),
  voided: fc.boolean(),
})

describe('no gap, no duplicate (domain 2)', () => {
  it('holds for every interleaving of machines, registers, years, voids and aborted commands', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 120 }), (attempts) => {
        const counters = new Map<string, NumberCounter>()
        const rows: NumberedRow[] = []
        for (const { aborted, voided, ...of } of attempts) {
          const counter = counters.get(seriesOf(of)) ?? { ...of, last: 0 }
          const given = nextNumber(counter, '客服')
          // One transaction: record and counter are stored together or not at all.
          if (aborted) continue
          counters.set(seriesOf(of), given.counter)
          rows.push({ number: given.number, void: voided ? { reason: '重复', at: '', by: '李' } : null })
        }
        const report = gapReport(rows, counters.values())
        expect(report.unreadable).toEqual([])
        for (const series of report.series) {
          expect(series).toMatchObject({ gaps: [], duplicates: [], last: series.count })
        }
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
        const voids = report.series.flatMap((series) => series.voids.map(({ number }) => number))
        expect(voids.sort()).toEqual(
          rows
            .filter((one) => one.void)
            .map((one) => one.number)
            .sort(),
        )
      }),
    )
  })

  it('begins each year, register and machine at 1', () => {
    const first = nextNumber({ register: 'TS', year: 2027, letter: 'B', last: 0 }, '客服')
    expect(first).toMatchObject({ number: '客服-TS-2027-B0001', year: 2027, seq: 1 })
    expect(first.counter.last).toBe(1)
  })
})

describe('gapReport proves it (domain 2)', () => {
  it('finds every missing number as runs, those at the end by the counter', () => {
    const rows = [2, 3, 7].map((seq) => row(`客服-TS-2026-000${seq}`))
    const counter = { register: 'TS', year: 2026, letter: '', last: 9 } as const
    expect(gapReport(rows, [counter]).series).toEqual([
      {
        register: 'TS',
        year: 2026,
        letter: '',
        count: 3,
        last: 9,
        gaps: [
          { from: 1, to: 1 },
          { from: 4, to: 6 },
          { from: 8, to: 9 },
        ],
        duplicates: [],
        voids: [],
      },
    ])
  })

  it('names duplicates, voids with who, when and why, and what is no number', () => {
    const mark = { reason: '登记两次', at: '2026-11-21T01:30:00.000Z', by: '王' }
    const rows = [row('客服-TS-2026-0001'), row('客服-TS-2026-0001'), row('客服-SW-2026-B0001'), row('?')]
    const report = gapReport([...rows, { number: '客服-TS-2026-0002', void: mark }])
    expect(report.unreadable).toEqual(['?'])
    expect(report.series.map(({ register, letter }) => register + letter)).toEqual(['SWB', 'TS'])
    expect(report.series[1]).toMatchObject({
      count: 3,
      gaps: [],
      duplicates: ['客服-TS-2026-0001'],
      voids: [{ ...mark, number: '客服-TS-2026-0002' }],
    })
  })

  it('finds exactly the numbers taken away', () => {
    const total = 60
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: total })), (removed) => {
        const kept = Array.from({ length: total }, (_, index) => index + 1).filter(
          (n) => !removed.includes(n),
        )
        const rows = kept.map((seq) =>
          row(formatNumber({ prefix: '客服', register: 'TS', year: 2026, letter: '', seq })),
        )
        const [series] = gapReport(rows, [{ register: 'TS', year: 2026, letter: '', last: total }]).series
        const missing = (series?.gaps ?? []).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        )
        expect(missing).toEqual([...removed].sort((a, b) => a - b))
      }),
    )
  })

  it('is quick on one wild number', () => {
    const wild = formatNumber({ prefix: '客服', register: 'TS', year: 2026, letter: '', seq: 999_999_999 })
    expect(gapReport([row(wild)]).series[0]?.gaps).toEqual([{ from: 1, to: 999_999_998 }])
  })
})
