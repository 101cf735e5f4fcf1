import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { unguardCell } from '../../../../../shared/domain/household/import'
import type { MonthPackage, PackageField } from '../../../../../shared/domain/monthPackage'
import { monthPackageShape } from '../../../../../shared/schema/monthPackage'
import { DATA_FILE } from './zipPackage'

/** What really stands in a finished file. */
export interface ReadPackage {
  /** null where it has not the shape that was agreed on. */
  content: MonthPackage | null
  /** Every text in it, and where: `投诉.csv › 客服-TS-2026-0003 › 处理措施`. */
  fields: PackageField[]
}

/** Reads a finished package again, every text of every file, for the check of what leaves. */
export function readBack(bytes: Uint8Array): ReadPackage {
  const files = Object.entries(unzipSync(bytes)).map(([name, data]) => ({ name, text: strFromU8(data) }))
  const data = files.find(({ name }) => name === DATA_FILE)
  const parsed: unknown = data && JSON.parse(data.text)
  const shaped = monthPackageShape.safeParse(parsed)
  return {
    content: shaped.success ? shaped.data : null,
    fields: files.flatMap(({ name, text }) => [
      { place: name, text: name.replace(/\.\w+$/, '') },
      ...fieldsIn(name, text, parsed),
    ]),
  }
}

function fieldsIn(name: string, text: string, data: unknown): PackageField[] {
  if (name === DATA_FILE) return textsOf(data, name)
  return name.endsWith('.csv') ? cellsOf(name, text) : linesOf(name, text)
}

/** Every text of the data; a row is known by its number. */
function textsOf(value: unknown, place: string): PackageField[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const number = numberOf(inner)
    return textsOf(inner, number === '' ? `${place} › ${key}` : `${DATA_FILE} › ${number}`)
  })
}

function numberOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('number' in value)) return ''
  return typeof value.number === 'string' ? value.number : ''
}

function cellsOf(name: string, text: string): PackageField[] {
  const [header = [], ...rows] = Papa.parse<string[]>(text.replace(/^\ufeff/, '')).data
  return [
    ...header.map((cell) => ({ place: name, text: unguardCell(cell) })),
    ...rows.flatMap((row, at) =>
      row.map((cell, column) => ({
        place: [name, row[0] || String(at + 1), header[column] ?? ''].join(' › '),
        text: unguardCell(cell),
      })),
    ),
  ]
}

function linesOf(name: string, text: string): PackageField[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const mark = line.indexOf('：')
    // A sentence of the app may hold the mark too: it is known as a whole.
    const parts = mark < 0 ? [line] : [line.slice(0, mark), line.slice(mark + 1)]
    return parts.map((part) => ({ place: `${name} › ${at + 1}`, text: part }))
  })
}
