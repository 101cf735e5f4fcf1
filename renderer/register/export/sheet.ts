import { strToU8, Zip, ZipDeflate } from 'fflate'
import { CONTENT_TYPES, escapeXml, MAIN, RELATIONS, relations, STYLES, XML } from './sheetParts'

/** A civil day of the estate, `2026-11-21`. */
interface DayCell {
  day: string
}

/** A moment in estate time, `2026-11-21 09:30`. */
interface MomentCell {
  moment: string
}

/** A cell of a sheet: text stays text, whatever it looks like; days and moments are dates that can be counted with. */
export type SheetCell = string | number | DayCell | MomentCell

export interface SheetColumn {
  header: string
  /** In characters. */
  width: number
}

/** Styles of `STYLES`, by place. */
const TEXT = 1
const HEAD = 2
const DAY = 3
const MOMENT = 4

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

function textXml(value: string, place: string, style: number): string {
  if (value === '') return ''
  // Inline and in a text style: 5-2 and long numbers stay as typed, and nothing is taken for a formula.
  const text = escapeXml(value.slice(0, LONGEST))
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function cellXml(cell: SheetCell, place: string): string {
  if (typeof cell === 'string') return textXml(cell, place, TEXT)
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  const [wall, style] = 'day' in cell ? [cell.day, DAY] : [cell.moment, MOMENT]
  return `<c r="${place}" s="${style}"><v>${serialOf(wall)}</v></c>`
}

function rowXml(cells: readonly string[], row: number): string {
  return `<row r="${row}">${cells.join('')}</row>`
}

function headXml(columns: readonly SheetColumn[]): string {
  const widths = columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="1" customWidth="1"/>`)
    .join('')
  const heads = columns.map(({ header }, i) => textXml(header, `${columnName(i)}1`, HEAD))
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths}</cols><sheetData>${rowXml(heads, 1)}`
  )
}

/** What a spreadsheet takes as the name of a sheet. */
function sheetTitle(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

/**
 * An .xlsx file of one sheet with a header row that stays in sight, written as rows come, so that a long one needs no
 * more memory than its file. Written here because the library for it zips in workers made from text, which the
 * content-security policy rightly forbids.
 */
export class SheetWriter {
  private readonly chunks: Uint8Array[] = []
  private readonly zip: Zip
  private readonly sheet: ZipDeflate
  private row = 1

  constructor(sheetName: string, columns: readonly SheetColumn[]) {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error
      this.chunks.push(chunk)
    })
    this.part('[Content_Types].xml', CONTENT_TYPES)
    this.part('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']]))
    this.part(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
        `<sheet name="${escapeXml(sheetTitle(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    )
    this.part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
      ]),
    )
    this.part('xl/styles.xml', STYLES)
    this.sheet = this.begin('xl/worksheets/sheet1.xml')
    this.sheet.push(strToU8(headXml(columns)))
  }

  /** Writes rows below those before. */
  add(rows: readonly (readonly SheetCell[])[]): void {
    const xml = rows.map((cells) => {
      this.row += 1
      return rowXml(
        cells.map((cell, i) => cellXml(cell, `${columnName(i)}${this.row}`)),
        this.row,
      )
    })
    this.sheet.push(strToU8(xml.join('')))
  }

  /** Ends the file and answers it. */
  finish(): Uint8Array<ArrayBuffer> {
    this.sheet.push(strToU8('</sheetData></worksheet>'), true)
    this.zip.end()
    const file = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const chunk of this.chunks) {
      file.set(chunk, at)
      at += chunk.length
    }
    return file
  }

  private begin(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 })
    this.zip.add(part)
    return part
  }

  private part(name: string, text: string): void {
    this.begin(name).push(strToU8(text), true)
  }
}

/** An .xlsx file of rows that are all at hand. */
export function sheetFile(
  sheetName: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Uint8Array<ArrayBuffer> {
  const writer = new SheetWriter(sheetName, columns)
  writer.add(rows)
  return writer.finish()
}
