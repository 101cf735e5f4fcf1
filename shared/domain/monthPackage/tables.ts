import type { FigureUnit } from '../month/statistics'
import { registerPackages } from './registers'
import {
  type MonthPackage,
  PACKAGE_TEXTS,
  type PackageColumn,
  type PackageFigure,
  type PackageRegister,
  type PackageRow,
  type PackageSpread,
} from './types'

/** A word of the office's language by its key, `complaints:cause.fees`. */
export type PackageWords = (key: string) => string

/** A part of the package as people read it: in the preview and as .csv, the same cells. */
export interface PackageTable {
  /** `statistics`, or the register's table. */
  name: string
  /** 统计, or what the register is called. */
  title: string
  header: string[]
  rows: string[][]
}

const FIGURE_HEADS = [
  'register',
  'figure',
  'value',
  'unit',
  'numerator',
  'denominator',
  'target',
  'targetKind',
] as const
const COMPARED = ['before', 'lastYear'] as const
/** Numerator, denominator, target, and what it is compared with: the arithmetic of carry-over has none. */
const NOTHING_COMPARED = ['', '', '', '', '', '']

/** Everything that would leave, as tables. An empty denominator reads 无 (domain 12). */
export function packageTables(content: MonthPackage, words: PackageWords): PackageTable[] {
  const { registers, suggestions } = content
  const head = (key: string) => words(`monthFiles:head.${key}`)
  const statistics: PackageTable = {
    name: 'statistics',
    title: words('monthFiles:sheet.statistics'),
    header: [...FIGURE_HEADS, ...COMPARED, 'definition'].map(head),
    rows: registers.flatMap((register) => figureRows(register, words)),
  }
  const spreads: PackageTable = {
    name: 'spreads',
    title: words('monthFiles:sheet.spreads'),
    header: ['register', 'spread', 'item', 'value'].map(head),
    rows: registers.flatMap((register) => spreadRows(register, words)),
  }
  const records = registers
    .filter(({ rows }) => rows.length > 0)
    .map((register) => recordTable(register, words))
  const said: PackageTable = {
    name: 'suggestions',
    title: words('monthFiles:text.suggestion'),
    header: [words('monthFiles:text.suggestion')],
    rows: suggestions.map((text) => [text]),
  }
  return [statistics, spreads, ...records, said].filter(({ rows }) => rows.length > 0)
}

/** What a register is called. */
export function registerWord(table: string, words: PackageWords): string {
  return words(`monthFiles:register.${table}`)
}

function figureRows(register: PackageRegister, words: PackageWords): string[][] {
  const called = registerWord(register.table, words)
  const carried = register.carryOver === null ? [] : Object.entries(register.carryOver)
  return [
    ...carried.map(([key, value]) => [
      called,
      words(`statistics:carry.${key}`),
      String(value),
      words('monthFiles:unit.count'),
      ...NOTHING_COMPARED,
      words(`statistics:carryDefine.${key}`),
    ]),
    ...register.figures.map((figure) => [called, ...figureCells(figure, words)]),
  ]
}

function figureCells(figure: PackageFigure, words: PackageWords): string[] {
  const { key, unit, value, denominator, target, before, lastYear } = figure
  const compared = [before, lastYear].map((one) => (one ? figureText(unit, one, words) : ''))
  const needed = target
    ? [String(target.percent), words(`monthFiles:target.${target.exceeds ? 'exceeds' : 'reaches'}`)]
    : ['', '']
  return [
    words(`statistics:figure.${key}`),
    figureText(unit, figure, words),
    words(`monthFiles:unit.${unit}`),
    denominator === null ? '' : String(value),
    denominator === null ? '' : String(denominator),
    ...needed,
    ...compared,
    words(`statistics:define.${key}`),
  ]
}

/** `91.3`, `3`, 无; the unit stands beside it. */
export function figureText(
  unit: FigureUnit,
  { value, denominator }: { value: number; denominator: number | null },
  words: PackageWords,
): string {
  if (denominator === null) return String(Math.round(value * 100) / 100)
  if (denominator === 0) return words('monthFiles:none')
  const share = (value * 100) / denominator
  return unit === 'perHundred' ? share.toFixed(2) : share.toFixed(1)
}

function spreadRows({ table, spreads }: PackageRegister, words: PackageWords): string[][] {
  const called = registerWord(table, words)
  const name = ({ name: it }: PackageSpread['slices'][number]) => ('word' in it ? words(it.word) : it.text)
  return spreads.flatMap(({ key, slices }) =>
    slices.map((slice) => [called, words(`statistics:spread.${key}`), name(slice), String(slice.value)]),
  )
}

function recordTable({ table, rows }: PackageRegister, words: PackageWords): PackageTable {
  // Columns are told by kind and key here, never by the record.
  const columns = (registerPackages.find((one) => one.table === table)?.columns ??
    []) as readonly PackageColumn<never>[]
  const texts = PACKAGE_TEXTS.filter((text) => rows.some((row) => row.texts[text] !== undefined))
  return {
    name: table,
    title: registerWord(table, words),
    header: [
      words('monthFiles:column.number'),
      ...columns.map(({ key }) => words(`monthFiles:column.${key}`)),
      ...texts.map((text) => words(`monthFiles:text.${text}`)),
    ],
    rows: rows.map((row) => [
      row.number,
      ...columns.map((column) => valueText(column, row, words)),
      ...texts.map((text) => row.texts[text] ?? ''),
    ]),
  }
}

function valueText(column: PackageColumn<never>, { values }: PackageRow, words: PackageWords): string {
  const value = values[column.key] ?? null
  if (value === null) return ''
  if (column.kind === 'word') return words(`${column.words}.${value}`)
  if (column.kind === 'yesNo') return words(value === true ? 'monthFiles:yes' : 'monthFiles:no')
  return String(value)
}
