/** One millimetre in PDF points. */
export const MM = 72 / 25.4

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
