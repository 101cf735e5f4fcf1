import { strToU8, zipSync } from 'fflate'
import Papa from 'papaparse'
import { guardCell } from '../../../../../shared/domain/household/import'
import {
  type MonthPackage,
  type PackageTable,
  PACKAGE_TEXTS,
  packageTables,
  type PackageWords,
} from '../../../../../shared/domain/monthPackage'
import { canonicalJson } from '../../../../../shared/util/canonicalJson'

/** Equal contents make equal files. */
const NO_TIME = new Date(1980, 0, 1)
/** Without it Excel reads Chinese as something else. */
const BOM = '\ufeff'
const NUMBER = /^-?\d+(?:\.\d+)?$/

export const DATA_FILE = 'package.json'

/** The file for head office: data for programs, tables for people, and what it is. Equal contents give equal bytes. */
export function zipPackage(content: MonthPackage, words: PackageWords): Uint8Array<ArrayBuffer> {
  const tables = packageTables(content, words)
  const files: [name: string, text: string][] = [
    [DATA_FILE, canonicalJson(content)],
    ...tables.map((table): [string, string] => [`${table.title}.csv`, csvText(table)]),
    [`${words('monthFiles:note.title')}.txt`, noteText(content, tables, words)],
  ]
  return new Uint8Array(
    zipSync(
      Object.fromEntries(files.map(([name, text]) => [name, [strToU8(text), { level: 6, mtime: NO_TIME }]])),
    ),
  )
}

/** A table as Excel and WPS open it; no cell is taken for a formula. */
function csvText({ header, rows }: PackageTable): string {
  const guarded = [header, ...rows].map((row) =>
    row.map((cell) => (NUMBER.test(cell) ? cell : guardCell(cell))),
  )
  return BOM + Papa.unparse(guarded, { newline: '\r\n' })
}

/** What the file is, what is in it and what is not: one thing a line. */
function noteText(content: MonthPackage, tables: readonly PackageTable[], words: PackageWords): string {
  const line = (key: string, value: string) => `${words(`monthFiles:note.${key}`)}：${value}`
  const said = PACKAGE_TEXTS.filter(
    (text) =>
      (text === 'suggestion' && content.suggestions.length > 0) ||
      content.registers.some(({ rows }) => rows.some(({ texts }) => texts[text] !== undefined)),
  )
  const { state, digest } = content.review
  return [
    words('monthFiles:note.title'),
    line('estate', content.estate),
    line('office', content.office),
    line('month', content.month),
    line('state', words(`monthReviews:state.${state || 'none'}`)),
    ...(digest === '' ? [] : [line('digest', digest)]),
    ...['about', 'left'].map((key) => words(`monthFiles:note.${key}`)),
    ...(said.length === 0 ? [words('monthFiles:note.noTexts')] : [words('monthFiles:note.cleaned')]),
    ...said.map((text) => line('text', words(`monthFiles:text.${text}`))),
    ...tables.map(({ title }) => line('file', title)),
    words('monthFiles:note.open'),
    '',
  ].join('\r\n')
}
