import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckLine, CheckWeight, Finding } from './check'
import { groupChecks, isAmiss, linesToMend, standingOf } from './standing'

const finding = (id: string, reason = ''): Finding => ({
  table: 'complaints',
  id,
  number: id,
  about: '',
  at: null,
  why: null,
  reason,
})

function line(key: string, weight: CheckWeight, findings: Finding[], reached?: boolean | null): CheckLine {
  const figure = reached === undefined ? null : { value: 1, denominator: 20, needed: 2, reached }
  return { key, weight, findings, figure }
}

const whole = { line: 'a', recordId: '' }

describe('where a line of the checklist stands (domain 12)', () => {
  it.each([
    ['nothing behind it', line('a', 'mend', []), [], 'good'],
    ['a goal that is reached', line('a', 'mend', [], true), [], 'good'],
    ['nothing to measure', line('a', 'mend', [], null), [], 'good'],
    ['a goal that is not reached', line('a', 'mend', [], false), [], 'open'],
    ['and why', line('a', 'mend', [], false), [whole], 'explained'],
    ['a record', line('a', 'mend', [finding('1')]), [], 'open'],
    ['a reason for another line', line('a', 'mend', [finding('1')]), [{ line: 'b', recordId: '' }], 'open'],
    ['a reason for the line', line('a', 'mend', [finding('1'), finding('2')]), [whole], 'explained'],
    [
      'for one of two',
      line('a', 'mend', [finding('1'), finding('2')]),
      [{ line: 'a', recordId: '1' }],
      'open',
    ],
    [
      'for one, and the other says it itself',
      line('a', 'mend', [finding('1'), finding('2', '联系不上')]),
      [{ line: 'a', recordId: '1' }],
      'explained',
    ],
    [
      'records and a figure, each record with its reason',
      line('a', 'mend', [finding('1', '出差')], false),
      [],
      'explained',
    ],
  ] as const)('%s', (_, one, reasons, standing) => {
    expect(standingOf(one, reasons)).toBe(standing)
    expect(linesToMend([one], reasons)).toHaveLength(standing === 'open' ? 1 : 0)
  })

  it('is read by weight, those that ask first, then those with more records', () => {
    const lines = [
      line('good', 'mend', []),
      line('info', 'info', [finding('1')]),
      line('one', 'mend', [finding('1')]),
      line('a', 'mend', [finding('1'), finding('2'), finding('3')]),
      line('two', 'mend', [finding('1'), finding('2')]),
      line('look', 'look', [finding('1')]),
    ]
    const groups = groupChecks(lines, [whole])
    expect(Object.entries(groups).map(([key, of]) => [key, of.map((one) => one.key)])).toEqual([
      ['mend', ['two', 'one', 'a']],
      ['look', ['look']],
      ['info', ['info']],
      ['good', ['good']],
    ])
    expect(linesToMend(lines, [whole]).map(({ key }) => key)).toEqual(['one', 'two'])
  })
})

const anyLine = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  weight: fc.constantFrom<CheckWeight>('mend', 'look', 'info'),
  findings: fc.array(
    fc.constantFrom('1', '2', '3').map((id) => finding(id)),
    { maxLength: 3 },
  ),
  figure: fc.constantFrom(null, { value: 0, denominator: 9, needed: 1, reached: false }),
})
const anyReasons = fc.array(
  fc.record({ line: fc.constantFrom('a', 'b'), recordId: fc.constantFrom('', '1', '2') }),
)

describe('whatever the month holds', () => {
  it('every line stands in one group, and a reason more never asks for more', () => {
    fc.assert(
      fc.property(fc.array(anyLine), anyReasons, anyReasons, (lines, some, more) => {
        const groups = groupChecks(lines, some)
        expect(Object.values(groups).flat()).toHaveLength(lines.length)
        expect(groups.good.some(isAmiss)).toBe(false)
        expect(linesToMend(lines, [...some, ...more]).length).toBeLessThanOrEqual(
          linesToMend(lines, some).length,
        )
      }),
    )
  })
})
