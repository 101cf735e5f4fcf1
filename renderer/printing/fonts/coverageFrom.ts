import type { Coverage } from '../../../shared/documents/runs'

/**
 * Which font prints which character, computed from the fonts themselves (`coverage.test.ts` checks that it still
 * is) so that a form can be laid out, and a missing character said, without loading 30 MB of fonts on the screen's
 * own thread. `ranges` is a list of `gap.length.font` in base 36: characters without a font since the last range,
 * then how many follow, then the index in `fonts` ('' for the forms' own).
 */
export interface PackedCoverage {
  fonts: string[]
  ranges: string
}

interface Ranges {
  starts: Uint32Array
  ends: Uint32Array
  fonts: Uint8Array
}

function unpack({ ranges }: PackedCoverage): Ranges {
  const parts = ranges.split(',')
  const starts = new Uint32Array(parts.length)
  const ends = new Uint32Array(parts.length)
  const fonts = new Uint8Array(parts.length)
  let at = 0
  parts.forEach((part, index) => {
    const [gap = 0, length = 0, font = 0] = part.split('.').map((digits) => Number.parseInt(digits, 36))
    starts[index] = at + gap
    at += gap + length
    ends[index] = at
    fonts[index] = font
  })
  return { starts, ends, fonts }
}

/** A coverage function out of its packed form: the last range that starts at or before the character decides. */
export function coverageFrom(source: PackedCoverage): Coverage {
  const { starts, ends, fonts } = unpack(source)
  return (codePoint) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= codePoint) low = middle
      else high = middle - 1
    }
    const inside = codePoint >= (starts[low] ?? 0) && codePoint < (ends[low] ?? 0)
    return inside ? (source.fonts[fonts[low] ?? 0] ?? null) : null
  }
}
