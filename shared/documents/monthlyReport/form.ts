import { chartTexts, type Chart } from '../charts/chart'
import { monthCharts } from '../charts/named'
import type { Block, PrintDefinition } from '../definition'
import { a4Form } from '../layout/frame'
import { markedPages } from '../layout/underlay'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import { chartBlocks } from './charts'
import { checkTable, reasonTexts, sampleTable } from './checks'
import { closing, groupedDigest, reopeningTable, suggestionTable } from './closing'
import { cover, DRAFT_WORD, signedWords, spanWords, summaryBlock } from './cover'
import { type FigureTables, figureTables, flowTable, spreadTable } from './figures'
import { isDraft, type MonthlyReportInput, monthWords } from './input'
import { correctionTable, correctionTexts, incidentTable, incidentTexts, openTable, openTexts } from './lists'
import { summaryOf } from './summary'

const NUMERALS = [...'一二三四五六七八九十', '十一', '十二', '十三']

/** A part of the report under its name; a part without a table of its own has its name as a line. */
type Part = readonly [name: string, draw: (band: string) => Block[]]

function headed(name: string, blocks: Block[]): Block[] {
  const head: Block = { text: name, bold: true, fontSize: 12, margin: [0, 8, 0, 4] }
  const [first, ...rest] = blocks
  // The name never stands alone at the foot of a page.
  return [{ stack: [head, ...(first ? [first] : [])], unbreakable: true }, ...rest]
}

/** Room between two parts. */
const SPACE: Block = { text: '', margin: [0, 0, 0, 6] }

function partsOf(input: MonthlyReportInput, charts: readonly Chart[]): Part[] {
  const { sheet, statistics, words } = input
  const { coverage } = sheet
  const given: FigureTables = { ...statistics, words, coverage }
  return [
    ['概述', (band) => headed(band, [summaryBlock(summaryOf(input, charts), input)])],
    ['遗留与结转', (band) => [flowTable(band, given)]],
    ['图表', (band) => headed(band, chartBlocks(charts, coverage))],
    ['指标', (band) => figureTables(band, given)],
    ['分布', (band) => [spreadTable(band, given)]],
    ['月末检查', (band) => [checkTable(band, input)]],
    ['未结和超期事项', (band) => [openTable(band, input)]],
    ['突发事件', (band) => [incidentTable(band, input)]],
    ['更正单', (band) => [correctionTable(band, input)]],
    ['抽查', (band) => [sampleTable(band, input)]],
    ['建议', (band) => [suggestionTable(band, input)]],
    ['退回和重开', (band) => [reopeningTable(band, input)]],
    ['审核和审阅', (band) => closing(band, input)],
  ]
}

/**
 * 《客户服务月报》 (KF-YB-01) of a month (domain 12): summary, figures with their definitions, charts, checklist, open
 * matters, incidents, corrections, 抽查, suggestions, signatures and the digest. What was not signed yet is marked.
 */
export function monthlyReportForm(input: MonthlyReportInput): PrintDefinition {
  const charts = monthCharts(input.statistics, input.words)
  const parts = partsOf(input, charts).flatMap(([name, draw], index) => [
    ...draw(`${NUMERALS[index] ?? ''}、${name}`),
    SPACE,
  ])
  const draft = isDraft(input)
  const marks = draft ? { note: DRAFT_WORD } : {}
  const { month, sheet } = input
  const form = a4Form(forms.monthlyReport, sheet, [cover(input), ...parts.slice(0, -1)], null, marks)
  const title = `${forms.monthlyReport.title} ${month}`
  return { ...form, title, ...(draft && !sheet.office.demo ? markedPages('草稿', 'A4') : {}) }
}

type Labelled = readonly [string, string]

function figureLabels({ statistics: { now }, words }: MonthlyReportInput): Labelled[] {
  return now.registers.flatMap(({ figures, spreads }): Labelled[] => [
    ...figures.flatMap(({ key }): Labelled[] => [
      ['指标', words(`statistics:figure.${key}`)],
      ['定义', words(`statistics:define.${key}`)],
    ]),
    ...spreads.flatMap(({ slices }) =>
      slices.flatMap(({ name, value }): Labelled[] =>
        'text' in name && value > 0 ? [['分布', name.text]] : [],
      ),
    ),
  ])
}

/** Every text that the report shows, with the part in which it stands. */
export function monthlyReportTexts(input: MonthlyReportInput): Labelled[] {
  const { sheet, month, review, checks, facts } = input
  const charts = monthCharts(input.statistics, input.words)
  const part = (label: string, texts: readonly string[]): Labelled[] => texts.map((text) => [label, text])
  return [
    ['小区', sheet.office.estateName],
    ['管理处', sheet.office.officeName],
    ['打印人', sheet.printedBy],
    ['月份', monthWords(month)],
    ['统计期间', spanWords(input)],
    ['签字', signedWords(input)],
    ...part('概述', summaryOf(input, charts)),
    ...part('图表', charts.flatMap(chartTexts)),
    ...figureLabels(input),
    ...part(
      '月末检查',
      checks.flatMap((line) => reasonTexts(line, input)),
    ),
    ...part(
      '未结和超期事项',
      facts.open.flatMap((matter) => openTexts(matter, input)),
    ),
    ...part(
      '突发事件',
      facts.incidents.flatMap((incident) => incidentTexts(incident, input)),
    ),
    ...part(
      '更正单',
      facts.corrections.flatMap((given) => correctionTexts(given, input)),
    ),
    ...part(
      '抽查',
      (review.sample?.items ?? []).map(({ comment }) => comment),
    ),
    ...part(
      '建议',
      review.suggestions.flatMap(({ text, decision }) => [text, decision?.note ?? '']),
    ),
    ...part(
      '退回和重开',
      review.reopenings.map(({ reason }) => reason),
    ),
    ['审核意见', review.review?.words ?? ''],
    ['审阅批示', review.approval?.words ?? ''],
    ['本月摘要', groupedDigest(review.digest)],
  ]
}

/** Characters of this report that no font has, by part: to be said before it is printed. */
export function monthlyReportMissing(input: MonthlyReportInput): MissingText[] {
  return missingTexts(monthlyReportTexts(input), input.sheet.coverage)
}
