import { beforeAll, describe, expect, it } from 'vitest'
import type { CheckLine } from '../../../../../shared/domain/month/check'
import type { Figure, MonthStatistics, SpanStatistics } from '../../../../../shared/domain/month/statistics'
import type { AnySheet } from '../../../../register/export/writeSheet'
import { loadWords, startTranslations } from '../../../../ui/i18n/i18n'
import { figureCell, reviewSheets } from './sheets'

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: {} } })
  await startTranslations('zh-CN')
  await loadWords()
})

const rate = (value: number, denominator: number): Figure => ({
  key: 'complaint.completionRate',
  unit: 'rate',
  value,
  denominator,
  target: { percent: 95, exceeds: false },
})
const spanOf = (figure: Figure): SpanStatistics => ({
  span: { from: '', until: '' },
  occupied: 100,
  registers: [
    {
      table: 'complaints',
      carryOver: { carriedIn: 2, adjusted: 0, added: 5, due: 7, completed: 4, withdrawn: 0, carriedOut: 3 },
      figures: [figure],
      spreads: [
        {
          key: 'complaint.cause',
          slices: [{ key: 'fees', name: { word: 'complaints:cause.fees' }, value: 5 }],
        },
      ],
    },
  ],
})
const statistics: MonthStatistics = {
  month: '2026-11',
  now: spanOf(rate(4, 7)),
  before: spanOf(rate(0, 0)),
  lastYear: null,
  lines: [{ table: 'complaints', points: [{ month: '2026-11', added: 5, completed: 4, carriedOut: 3 }] }],
}
const check: CheckLine = {
  key: 'complaint.overAMonth',
  weight: 'mend',
  findings: [
    {
      table: 'complaints',
      id: 'c1',
      number: '客服-TS-2026-0001',
      about: '电梯异响',
      at: '2026-10-01T01:00:00.000Z',
      why: { word: 'monthChecks:why.openDays', params: { days: 40 } },
      reason: '等配件',
    },
  ],
  figure: null,
}
const reasons = [
  { line: check.key, recordId: '', text: '厂家停产', at: '', by: '吴芳' },
  { line: check.key, recordId: 'c1', text: '下月到货', at: '', by: '吴芳' },
]

async function rowsOf(sheet: AnySheet | undefined): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const portion of sheet?.cells() ?? []) rows.push(...portion)
  return rows
}

describe('the sheets of a month’s review (domain 12)', () => {
  it('writes figures that can be counted with, and 无 for an empty denominator', () => {
    expect(figureCell(rate(21, 23))).toEqual({ share: 21 / 23 })
    expect(figureCell(rate(0, 0))).toBe('无')
    expect(figureCell({ unit: 'perHundred', value: 3, denominator: 241 })).toBe(1.24)
    expect(figureCell({ unit: 'days', value: 2.345, denominator: null })).toBe(2.35)
  })

  it('gives every figure its numerator, denominator, definition, 上月 and 去年同月', async () => {
    const [sheet] = reviewSheets(statistics, [], []).before
    expect(sheet?.sheetName).toBe('统计')
    const [row] = await rowsOf(sheet)
    const cells = row as unknown[]
    expect(cells.slice(0, 14)).toEqual([
      '投诉',
      '完成率',
      { share: 4 / 7 },
      '%',
      4,
      7,
      95,
      '达到',
      '无',
      0,
      0,
      '',
      '',
      '',
    ])
    expect(String(cells[14])).not.toContain('statistics:')
    expect(String(cells[14]).length).toBeGreaterThan(5)
  })

  it('shows the arithmetic of carry-over', async () => {
    const [, sheet] = reviewSheets(statistics, [], []).before
    expect(sheet?.columns.map(({ header }) => header).slice(1)).toHaveLength(7)
    expect(await rowsOf(sheet)).toEqual([['投诉', 2, 0, 5, 7, 4, 0, 3]])
  })

  it('lists the records behind a line with the reasons of both', async () => {
    const [, , sheet] = reviewSheets(statistics, [check], reasons).before
    const [line, finding] = (await rowsOf(sheet)) as unknown[][]
    expect(line?.slice(0, 3)).toEqual(['超过1个月未结案的有效投诉', '须处理', 1])
    expect(line?.slice(8)).toEqual(['厂家停产', '吴芳'])
    expect(finding?.slice(3)).toEqual([
      '客服-TS-2026-0001',
      '电梯异响',
      { moment: '2026-10-01 09:00' },
      '受理已 40 天',
      '等配件',
      '下月到货',
      '吴芳',
    ])
  })

  it('has distributions and the twelve months after the registers', async () => {
    const { after } = reviewSheets(statistics, [], [])
    expect(await rowsOf(after[0])).toEqual([['投诉', expect.any(String), '管理费用', 5]])
    expect(await rowsOf(after[1])).toEqual([['投诉', '2026-11', 5, 4, 3]])
  })
})
