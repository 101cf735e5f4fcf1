/** A picture in shades of grey, row by row: 0 black, 255 white. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Red, green, blue and cover of each point, as a canvas gives them. */
export interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray | Uint8Array
}

/** How bright each point looks. */
export function greyOf({ width, height, data }: Pixels): Grey {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  }
  return { width, height, data: grey }
}

/** Shares are whole numbers, fine enough that their rounding is not seen. */
const BITS = 14
const WHOLE = 1 << BITS
const HALF = WHOLE / 2

/** What each point of a scaled line takes of the line before: from where, and in which shares of `WHOLE`. */
interface Taps {
  from: Int32Array
  shares: Int32Array
  each: number
}

/** Shares by distance: a point takes from all points that it covers, so that no thin line falls through. */
function tapsOf(length: number, scaledLength: number): Taps {
  const step = length / scaledLength
  const reach = Math.max(1, step)
  const each = Math.ceil(2 * reach) + 1
  const from = new Int32Array(scaledLength)
  const shares = new Int32Array(scaledLength * each)
  for (let at = 0; at < scaledLength; at += 1) {
    const middle = (at + 0.5) * step - 0.5
    const first = Math.max(0, Math.min(length - each, Math.ceil(middle - reach)))
    const weights = Array.from({ length: each }, (_, tap) =>
      Math.max(0, 1 - Math.abs(first + tap - middle) / reach),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0) || 1
    from[at] = first
    weights.forEach((weight, tap) => {
      shares[at * each + tap] = Math.round((weight / sum) * WHOLE)
    })
  }
  return { from, shares, each }
}

function scaledRows({ width, height, data }: Grey, scaledWidth: number): Grey {
  const { from, shares, each } = tapsOf(width, scaledWidth)
  const out = new Uint8Array(scaledWidth * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < scaledWidth; x += 1) {
      const start = y * width + (from[x] ?? 0)
      let sum = HALF
      for (let tap = 0; tap < each; tap += 1) sum += (data[start + tap] ?? 0) * (shares[x * each + tap] ?? 0)
      out[y * scaledWidth + x] = Math.min(255, sum >> BITS)
    }
  }
  return { width: scaledWidth, height, data: out }
}

function scaledColumns({ width, height, data }: Grey, scaledHeight: number): Grey {
  const { from, shares, each } = tapsOf(height, scaledHeight)
  const out = new Uint8Array(width * scaledHeight)
  const sums = new Int32Array(width)
  for (let y = 0; y < scaledHeight; y += 1) {
    sums.fill(HALF)
    for (let tap = 0; tap < each; tap += 1) {
      const share = shares[y * each + tap] ?? 0
      const start = ((from[y] ?? 0) + tap) * width
      if (share !== 0)
        for (let x = 0; x < width; x += 1) sums[x] = (sums[x] ?? 0) + (data[start + x] ?? 0) * share
    }
    for (let x = 0; x < width; x += 1) out[y * width + x] = Math.min(255, (sums[x] ?? 0) >> BITS)
  }
  return { width, height: scaledHeight, data: out }
}

/** The picture with its longer side `long` points, smoothly; as it is where it is so by a fiftieth. */
export function scaledTo(grey: Grey, long: number): Grey {
  const share = long / Math.max(grey.width, grey.height)
  if (Math.abs(share - 1) < 0.02) return grey
  const width = Math.max(8, Math.round(grey.width * share))
  const height = Math.max(8, Math.round(grey.height * share))
  // Whole lines are added up faster than single points: smaller, columns first leave less for the rows.
  return share < 1
    ? scaledRows(scaledColumns(grey, height), width)
    : scaledColumns(scaledRows(grey, width), height)
}
