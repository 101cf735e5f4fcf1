import type { SpanStatistics } from '../../domain/month/statistics'
import type { OpenMatter, ReportFacts } from '../../domain/monthReview/reportFacts'
import { formatCivil } from '../../util/civilTime'
import { chartTexts } from '../charts/chart'
import { spanCharts } from '../charts/named'
import { type Block, PAGE, PAGES, type PrintDefinition } from '../definition'
import type { Printing } from '../layout/frame'
import { small } from '../layout/frame'
import { paragraphs } from '../layout/grid'
import { A4_WIDTH, MARGIN_SIDE, MARGIN_TOP, MM, TITLE } from '../layout/measures'
import { markedPages, markOf } from '../layout/underlay'
import { type MissingText, missingTexts } from '../missing'
import { chartBlocks } from '../monthlyReport/charts'
import { figureTables, flowTable } from '../monthlyReport/figures'
import { incidentTable, openTable } from '../monthlyReport/lists'
import { registerSentences } from '../monthlyReport/summary'
import { forms } from '../registry'
import { runs } from '../runs'
import type { Words } from '../words'
import { weekWords } from './period'

/** Everything that the 周报 shows: the figures of a week against the week before, and what is open. */
export interface WeeklySheetInput {
  sheet: Printing
  now: SpanStatistics
  before: SpanStatistics | null
  facts: Pick<ReportFacts, 'open' | 'incidents'>
  /** Of zh-CN: paper is Chinese. */
  words: Words
}

/** Most open matters on a sheet that is read standing: the rest is counted, and stands on the screen. */
const MOST_OPEN = 30

function sheetHead(input: WeeklySheetInput): Block {
  const { sheet, now } = input
  const { estateName, officeName } = sheet.office
  return {
    stack: [
      { text: runs(`${estateName}　${officeName}`, sheet.coverage, 40), fontSize: 12, alignment: 'center' },
      {
        text: forms.weeklySheet.title,
        bold: true,
        fontSize: TITLE,
        alignment: 'center',
        characterSpacing: 4,
      },
      {
        columns: [
          small(weekWords(now.span), sheet, { bold: true, fontSize: 10.5, width: '*' }),
          small(
            `${forms.weeklySheet.code}　打印时间：${formatCivil(sheet.printedAt)}　打印人：${sheet.printedBy}`,
            sheet,
            { alignment: 'right', width: 340 },
          ),
        ],
        margin: [0, 2, 0, 4],
      },
    ],
  }
}

/** The week in sentences: what came in and was done, what the charts say, what is open. */
export function weekSummary(input: WeeklySheetInput): string[] {
  const { now, before, words, facts } = input
  const charts = spanCharts(now, 'week', words)
  const overdue = facts.open.filter((matter) => matter.overdue).length
  const open =
    facts.open.length === 0 ? '没有未结事项。' : `未结 ${facts.open.length} 件，其中超期 ${overdue} 件。`
  return [
    ...registerSentences(now, before, words, { period: '本周', earlier: '上周', next: '结转下周' }),
    `${charts.map(({ title }) => `${title}。`).join('')}${open}`,
  ]
}

function shownOpen({ facts }: WeeklySheetInput): OpenMatter[] {
  return facts.open.slice(0, MOST_OPEN)
}

function content(input: WeeklySheetInput): Block[] {
  const { sheet, now, before, words, facts } = input
  const { coverage } = sheet
  const tables = { now, before, words, coverage }
  const space: Block = { text: '', margin: [0, 0, 0, 6] }
  const counted = { sheet, statistics: { now }, words }
  const shown = shownOpen(input)
  const more =
    facts.open.length > shown.length ? `（共 ${facts.open.length} 件，列出 ${shown.length} 件）` : ''
  return [
    sheetHead(input),
    {
      stack: weekSummary(input).map((said) => ({
        ...paragraphs(said, coverage, A4_WIDTH),
        margin: [0, 0, 0, 3],
      })),
      margin: [0, 4, 0, 8],
    },
    flowTable('一、遗留与结转', tables),
    space,
    ...chartBlocks(spanCharts(now, 'week', words), coverage),
    ...figureTables('二、指标', tables),
    space,
    openTable(`三、未结和超期事项${more}`, { ...counted, facts: { open: shown } }),
    space,
    incidentTable('四、突发事件', { ...counted, facts }),
  ]
}

/** 《客户服务周报》 (KF-YB-02): a week's figures for whoever leads the office (信息总结, domain 12). */
export function weeklySheetForm(input: WeeklySheetInput): PrintDefinition {
  const { sheet, now } = input
  const { code, title, paper } = forms.weeklySheet
  const period = weekWords(now.span)
  return {
    title: `${title} ${period}`,
    author: sheet.office.officeName,
    createdAt: sheet.printedAt,
    paper,
    margins: [MARGIN_SIDE, MARGIN_TOP, MARGIN_SIDE, 14 * MM],
    continuedHead: {
      columns: [
        small(`${title}（续）`, sheet, { bold: true, width: 'auto' }),
        small(period, sheet, { width: '*', alignment: 'right' }),
      ],
      margin: [MARGIN_SIDE, MARGIN_TOP - 16, MARGIN_SIDE, 0],
    },
    foot: {
      columns: [
        small(`${sheet.office.officeName}　${code}`, sheet, { width: '*' }),
        small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, sheet, { width: '*', alignment: 'right' }),
      ],
      margin: [MARGIN_SIDE, 8, MARGIN_SIDE, 0],
    },
    ...markedPages(markOf(false, sheet.office.demo), paper),
    content: content(input),
  }
}

/** Every text of the sheet, with the part in which it stands. */
export function weeklySheetTexts(input: WeeklySheetInput): (readonly [string, string])[] {
  const { estateName, officeName } = input.sheet.office
  const charts = spanCharts(input.now, 'week', input.words)
  return [
    ['小区', estateName],
    ['管理处', officeName],
    ['打印人', input.sheet.printedBy],
    ...weekSummary(input).map((said) => ['概述', said] as const),
    ...charts.flatMap(chartTexts).map((said) => ['图表', said] as const),
    ...shownOpen(input).map(({ number }) => ['未结和超期事项', number] as const),
  ]
}

/** Characters of this sheet that no font has. */
export function weeklySheetMissing(input: WeeklySheetInput): MissingText[] {
  return missingTexts(weeklySheetTexts(input), input.sheet.coverage)
}
