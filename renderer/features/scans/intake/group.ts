import { type SheetRead, sheetKey } from '../../../../shared/domain/scan'

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
 * wherever they lie in the pile; a page without a code, or with several, is for a person to look at, alone.
 */
export function sheetsAmong(pages: readonly PageRead[]): SheetPages[] {
  const sheets: SheetPages[] = []
  const byCode = new Map<string, SheetPages>()
  for (const page of pages) {
    const [code] = page.codes
    const known = code && page.codes.length === 1 ? byCode.get(sheetKey(code)) : undefined
    if (known) known.pages.push(page)
    else {
      const sheet = { codes: [...page.codes], pages: [page] }
      sheets.push(sheet)
      if (code && page.codes.length === 1) byCode.set(sheetKey(code), sheet)
    }
  }
  return sheets
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
