import type { SpanStatistics } from '../../domain/month/statistics'
import type {
  OpenMatter,
  ReportedCorrection,
  ReportedIncident,
  ReportFacts,
} from '../../domain/monthReview/reportFacts'
import { civilDayOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import type { Block } from '../definition'
import { bandRow, grid } from '../layout/grid'
import { type Column, rowsTable } from '../layout/table'
import { when } from '../when'
import type { Printing } from '../layout/frame'
import type { Words } from '../words'
import { type MonthlyReportInput, NONE } from './input'

const OPEN: Column[] = [
  ['登记', 56],
  ['编号', 100],
  ['状态', 56],
  ['登记日期', 60],
  ['待办', 62],
  ['期限', 86],
  ['超期', 0],
]

const DAY_MS = 86_400_000
/** Where in a civil day its month begins. */
const MONTH_AT = 5

/** What the lists need of a month's report, or of a week's sheet. */
export interface Listed<F> {
  sheet: Pick<Printing, 'printedAt' | 'coverage'>
  statistics: { now: Pick<SpanStatistics, 'span'> }
  facts: F
  words: Words
}

/** The moment that overdue is counted to: the end of the month, or the print of a running one. */
export function countedAt({ sheet, statistics }: Pick<Listed<unknown>, 'sheet' | 'statistics'>): Instant {
  const { until } = statistics.now.span
  return sheet.printedAt < until ? sheet.printedAt : until
}

/** As the screens count: a day that has begun counts. */
function overdueText({ overdue, dueAt }: OpenMatter, at: Instant): string {
  if (!overdue || dueAt === null) return ''
  if (civilDayOf(dueAt) >= civilDayOf(at)) return '当天'
  return `${Math.ceil((Date.parse(at) - Date.parse(dueAt)) / DAY_MS)} 天`
}

/** What it waits for; of one that ended since, when: its state is that of the report, no longer that of the span's end. */
function awaitedText({ table, duty, endedAt }: OpenMatter, words: Words): string {
  if (endedAt) return `${civilDayOf(endedAt).slice(MONTH_AT)} 办结`
  return duty === '' ? '' : words(`${table}:duty.${duty}`)
}

/** An open matter as it stands in the list: its number says which it is, nothing says whose. */
export function openTexts(matter: OpenMatter, input: Omit<Listed<unknown>, 'facts'>): string[] {
  const { table, number, state, since, dueAt } = matter
  const { words } = input
  return [
    words(`${table}:title`),
    number,
    words(`${table}:state.${state}`),
    civilDayOf(since),
    awaitedText(matter, words),
    when(dueAt),
    overdueText(matter, countedAt(input)),
  ]
}

/** Open and overdue matters of all registers, the longest overdue first. */
export function openTable(band: string, input: Listed<Pick<ReportFacts, 'open'>>): Block {
  const rows = input.facts.open.map((matter) => openTexts(matter, input))
  return partTable(band, OPEN, rows, input)
}

const INCIDENTS: Column[] = [
  ['编号', 110],
  ['类型', 90],
  ['发生时间', 92],
  ['程度', 40],
  ['状态', 56],
  ['防范建议', 0],
]

/** Of one that is 限阅 the type and number only (domain 7). */
export function incidentTexts(incident: ReportedIncident, { words }: { words: Words }): string[] {
  const { number, kind, restricted, occurredAt, severity, state, hasPrevention } = incident
  const what = words(`incidents:kind.${kind}`)
  if (restricted) return [number, what, '限阅', '', '', '']
  return [
    number,
    what,
    when(occurredAt),
    severity ? words(`incidents:severity.${severity}`) : '未定',
    state ? words(`incidents:state.${state}`) : '',
    hasPrevention ? '有' : '无',
  ]
}

export function incidentTable(band: string, input: Listed<Pick<ReportFacts, 'incidents'>>): Block {
  const rows = input.facts.incidents.map((incident) => incidentTexts(incident, input))
  return partTable(band, INCIDENTS, rows, input)
}

const CORRECTIONS: Column[] = [
  ['编号', 100],
  ['更正的记录', 100],
  ['月份', 46],
  ['状态', 40],
  ['更正日期', 60],
  ['原因', 0],
]

/** A 更正单 as it stands in the list: its state as the screen calls it. */
export function correctionTexts(given: ReportedCorrection, { words }: { words: Words }): string[] {
  const { number, target, month, state, voids, reason, appliedAt } = given
  return [
    number,
    target,
    month,
    words(`corrections:state.${state}`),
    appliedAt ? civilDayOf(appliedAt) : '',
    `${voids ? '作废该记录：' : ''}${reason}`,
  ]
}

export function correctionTable(band: string, input: MonthlyReportInput): Block {
  const rows = input.facts.corrections.map((given) => correctionTexts(given, input))
  return partTable(band, CORRECTIONS, rows, input)
}

/** Rows under their band; the band alone where there are none. */
export function partTable(
  band: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Block)[])[],
  { sheet }: { sheet: Pick<Printing, 'coverage'> },
): Block {
  if (rows.length === 0) return grid([bandRow(`${band}：${NONE}`)])
  return rowsTable({ band, columns, rows, coverage: sheet.coverage })
}
