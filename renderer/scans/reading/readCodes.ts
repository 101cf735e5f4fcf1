import { parsePicturedCode, type ReadSheetCode } from '../../../shared/documents/qrPayload'
import type { Turn } from '../types'
import { type Code, codesIn } from './codesIn'
import { evenLight, sharpened } from './evenLight'
import { type Grey, scaledTo } from './grey'

/** What is known of a page after reading. */
export interface PageCodes {
  codes: ReadSheetCode[]
  /** How far clockwise the page must be turned to stand upright. */
  turn: Turn
}

/**
 * The page once more in another light and size; a code that is blurred between two sizes is sharp in one of them.
 * Sizes are points of the longer side: 1650 are 140 dpi of A4, 3300 are 280. Measured in decision 14.
 */
const PASSES: readonly ((page: Grey) => Grey)[] = [
  (page) => scaledTo(page, 1650),
  (page) => sharpened(scaledTo(page, 2340), 3, 1.5),
  (page) => sharpened(scaledTo(page, 2800), 4, 1.5),
  (page) => sharpened(scaledTo(page, 3400), 5, 1.5),
  (page) => scaledTo(page, 2340),
  (page) => evenLight(scaledTo(page, 2800), 40),
]

/** So many passes are made even where the first found something: two slips may share one sheet, a list has many rows. */
const ALWAYS = 2

/** The turn back from where a code's upper edge points, to the nearest quarter. */
export function turnFor(angle: number): Turn {
  const quarters = (4 - (((Math.round(angle / 90) % 4) + 4) % 4)) % 4
  return ([0, 90, 180, 270] as const)[quarters] ?? 0
}

/** Adds what is ours and new, and answers whether there was any; a foreign code is no word of ours. */
function keepOurs(found: readonly Code[], page: PageCodes): boolean {
  const before = page.codes.length
  for (const { text, angle } of found) {
    const code = parsePicturedCode(text)
    if (!code) continue
    // The first one tells where up is: slips on one sheet lie alike.
    if (page.codes.length === 0) page.turn = turnFor(angle)
    const same = JSON.stringify(code)
    if (!page.codes.some((known) => JSON.stringify(known) === same)) page.codes.push(code)
  }
  return page.codes.length > before
}

/** The codes of our forms on a page (domain 10); none where there is none, or none can be read for certain. */
export async function readCodes(page: Grey): Promise<PageCodes> {
  const read: PageCodes = { codes: [], turn: 0 }
  let more = true
  for (const [at, pass] of PASSES.entries()) {
    // Where the last pass still found new ones, there may be others yet.
    if (at >= ALWAYS && read.codes.length > 0 && !more) break
    more = keepOurs(await codesIn(pass(page)), read)
  }
  return read
}
