import { escapeXml } from './sheetParts'

/** A civil day of the estate, `2026-11-21`. */
interface DayCell {
  day: string
}

/** A moment in estate time, `2026-11-21 09:30`. */
interface MomentCell {
  moment: string
}

/** A part of one: 0.913 reads 91.3 %. */
interface ShareCell {
  share: number
}

/** A cell of a sheet: text stays text, whatever it looks like; days and moments are dates that can be counted with. */
export type SheetCell = string | number | DayCell | MomentCell | ShareCell

export interface SheetColumn {
  header: string
  /** In characters. */
  width: number
  /** Long texts stand in several lines, so that a printed sheet shows all of them. */
  wrap?: boolean
}

/** Styles of `STYLES`, by place. */
const TEXT = 1
const HEAD = 2
const DAY = 3
const MOMENT = 4
const SHARE = 5
const WRAPPED = 6

/** Longer texts make spreadsheets refuse the whole file. */
const LONGEST = 32_767
const DAY_MS = 86_400_000
/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01. */
const EPOCH = 25_569

/** Column letters: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** A wall-clock time as the number of days that spreadsheets count. */
export function serialOf(wall: string): number {
  return Date.parse(`${wall.replace(' ', 'T')}${wall.length === 10 ? 'T00:00' : ''}Z`) / DAY_MS + EPOCH
}

/**
 * A row as rows that a spreadsheet takes: what is longer than a cell may be goes on in the row below, so that no text
 * is cut.
 */
export function foldedRows(cells: readonly SheetCell[]): readonly (readonly SheetCell[])[] {
  if (!cells.some((cell) => typeof cell === 'string' && cell.length > LONGEST)) return [cells]
  const parts = cells.map((cell) => (typeof cell === 'string' ? piecesOf(cell) : [cell]))
  const height = Math.max(...parts.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) => parts.map((pieces) => pieces[row] ?? ''))
}

function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > LONGEST) {
    // Never between the two halves of a rare character.
    const at = /[\ud800-\udbff]/.test(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...pieces, rest]
}

function textXml(value: string, place: string, style: number): string {
  if (value === '') return ''
  // Inline and in a text style: 5-2 and long numbers stay as typed, and nothing is taken for a formula.
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

/** What is no figure is no cell: spreadsheets refuse the whole file because of one. */
function numberXml(value: number, place: string, style: number): string {
  if (!Number.isFinite(value)) return ''
  return `<c r="${place}"${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`
}

function cellXml(cell: SheetCell, place: string, wrap: boolean): string {
  if (typeof cell === 'string') return textXml(cell, place, wrap ? WRAPPED : TEXT)
  if (typeof cell === 'number') return numberXml(cell, place, 0)
  if ('share' in cell) return numberXml(cell.share, place, SHARE)
  const [wall, style] = 'day' in cell ? [cell.day, DAY] : [cell.moment, MOMENT]
  return numberXml(serialOf(wall), place, style)
}

/** One row of a sheet, from 1. */
export function rowXml(cells: readonly SheetCell[], columns: readonly SheetColumn[], row: number): string {
  const inner = cells.map((cell, i) =>
    cellXml(cell, `${columnName(i)}${row}`, columns[i]?.wrap === true && typeof cell === 'string'),
  )
  return `<row r="${row}">${inner.join('')}</row>`
}

/** The row of headers, and what stands before it in a sheet. */
export function headXml(columns: readonly SheetColumn[]): string {
  const widths = columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="1" customWidth="1"/>`)
    .join('')
  const heads = columns.map(({ header }, i) => textXml(header, `${columnName(i)}1`, HEAD))
  return (
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths}</cols><sheetData><row r="1">${heads.join('')}</row>`
  )
}
