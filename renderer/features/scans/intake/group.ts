import { type SheetRead, sheetKey, writtenNumber } from '../../../../shared/domain/scan'

/** A page as it was read: of which file (by its place among them), and by how many degrees it stands askew. */
export interface PageRead {
  file: number
  /** From 1. */
  page: number
  codes: readonly SheetRead[]
  /** Clockwise, until it stands upright. */
  turn: number
}

/** Pages that belong together, in the order in which they came. */
export interface SheetPages {
  codes: SheetRead[]
  pages: PageRead[]
}

/**
 * The sheets that a pile of pages holds: pages with one and the same code (number, version, form) are one sheet,
 * wherever they lie in the pile. A page with the codes of several records of one form, such as the rows of
 * 《回访工作记录表》, is a sheet of each of them. A page without a code, or with codes that contradict one another, is
 * for a person to look at, alone.
 */
export function sheetsAmong(pages: readonly PageRead[]): SheetPages[] {
  const sheets: SheetPages[] = []
  const byCode = new Map<string, SheetPages>()
  const begin = (codes: SheetRead[], page: PageRead): SheetPages => {
    const sheet = { codes, pages: [page] }
    sheets.push(sheet)
    return sheet
  }
  for (const page of pages) {
    if (!tellsItsRecords(page.codes)) begin([...page.codes], page)
    else {
      for (const code of page.codes) {
        const known = byCode.get(sheetKey(code))
        if (known) known.pages.push(page)
        else byCode.set(sheetKey(code), begin([code], page))
      }
    }
  }
  return sheets
}

/** One code, or one for each of several records on the same form. */
function tellsItsRecords(codes: readonly SheetRead[]): boolean {
  const [first] = codes
  if (!first) return false
  const numbers = new Set(codes.map(writtenNumber))
  return numbers.size === codes.length && codes.every(({ form }) => form === first.form)
}

/** The file that holds this sheet and nothing else, as it should be kept; null where it has to be put together. */
export function wholeFile(
  { pages }: SheetPages,
  files: readonly { pages: number; kind: 'image' | 'pdf' }[],
): number | null {
  const [first] = pages
  const file = first && files[first.file]
  if (!first || !file || pages.length !== file.pages) return null
  if (pages.some(({ file: at, page }, index) => at !== first.file || page !== index + 1)) return null
  // A picture is kept as it was taken; a page of a PDF is turned without touching what it shows.
  return file.kind === 'pdf' && pages.some(({ turn }) => turn !== 0) ? null : first.file
}
