import { expect, it, vi } from 'vitest'
import {
  monthlyReportForm,
  monthlyReportMissing,
  monthlyReportTexts,
} from '../../shared/documents/monthlyReport/form'
import type { MonthlyReportInput } from '../../shared/documents/monthlyReport/input'
import { forms } from '../../shared/documents/registry'
import { longestMonth, shortMonth, typicalMonth } from '../../shared/documents/samples/months'
import { coverage } from './fonts/coverage'
import { type CheckedSheet, checkSamples, checkSignatures } from './testing/formChecks'
import { pageTexts, squeezed } from './testing/poppler'
import { print } from './testing/printing'
import { chineseWords } from './testing/words'

vi.setConfig({ testTimeout: 240_000 })

const LABELS =
  '概述 遗留与结转 图表 指标 分布 月末检查 未结和超期事项 突发事件 更正单 抽查 建议 退回和重开 审核和审阅 前期遗留 应跟进 结转 完成率 分子/分母 去年同期 定义 本月摘要 客服主管签名 主任签名'.split(
    ' ',
  )

function checked(input: MonthlyReportInput): CheckedSheet {
  // What was signed, by whom and why; the digests of earlier signings stay in the review.
  const {
    reasons: _told,
    sample: _read,
    reopenings,
    state: _state,
    digest: _digest,
    ...review
  } = input.review
  return {
    form: monthlyReportForm(input),
    meta: forms.monthlyReport,
    ...input.sheet,
    texts: monthlyReportTexts(input),
    record: { ...review, reopenings: reopenings.map(({ digest: _earlier, ...one }) => one) },
    labels: LABELS,
  }
}

checkSamples('monthly-report', [
  ['short', checked(shortMonth(coverage, chineseWords)), 4],
  ['typical', checked(typicalMonth(coverage, chineseWords)), 5],
  ['longest', checked(longestMonth(coverage, chineseWords)), 15],
])

async function textOf(input: MonthlyReportInput): Promise<string> {
  return squeezed((await pageTexts(await print(monthlyReportForm(input)))).join(''))
}

it('says on every page that it is a draft until the director signed', async () => {
  const running = typicalMonth(coverage, chineseWords)
  running.review = { ...running.review, state: 'reviewed', approval: null }
  for (const page of await pageTexts(await print(monthlyReportForm(running)))) {
    expect(page).toContain('未审阅（草稿）')
  }
  expect(await textOf(typicalMonth(coverage, chineseWords))).not.toContain('草稿')
})

it('embeds each font once: charts write with those of the form', async () => {
  const pdf = await print(monthlyReportForm(typicalMonth(coverage, chineseWords)))
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/FontFile2/g),
  ).toHaveLength(2)
})

it('shows of a restricted incident its type and number only (domain 7)', async () => {
  const text = await textOf(typicalMonth(coverage, chineseWords))
  expect(text).toContain('客服-SG-2026-0007客户死亡限阅')
})

it('names the characters that no font has, by part', () => {
  const input = typicalMonth((codePoint) => (codePoint > 0xffff ? null : ''), chineseWords)
  if (input.review.review) input.review.review.words = '𠮷女士'
  expect(monthlyReportMissing(input)).toEqual([{ field: '审核意见', characters: ['𠮷'] }])
})

it('keeps its signatures together with two lines of text', async () => {
  const formOf = (lines: string) => {
    const input = typicalMonth(coverage, chineseWords)
    if (input.review.approval) input.review.approval.words = lines
    return monthlyReportForm(input)
  }
  await checkSignatures(formOf, 2, ['审核', '审阅', '本月摘要'])
})
