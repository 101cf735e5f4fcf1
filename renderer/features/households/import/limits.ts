import { type Result, accept, refuse } from '../../../../shared/util/result'

/** Columns that a list of households may have; the readers below hold every cell up to the last one. */
export const COLUMNS_MAX = 256
/** Rows that are looked at, empty ones too: a file of one row may claim that it is the billionth. */
const LINES_MAX = 400_000
/** Cells that are held at once, about 100 MB. */
const CELLS_MAX = 12_000_000

const TAG = /<(?:[^\s<>/:]*:)?(row|c)(?=[\s/>])((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g
const OPENED = /<(?:[^\s<>/:]*:)?(?:row|c)(?=[\s/>])/g
const PLACE = /[\s:]r\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** How far a sheet reaches. */
interface Reach {
  rows: number
  columns: number
}

/** Where a row (`12`) or a cell (`C12`) says that it stands; null where that is no place. */
function placeOf(text: string): Reach | null {
  const match = /^([A-Za-z]{0,3})(\d{1,12})$/.exec(text)
  if (!match) return null
  const column = [...(match[1] ?? '').toUpperCase()].reduce(
    (sum, one) => sum * 26 + one.charCodeAt(0) - 64,
    0,
  )
  return { rows: Number(match[2]), columns: column }
}

/**
 * Asks a sheet's XML how far it reaches, before a reader fills every row and column up to there: a few bytes can claim
 * billions (quality 6). What is written in a way that no spreadsheet writes counts as damaged, so that nothing is seen
 * there that this has not seen. Refusals: import.damaged, import.tooWide `{ max }`, import.tooManyLines `{ max }`.
 */
export function checkSheet(xml: string): Result<true> {
  const reach: Reach = { rows: 0, columns: 0 }
  const at: Reach = { rows: 0, columns: 0 }
  let tags = 0
  for (const [, name, attributes = ''] of xml.matchAll(TAG)) {
    tags += 1
    // What does not say where it stands comes after what stood before it.
    if (name === 'c') at.columns += 1
    else Object.assign(at, { rows: at.rows + 1, columns: 0 })
    for (const [, double, single] of attributes.matchAll(PLACE)) {
      const place = placeOf(double ?? single ?? '')
      if (!place) return refuse('import.damaged')
      Object.assign(at, { rows: place.rows, columns: place.columns })
    }
    reach.rows = Math.max(reach.rows, at.rows)
    reach.columns = Math.max(reach.columns, at.columns)
    const bad = tooFar(reach)
    if (bad) return bad
  }
  return tags === (xml.match(OPENED)?.length ?? 0) ? accept(true) : refuse('import.damaged')
}

/** Asks a text how many rows and cells it can have, before it is taken apart. Refusals: those of `checkSheet`. */
export function checkText(text: string): Result<true> {
  let lines = 0
  let cells = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) lines += 1
    else if (code === 44 || code === 59 || code === 9) cells += 1
  }
  if (lines > 2 * LINES_MAX) return refuse('import.tooManyLines', undefined, { max: LINES_MAX })
  return lines + cells > CELLS_MAX ? refuse('import.tooWide', undefined, { max: COLUMNS_MAX }) : accept(true)
}

function tooFar({ rows, columns }: Reach): Result<never> | null {
  if (columns > COLUMNS_MAX) return refuse('import.tooWide', undefined, { max: COLUMNS_MAX })
  const far = rows > LINES_MAX || rows * columns > CELLS_MAX
  return far ? refuse('import.tooManyLines', undefined, { max: LINES_MAX }) : null
}
