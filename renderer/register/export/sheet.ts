import { strToU8, Zip, ZipDeflate } from 'fflate'
import { foldedRows, headXml, rowXml, type SheetCell, type SheetColumn } from './cells'
import { bookParts, MAIN, sheetTitles, XML } from './sheetParts'

/** A sheet of a file: its name, and its columns. */
export interface BookSheet {
  sheetName: string
  columns: readonly SheetColumn[]
}

/** Equal contents make equal files: what they hold says when, their wrapping does not. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * An .xlsx file of one sheet or several, each with a header row that stays in sight, written as rows come, so that a
 * long one needs no more memory than its file. Written here because the library for it zips in workers made from text,
 * which the content-security policy rightly forbids.
 */
export class BookWriter {
  private readonly chunks: Uint8Array[] = []
  private readonly zip: Zip
  private part: ZipDeflate | null = null
  private row = 1
  /** Place of the sheet that rows go to; the first once `next` was called. */
  private at = -1

  constructor(private readonly sheets: readonly BookSheet[]) {
    this.zip = new Zip((error, chunk) => {
      if (error) throw error
      this.chunks.push(chunk)
    })
    const titles = sheetTitles(sheets.map(({ sheetName }) => sheetName))
    for (const [name, text] of bookParts(titles)) this.begin(name).push(strToU8(text), true)
  }

  /** Begins the next sheet; rows go there from now on. */
  next(): void {
    this.end()
    this.at += 1
    this.row = 1
    this.part = this.begin(`xl/worksheets/sheet${this.at + 1}.xml`)
    this.part.push(strToU8(`${XML}<worksheet xmlns="${MAIN}">${headXml(this.columns())}`))
  }

  /** Writes rows below those before. */
  add(rows: readonly (readonly SheetCell[])[]): void {
    const columns = this.columns()
    const xml = rows.flatMap(foldedRows).map((cells) => {
      this.row += 1
      return rowXml(cells, columns, this.row)
    })
    this.part?.push(strToU8(xml.join('')))
  }

  /** Ends the file and answers it. Sheets that were not begun are empty ones. */
  finish(): Uint8Array<ArrayBuffer> {
    while (this.at < this.sheets.length - 1) this.next()
    this.end()
    this.zip.end()
    const file = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const chunk of this.chunks) {
      file.set(chunk, at)
      at += chunk.length
    }
    return file
  }

  private columns(): readonly SheetColumn[] {
    return this.sheets[this.at]?.columns ?? []
  }

  private end(): void {
    this.part?.push(strToU8('</sheetData></worksheet>'), true)
    this.part = null
  }

  private begin(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 })
    part.mtime = NO_TIME
    this.zip.add(part)
    return part
  }
}

/** An .xlsx file of one sheet whose rows are all at hand. */
export function sheetFile(
  sheetName: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Uint8Array<ArrayBuffer> {
  const writer = new BookWriter([{ sheetName, columns }])
  writer.next()
  writer.add(rows)
  return writer.finish()
}
