import { type NumberParts, parseNumber } from '../domain/numbering/number'
import { forms } from './registry'

/** What a form's QR code says: the record's number, which print of which form this sheet is (domain 10). */
export interface SheetCode {
  number: string
  version: number
  /** Form code such as `KF-TS-01`. */
  form: string
}

/** What can be read from a code: the number apart from its prefix, which a scanner may not be able to type. */
export interface ReadSheetCode {
  number: Omit<NumberParts, 'prefix'>
  /** As it stands on the paper, where a picture of it was read; left out where nobody can be sure of it. */
  prefix?: string
  version: number
  form: string
}

const SHAPE = /^FD1\|(?<number>[^|]{1,60})\|(?<version>\d{1,6})\|(?<form>[A-Z0-9-]{1,20})$/

/** The text in the QR code: `FD1|客服-TS-2026-0001|3|KF-TS-01`. FD1 names this format, so that a later one can differ. */
export function encodeSheetCode({ number, version, form }: SheetCode): string {
  return `FD1|${number}|${version}|${form}`
}

/**
 * Reads what a scanner typed; null where it is no code of ours. A USB scanner types as a keyboard and garbles or
 * drops 客服: the prefix is read over, the rest names the record within its office.
 */
export function parseSheetCode(text: string): ReadSheetCode | null {
  const { number = '', version, form } = SHAPE.exec(text.trim())?.groups ?? {}
  if (!version || !form) return null
  const named = OF_MONTHS.has(form) ? monthIn(number) : numberIn(number)
  return named && { number: named, version: Number(version), form }
}

/**
 * Reads a code in a picture of the sheet, letter for letter: with the prefix, which tells this office's sheets from
 * those of another office. Null where it is no code of ours.
 */
export function parsePicturedCode(text: string): ReadSheetCode | null {
  const code = parseSheetCode(text)
  const prefix = parseNumber(text.trim().split('|')[1] ?? '')?.prefix
  return code && prefix !== undefined ? { ...code, prefix } : code
}

function numberIn(text: string): ReadSheetCode['number'] | null {
  const start = /[A-Z]{2}-\d{4}-[A-Z]?\d{4,}$/.exec(text)
  const parts = start && parseNumber(`?-${start[0]}`)
  if (!parts) return null
  const { register, year, letter, seq } = parts
  return { register, year, letter, seq }
}

const OF_MONTHS = new Set<string>([forms.visitSummary.code, forms.monthlyReport.code])

/** 《访问总结》 and 《客户服务月报》 bear their month, `2026-11`, no number of domain 2: the month takes the place of the sequence. */
function monthIn(text: string): ReadSheetCode['number'] | null {
  const { year, month } = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])$/.exec(text)?.groups ?? {}
  return year && month ? { register: 'FW', year: Number(year), letter: '', seq: Number(month) } : null
}
