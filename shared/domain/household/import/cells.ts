import { isCivilDay } from '../../../util/civilTime'
import { accept, type Result, refuse } from '../../../util/result'
import type { CivilDay } from '../../register/types'
import type { Cell } from './types'

/** Longer cells are not names or phones but damage; the row is refused (quality 6). */
export const CELL_MAX = 5000

const DAY_MS = 86_400_000
/** Excel's day 25569 is 1970-01-01, and 2958465 is 9999-12-31. */
const EPOCH_SERIAL = 25_569
const LAST_SERIAL = 2_958_465

function dayOfSerial(serial: number): CivilDay {
  return new Date((Math.floor(serial) - EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10)
}

function numberText(value: number): string {
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(value)
}

// Control characters have no place in a name; line breaks and tabs become spaces.
const CONTROL = /\p{Cc}+/gu

/** The text of a cell, trimmed. Refusal: import.cellTooLong `{ max }`. */
export function textOf(cell: Cell | undefined): Result<string> {
  if (cell === null || cell === undefined) return accept('')
  if (cell instanceof Date) return accept(Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10))
  if (typeof cell === 'number') return accept(numberText(cell))
  if (typeof cell === 'boolean') return accept(String(cell))
  if (cell.length > CELL_MAX) return refuse('import.cellTooLong', undefined, { max: CELL_MAX })
  return accept(cell.replace(CONTROL, ' ').trim())
}

/**
 * Part of a door number. Excel turns `5-2` into a date by itself: that is refused, not guessed back.
 * Refusals: import.doorIsDate, import.cellTooLong.
 */
export function doorPartOf(cell: Cell | undefined): Result<string> {
  return cell instanceof Date ? refuse('import.doorIsDate') : textOf(cell)
}

/**
 * A phone column: Excel shortens long numbers to 1.38E+10, which cannot be guessed back.
 * Refusals: import.numberShortened, import.cellTooLong.
 */
export function phoneTextOf(cell: Cell | undefined): Result<string> {
  const text = textOf(cell)
  return text.ok && /^\d(\.\d+)?e\+\d+$/iu.test(text.value) ? refuse('import.numberShortened') : text
}

/** 证件末四位: Excel drops leading zeros of numbers, so that 12 means 0012. */
export function idTextOf(cell: Cell | undefined): Result<string> {
  const text = textOf(cell)
  return text.ok && typeof cell === 'number' ? accept(text.value.padStart(4, '0')) : text
}

function dayOfText(text: string): CivilDay | null {
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/u.exec(text)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  const civil = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDay(civil) ? civil : null
}

/**
 * A day from a date cell, an Excel serial number or text (2026-11-21, 2026/11/21, 2026年11月21日, 20261121); null
 * when empty. Refusals: import.dayUnreadable `{ value }`, import.cellTooLong.
 */
export function dayOf(cell: Cell | undefined): Result<CivilDay | null> {
  if (typeof cell === 'number' && cell >= 1 && cell <= LAST_SERIAL) return accept(dayOfSerial(cell))
  if (cell instanceof Date && Number.isNaN(cell.getTime())) {
    return refuse('import.dayUnreadable', undefined, { value: '' })
  }
  const text = textOf(cell)
  if (!text.ok) return text
  if (text.value === '') return accept(null)
  const serial = /^\d{5}$/.test(text.value) ? dayOfSerial(Number(text.value)) : null
  const day = serial ?? dayOfText(text.value.normalize('NFKC'))
  return day === null ? refuse('import.dayUnreadable', undefined, { value: text.value }) : accept(day)
}

/**
 * 建筑面积 in m², with or without its unit; null when empty. Refusals: import.areaUnreadable `{ value }`,
 * import.cellTooLong.
 */
export function areaOf(cell: Cell | undefined): Result<number | null> {
  const text = textOf(cell)
  if (!text.ok) return text
  const plain = text.value
    .normalize('NFKC')
    .replace(/[,\s]/gu, '')
    .replace(/(平方米|平米|平方|m2|㎡)$/iu, '')
  if (plain === '') return accept(null)
  const area = Number(plain)
  return Number.isFinite(area)
    ? accept(area)
    : refuse('import.areaUnreadable', undefined, { value: text.value })
}
