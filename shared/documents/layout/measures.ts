import type { Paper } from '../definition'

/** One millimetre in PDF points. */
export const MM = 72 / 25.4

const A4 = { width: 595.28, height: 841.89 }
const A5 = { width: 419.53, height: 595.28 }

/** Papers as they are printed on, in points. */
export const PAPER_SIZES: Record<Paper, { width: number; height: number }> = {
  A4,
  'A4-landscape': { width: A4.height, height: A4.width },
  A5,
  'A5-landscape': { width: A5.height, height: A5.width },
  label: { width: 60 * MM, height: 40 * MM },
}

/** Widths of the papers within the margins, in points, and their margins left, top, right, bottom. */
export const MARGIN_SIDE = 14 * MM
export const MARGIN_TOP = 13 * MM
/** Side of a QR code: 20 mm, so that the 29 squares of a number and version have 0.7 mm each. */
export const QR_SIDE = 58
/** Room for the foot with its QR code, and for what printers cannot reach. */
export const MARGIN_BOTTOM = QR_SIDE + 7 * MM

/** Width of what stands between the side margins of upright A4. */
export const A4_WIDTH = 210 * MM - 2 * MARGIN_SIDE

/** Sizes of type: 五号 for what is read, 小五 for head and foot, 小二 for the title. */
export const BODY = 10.5
export const SMALL = 9
export const TITLE = 18

/** Thickness of a rule; a cell's padding to its sides and above and below. */
export const RULE = 0.6
export const PAD_X = 4
export const PAD_Y = 2.5
/** The same where much has to stand on little paper. */
export const DENSE_PAD_X = 3
export const DENSE_PAD_Y = 1.5
