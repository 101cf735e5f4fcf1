import { MM } from '../layout/measures'
import { SLIP_WIDTH, type SlipCut } from '../layout/slip'
import type { SlipShape } from '../layout/slipGrid'
import type { Coverage } from '../runs'

const NARROW = 47 * MM
const GAP = 8 * MM

/** The 存根 is the wide part here: it holds the claim. The finder takes the narrow one along. */
export const CLAIM_CUT: SlipCut = { narrow: NARROW, gap: GAP, names: ['拾获人回执', '存根'] }

/** The wide part's grid. */
export function stubShape(coverage: Coverage): SlipShape {
  return { width: SLIP_WIDTH - NARROW - GAP, label: 46, size: 8, coverage }
}

/** The narrow part's grid. */
export function receiptShape(coverage: Coverage): SlipShape {
  return { width: NARROW, label: 36, size: 8, coverage }
}
