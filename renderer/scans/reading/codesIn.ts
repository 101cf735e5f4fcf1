import { decodeQRBatch, type FinderPoints } from 'qr/decode.js'
import type { Grey } from './grey'

/** A code of anybody that was read. */
export interface Code {
  text: string
  /** Where its upper edge points on the page, in degrees clockwise from the page's own: 0 for upright. */
  angle: number
}

/** Clock for hypotheses that may be left out: none, as the same page must read the same on a busy machine. */
const NO_LIMIT = Number.POSITIVE_INFINITY
/** How many further guesses a picture is worth: on the measured pages more cost nothing and found a little. */
const EFFORT = 100

function angleOf({ tl, tr }: FinderPoints): number {
  return (Math.atan2(tr.y - tl.y, tr.x - tl.x) / Math.PI) * 180
}

/** Grey in the reader's terms: brightness first, and colour planes that it does not look at. */
function planes({ width, height, data }: Grey): Uint8Array {
  const all = new Uint8Array(data.length + 2 * Math.ceil(width / 2) * Math.ceil(height / 2))
  all.set(data)
  return all
}

/** All codes in a picture, as far as one pass finds them. */
export async function codesIn(grey: Grey): Promise<Code[]> {
  const { width, height } = grey
  const codes: Code[] = []
  await decodeQRBatch([{ width, height, data: planes(grey) }], {
    format: 'I420',
    effort: EFFORT,
    timeLimit: NO_LIMIT,
    maxSize: { width, height },
    pointsOnDetect: (points, text) => {
      if (typeof text === 'string') codes.push({ text, angle: angleOf(points) })
    },
  })
  return codes
}
