import type { CheckLine, Finding } from '../../../../../shared/domain/month/check'
import type {
  CarryOver,
  Figure,
  LinePoint,
  MonthStatistics,
  Slice,
  SpanStatistics,
} from '../../../../../shared/domain/month/statistics'
import type { LineReason } from '../../../../../shared/domain/monthReview/types'
import { formatCivil } from '../../../../../shared/util/civilTime'
import type { SheetCell } from '../../../../register/export/cells'
import type { SheetField } from '../../../../register/export/fields'
import { type AnySheet, anySheet } from '../../../../register/export/writeSheet'
import { translateKey } from '../../../../ui'

/** A word of the office's language: a file is read in the office, whatever language whoever made it works in. */
export function officeWord(key: string, params: Record<string, unknown> = {}): string {
  return translateKey(key, { ...params, lng: 'zh-CN' })
}

/** What a register is called. */
export const registerWord = (table: string) => officeWord(`monthFiles:register.${table}`)

const head = (key: string) => officeWord(`monthFiles:head.${key}`)
const sheetWord = (key: string) => officeWord(`monthFiles:sheet.${key}`)

interface FigureRow {
  table: string
  figure: Figure
  before: Figure | null
  lastYear: Figure | null
}

/** A figure as a cell that can be counted with; an empty denominator reads 无 (domain 12). */
export function figureCell({
  unit,
  value,
  denominator,
}: Pick<Figure, 'unit' | 'value' | 'denominator'>): SheetCell {
  if (denominator === null) return Math.round(value * 100) / 100
  if (denominator === 0) return officeWord('monthFiles:none')
  return unit === 'perHundred'
    ? Math.round((value * 10_000) / denominator) / 100
    : { share: value / denominator }
}

const numerator = (figure: Figure | null): SheetCell =>
  figure === null || figure.denominator === null ? '' : figure.value

function comparison(key: 'before' | 'lastYear'): SheetField<FigureRow>[] {
  return [
    { header: head(key), width: 12, cell: (row) => (row[key] ? figureCell(row[key]) : '') },
    { header: head(`${key}Numerator`), width: 12, cell: (row) => numerator(row[key]) },
    { header: head(`${key}Denominator`), width: 12, cell: (row) => row[key]?.denominator ?? '' },
  ]
}

/** 统计: every figure with numerator, denominator and definition, 上月 and 去年同月. */
function statisticsSheet({ now, before, lastYear }: MonthStatistics): AnySheet {
  const earlier = (span: SpanStatistics | null, table: string, key: string) =>
    span?.registers.find((one) => one.table === table)?.figures.find((one) => one.key === key) ?? null
  const rows = now.registers.flatMap(({ table, figures }) =>
    figures.map((figure): FigureRow => {
      const of = (span: SpanStatistics | null) => earlier(span, table, figure.key)
      return { table, figure, before: of(before), lastYear: of(lastYear) }
    }),
  )
  const fields: SheetField<FigureRow>[] = [
    { header: head('register'), width: 12, cell: ({ table }) => registerWord(table) },
    {
      header: head('figure'),
      width: 28,
      wrap: true,
      cell: ({ figure }) => officeWord(`statistics:figure.${figure.key}`),
    },
    { header: head('value'), width: 10, cell: ({ figure }) => figureCell(figure) },
    { header: head('unit'), width: 10, cell: ({ figure }) => officeWord(`monthFiles:unit.${figure.unit}`) },
    { header: head('numerator'), width: 10, cell: ({ figure }) => numerator(figure) },
    { header: head('denominator'), width: 10, cell: ({ figure }) => figure.denominator ?? '' },
    { header: head('target'), width: 10, cell: ({ figure }) => figure.target?.percent ?? '' },
    {
      header: head('targetKind'),
      width: 10,
      cell: ({ figure: { target } }) =>
        target ? officeWord(`monthFiles:target.${target.exceeds ? 'exceeds' : 'reaches'}`) : '',
    },
    ...comparison('before'),
    ...comparison('lastYear'),
    {
      header: head('definition'),
      width: 60,
      wrap: true,
      cell: ({ figure }) => officeWord(`statistics:define.${figure.key}`),
    },
  ]
  return anySheet({ sheetName: sheetWord('statistics'), fields, portions: [rows] })
}

const CARRIED = ['carriedIn', 'adjusted', 'added', 'due', 'completed', 'withdrawn', 'carriedOut'] as const

/** 结转: 前期遗留 + 本月新增 = 应跟进, less what was done (domain 12). */
function carryOverSheet({ now }: MonthStatistics): AnySheet {
  const rows = now.registers.flatMap(({ table, carryOver }) => (carryOver ? [{ table, carryOver }] : []))
  const fields: SheetField<{ table: string; carryOver: CarryOver }>[] = [
    { header: head('register'), width: 12, cell: ({ table }) => registerWord(table) },
    ...CARRIED.map((key) => ({
      header: officeWord(`statistics:carry.${key}`),
      width: 12,
      cell: ({ carryOver }: { carryOver: CarryOver }) => carryOver[key],
    })),
  ]
  return anySheet({ sheetName: sheetWord('carryOver'), fields, portions: [rows] })
}

