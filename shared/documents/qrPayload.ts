import { type NumberParts, parseNumber } from '../domain/numbering/number'

/** What a form's QR code says: the record's number, which print of which form this sheet is (domain 10). */
export interface SheetCode {
  number: string
  version: number
  /** Form code such as `KF-TS-01`. */
  form: string
}

/** What can be read from a code: the number without its prefix, which a scanner may not be able to type. */
export interface ReadSheetCode {
  number: Omit<NumberParts, 'prefix'>
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
  const start = /[A-Z]{2}-\d{4}-[A-Z]?\d{4,}$/.exec(number)
  const parts = start && parseNumber(`?-${start[0]}`)
  if (!parts || !version || !form) return null
  const { register, year, letter, seq } = parts
  return { number: { register, year, letter, seq }, version: Number(version), form }
}
