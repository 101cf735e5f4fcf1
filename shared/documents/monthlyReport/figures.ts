import type { Figure, RegisterFigures, SpanStatistics, Spread } from '../../domain/month/statistics'
import { completionText, figureText, sliceName } from '../charts/figureText'
import { grouped, sizeToFit } from '../charts/fit'
import type { Block } from '../definition'
import { paragraphs } from '../layout/grid'
import { BODY } from '../layout/measures'
import { type Coverage, runs } from '../runs'
import { type Column, rowsTable } from '../layout/table'
import type { Words } from '../words'

/** A number on one line, in smaller type where it is a huge one. */
function numberCell(text: string, coverage: Coverage, width: number): Block {
  return { text: runs(text, coverage, width), fontSize: sizeToFit([text], width, BODY), noWrap: true }
}

/** What the tables of figures are made from: of a month, and of a week too. */
export interface FigureTables {
  now: SpanStatistics
  before: SpanStatistics | null
  /** Left out with its column where nothing is compared with last year. */
  lastYear?: SpanStatistics | null
  words: Words
  coverage: Coverage
}

const FLOW: Column[] = [
  ['登记', 0],
  ['前期遗留', 46],
  ['更正调整', 46],
  ['本期新增', 46],
  ['应跟进', 38],
  ['已完成', 38],
  ['作废', 34],
  ['结转', 34],
  ['完成率', 44],
]

/** 前期遗留 + 更正调整 + 本期新增 = 应跟进; 应跟进 − 已完成 − 作废 = 结转, a line a register. */
export function flowTable(band: string, { now, words, coverage }: FigureTables): Block {
  const rows = now.registers.flatMap(({ table, carryOver }) => {
    if (!carryOver) return []
    const { carriedIn, adjusted, added, due, completed, withdrawn, carriedOut } = carryOver
    const counts = [carriedIn, adjusted, added, due, completed, withdrawn, carriedOut].map(grouped)
    const said = [...counts, completionText(carryOver, words)]
    const cells = said.map((text, index) => numberCell(text, coverage, FLOW[index + 1]?.[1] ?? 0))
    return [[words(`${table}:title`), ...cells]]
  })
  return rowsTable({ band, columns: FLOW, rows, coverage })
}

const DEFINITION_SIZE = 8
const DEFINITION = 140
const LAST_YEAR = '去年同期'
const FIGURES: Column[] = [
  ['指标', 0],
  ['本期', 60],
  ['分子/分母', 66],
  ['上期', 54],
  [LAST_YEAR, 54],
  ['定义', DEFINITION],
]

function figureIn(span: SpanStatistics | null, key: string): Figure | undefined {
  return span?.registers.flatMap(({ figures }) => figures).find((figure) => figure.key === key)
}

function figureRow(figure: Figure, { before, lastYear, words, coverage }: FigureTables): (string | Block)[] {
  const { value, fraction } = figureText(figure, words)
  const than = (span: SpanStatistics | null): string => {
    const other = figureIn(span, figure.key)
    return other ? figureText(other, words).value : '—'
  }
  const { target, key } = figure
  const defined = words(`statistics:define.${key}`)
  const goal = target ? `（目标${target.exceeds ? '超过' : '不少于'}${target.percent}%）` : ''
  const definition = defined.includes('目标') ? defined : `${defined}${goal}`
  const compared = lastYear === undefined ? [before] : [before, lastYear]
  const cells = [value, fraction, ...compared.map(than)]
  return [
    words(`statistics:figure.${key}`),
    ...cells.map((text, index) => numberCell(text, coverage, FIGURES[index + 1]?.[1] ?? 0)),
    paragraphs(definition, coverage, DEFINITION, DEFINITION_SIZE),
  ]
}

/** The figures of every register, each with what it counts, the period before and the same of last year. */
export function figureTables(band: string, given: FigureTables): Block[] {
  const { now, words, coverage, lastYear } = given
  const columns = FIGURES.filter(([head]) => lastYear !== undefined || head !== LAST_YEAR)
  return now.registers
    .filter(({ figures }) => figures.length > 0)
    .map(({ table, figures }) =>
      rowsTable({
        band: `${band}：${words(`${table}:title`)}`,
        columns,
        rows: figures.map((figure) => figureRow(figure, given)),
        coverage,
      }),
    )
}

/** A distribution on one line: what is 0 is left out, and said to be. */
export function spreadText({ key, slices }: Spread, words: Words): string {
  const some = slices.filter(({ value }) => value > 0)
  if (some.length === 0) return '无'
  const said = some.map((slice) => `${sliceName(slice, words, key)} ${grouped(slice.value)}`).join('、')
  return some.length === slices.length ? said : `${said}；其余为 0`
}

const SPREADS: Column[] = [
  ['登记', 60],
  ['分布', 96],
  ['件数', 0],
]

/** Every distribution of every register, a line each. */
export function spreadTable(band: string, { now, words, coverage }: FigureTables): Block {
  const rowOf = ({ table }: RegisterFigures, spread: Spread): string[] => [
    words(`${table}:title`),
    words(`statistics:spread.${spread.key}`),
    spreadText(spread, words),
  ]
  const rows = now.registers.flatMap((register) => register.spreads.map((spread) => rowOf(register, spread)))
  return rowsTable({
    band,
    columns: SPREADS,
    rows: rows.length === 0 ? [['', '', '无']] : rows,
    coverage,
  })
}
