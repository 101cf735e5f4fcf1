import type { RegisterFigures, SpanStatistics } from '../../domain/month/statistics'
import type { Chart } from '../charts/chart'
import { completionText } from '../charts/figureText'
import { grouped } from '../charts/fit'
import type { Words } from '../words'
import type { MonthlyReportInput } from './input'

/** How a span, the one before and the next are called: 本月, 上月, 结转下月. */
export interface SpanWords {
  period: string
  earlier: string
  next: string
}

const MONTH: SpanWords = { period: '本月', earlier: '上月', next: '结转下月' }

/** 比上月多 3, 比上月少 9, 与上月持平; '' where nobody knows the month before. */
export function deltaWords(now: number, before: number | null, earlier: string): string {
  if (before === null) return ''
  if (now === before) return `，与${earlier}持平`
  return `，比${earlier}${now > before ? '多' : '少'} ${grouped(Math.abs(now - before))}`
}

function registerSentence(
  { table, carryOver }: RegisterFigures,
  before: number | null,
  words: Words,
  { period, earlier, next }: SpanWords,
): string[] {
  // A register that had nothing to do says nothing here; its zeros stand in the table.
  if (!carryOver || (carryOver.due === 0 && carryOver.completed === 0)) return []
  const { carriedIn, added, completed, carriedOut, due } = carryOver
  const rate = due === 0 ? '' : `，完成率 ${completionText(carryOver, words)}`
  const came = `前期遗留 ${grouped(carriedIn)}，${period}新增 ${grouped(added)}${deltaWords(added, before, earlier)}`
  const went = `已完成 ${grouped(completed)}${rate}；${next} ${grouped(carriedOut)}`
  return [`${words(`${table}:title`)}：${came}；${went}。`]
}

/** What came in, was done and is carried over, a sentence a register. */
export function registerSentences(
  now: SpanStatistics,
  before: SpanStatistics | null,
  words: Words,
  called: SpanWords,
): string[] {
  return now.registers.flatMap((register) => {
    const earlier = before?.registers.find(({ table }) => table === register.table)
    return registerSentence(register, earlier?.carryOver?.added ?? null, words, called)
  })
}

function openSentence({ facts: { open } }: MonthlyReportInput): string {
  if (open.length === 0) return '截至统计时没有未结事项。'
  const overdue = open.filter((matter) => matter.overdue).length
  return `截至统计时未结 ${open.length} 件${overdue === 0 ? '，没有超期。' : `，其中超期 ${overdue} 件。`}`
}

function checkSentence({ checks, review: { reasons } }: MonthlyReportInput): string {
  const found = checks.filter(({ weight, findings }) => weight === 'mend' && findings.length > 0)
  if (checks.length === 0) return ''
  if (found.length === 0) return `月末检查 ${checks.length} 项，没有需要处理的问题。`
  const told = found.filter(({ key }) => reasons.some(({ line }) => line === key)).length
  const reasoned = told === found.length ? '都写明了原因' : `其中 ${told} 项写明了原因`
  return `月末检查 ${checks.length} 项，${found.length} 项有需要处理的问题，${reasoned}。`
}

function sampleSentence({ review: { sample } }: MonthlyReportInput): string {
  if (!sample || sample.items.length === 0) return ''
  const faults = sample.items.filter(({ outcome }) => outcome === 'fault').length
  const open = sample.items.filter(({ outcome }) => outcome === null).length
  const said = faults === 0 ? '没有发现问题' : `${faults} 件有问题`
  return `抽查 ${sample.items.length} 件，${said}${open === 0 ? '。' : `，${open} 件还没有查看。`}`
}

function correctionSentence({ facts: { corrections } }: MonthlyReportInput): string {
  return corrections.length === 0 ? '' : `更正单 ${corrections.length} 份。`
}

/** The month in sentences made from its figures, each a paragraph; what the charts say stands among them. */
export function summaryOf(input: MonthlyReportInput, charts: readonly Chart[]): string[] {
  const said = charts.filter(({ kind }) => kind !== 'months').map(({ title }) => `${title}。`)
  const rest = [
    openSentence(input),
    checkSentence(input),
    sampleSentence(input),
    correctionSentence(input),
  ].filter((sentence) => sentence !== '')
  const { now, before } = input.statistics
  return [...registerSentences(now, before, input.words, MONTH), said.join(''), rest.join('')].filter(
    (paragraph) => paragraph !== '',
  )
}