/** 分布: by cause, channel, building … */
function spreadsSheet({ now }: MonthStatistics): AnySheet {
  const rows = now.registers.flatMap(({ table, spreads }) =>
    spreads.flatMap(({ key, slices }) => slices.map((slice) => ({ table, key, slice }))),
  )
  const nameOf = ({ name }: Slice) => ('word' in name ? officeWord(name.word) : name.text)
  const fields: SheetField<{ table: string; key: string; slice: Slice }>[] = [
    { header: head('register'), width: 12, cell: ({ table }) => registerWord(table) },
    { header: head('spread'), width: 24, cell: ({ key }) => officeWord(`statistics:spread.${key}`) },
    { header: head('item'), width: 24, cell: ({ slice }) => nameOf(slice) },
    { header: head('value'), width: 10, cell: ({ slice }) => slice.value },
  ]
  return anySheet({ sheetName: sheetWord('spreads'), fields, portions: [rows] })
}

/** 十二个月: 新增, 已完成 and 结转 of every month. */
function linesSheet({ lines }: MonthStatistics): AnySheet {
  const rows = lines.flatMap(({ table, points }) => points.map((point) => ({ table, point })))
  const points = ['added', 'completed', 'carriedOut'] as const
  const fields: SheetField<{ table: string; point: LinePoint }>[] = [
    { header: head('register'), width: 12, cell: ({ table }) => registerWord(table) },
    { header: head('month'), width: 12, cell: ({ point }) => point.month },
    ...points.map((key) => ({
      header: officeWord(`statistics:carry.${key}`),
      width: 12,
      cell: ({ point }: { point: LinePoint }) => point[key],
    })),
  ]
  return anySheet({ sheetName: sheetWord('lines'), fields, portions: [rows] })
}

interface CheckRow {
  line: CheckLine
  finding: Finding | null
  reason: LineReason | null
}

/** 检查清单: one row a record behind a line, with the reasons; a line without any has one row. */
function checksSheet(checks: readonly CheckLine[], reasons: readonly LineReason[]): AnySheet {
  const reasonFor = (line: string, id: string) =>
    reasons.find((one) => one.line === line && one.recordId === id) ?? null
  const rows = checks.flatMap((line): CheckRow[] => [
    { line, finding: null, reason: reasonFor(line.key, '') },
    ...line.findings.map((finding) => ({ line, finding, reason: reasonFor(line.key, finding.id) })),
  ])
  const fields: SheetField<CheckRow>[] = [
    {
      header: head('line'),
      width: 34,
      wrap: true,
      cell: ({ line }) => officeWord(`monthChecks:line.${line.key}`),
    },
    { header: head('weight'), width: 10, cell: ({ line }) => officeWord(`monthFiles:weight.${line.weight}`) },
    { header: head('count'), width: 8, cell: ({ line, finding }) => (finding ? '' : countOf(line)) },
    { header: head('number'), width: 20, cell: ({ finding }) => finding?.number ?? '' },
    { header: head('about'), width: 40, wrap: true, cell: ({ finding }) => finding?.about ?? '' },
    {
      header: head('at'),
      width: 17,
      cell: ({ finding }) => (finding?.at ? { moment: formatCivil(finding.at) } : ''),
    },
    { header: head('why'), width: 34, wrap: true, cell: ({ finding }) => whyOf(finding) },
    { header: head('recordReason'), width: 30, wrap: true, cell: ({ finding }) => finding?.reason ?? '' },
    { header: head('reviewReason'), width: 30, wrap: true, cell: ({ reason }) => reason?.text ?? '' },
    { header: head('reasonBy'), width: 12, cell: ({ reason }) => reason?.by ?? '' },
  ]
  return anySheet({ sheetName: sheetWord('checks'), fields, portions: [rows] })
}

const countOf = ({ figure, findings }: CheckLine) => (figure ? figure.value : findings.length)

function whyOf(finding: Finding | null): string {
  if (!finding?.why) return ''
  const { word, params = {} } = finding.why
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? formatCivil(value) : value,
  ])
  return officeWord(word, Object.fromEntries(shown))
}

/** The sheets beside those of the registers: 统计, 结转 and 检查清单 before them, 分布 and 十二个月 after them. */
export function reviewSheets(
  statistics: MonthStatistics,
  checks: readonly CheckLine[],
  reasons: readonly LineReason[],
): { before: AnySheet[]; after: AnySheet[] } {
  return {
    before: [statisticsSheet(statistics), carryOverSheet(statistics), checksSheet(checks, reasons)],
    after: [spreadsSheet(statistics), linesSheet(statistics)],
  }
}
