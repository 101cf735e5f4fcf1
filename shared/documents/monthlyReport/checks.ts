import type { CheckLine } from '../../domain/month/check'
import type { Block } from '../definition'
import type { Column } from '../layout/table'
import { when } from '../when'
import { type MonthlyReportInput, NONE } from './input'
import { partTable } from './lists'

const COLUMNS: Column[] = [
  ['检查项目', 150],
  ['结果', 92],
  ['原因和说明', 0],
]

/** `3 条`, 无, or what a line that measures says: `22/412，需 21`. */
export function resultText({ findings, figure, weight }: CheckLine): string {
  if (figure) {
    const reached = figure.reached === null ? '' : figure.reached ? '，已达到' : '，未达到'
    return `${figure.value}/${figure.denominator}，需 ${figure.needed}${reached}`
  }
  if (findings.length === 0) return NONE
  return `${findings.length} 条${weight === 'mend' ? '，需处理' : ''}`
}

/** Why a line stays as it is: what the supervisor wrote, of the line and of its records, and what records say themselves. */
export function reasonTexts({ key, findings }: CheckLine, { review }: MonthlyReportInput): string[] {
  const given = review.reasons.filter(({ line }) => line === key)
  const whole = given.filter(({ recordId }) => recordId === '').map(({ text, by }) => `${text}（${by}）`)
  const each = findings.flatMap(({ id, number, reason }) => {
    // Without a record it is said of the whole line, once.
    const own = id === '' ? [] : given.filter(({ recordId }) => recordId === id)
    const said = own.map(({ text, by }) => `${text}（${by}）`)
    const all = [reason, ...said].filter((text) => text !== '')
    return all.length === 0 ? [] : [[number, all.join('；')].filter((text) => text !== '').join('：')]
  })
  return [...whole, ...each]
}

/** The checklist as it was signed: every line with its count, and the reasons. */
export function checkTable(band: string, input: MonthlyReportInput): Block {
  const rows = input.checks.map((line) => [
    input.words(`monthChecks:line.${line.key}`),
    resultText(line),
    reasonTexts(line, input).join('\n'),
  ])
  return partTable(band, COLUMNS, rows, input)
}

export const OUTCOME_WORDS = { good: '合格', fault: '有问题' } as const

const SAMPLE: Column[] = [
  ['编号', 110],
  ['结果', 50],
  ['意见', 0],
  ['查看人和时间', 100],
]

/** How the sample was drawn, so that anybody can draw it again. */
export function sampleWords({ review: { sample } }: MonthlyReportInput): string {
  if (!sample) return '没有抽查'
  return `每类 ${sample.size} 件，随机数种子 ${sample.seed}，${sample.drawnBy} ${when(sample.drawnAt)} 抽取`
}

/** 抽查: what was read, and what was found. */
export function sampleTable(band: string, input: MonthlyReportInput): Block {
  const { sample } = input.review
  const items = sample?.items ?? []
  const rows = items.map(({ number, outcome, comment, by, at }) => [
    number,
    outcome ? OUTCOME_WORDS[outcome] : '未查看',
    comment,
    [by, when(at)].filter(Boolean).join('\n'),
  ])
  return partTable(rows.length === 0 ? band : `${band}（${sampleWords(input)}）`, SAMPLE, rows, input)
}
