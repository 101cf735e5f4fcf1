import { pictureHead } from '../../../shared/domain/register/pictureHead'
import { ScanError } from '../types'

/** Width and height in points. */
export interface PictureSize {
  width: number
  height: number
}

/** More points than this are not unpacked at once: 320 MB as red, green, blue and cover. */
const MOST_POINTS = 80e6

/**
 * How a picture file may be unpacked by what its bytes say of its size: whole, or smaller while it is unpacked, which
 * JPEG allows. Throws ScanError: tooLarge to be unpacked whole, damaged where it does not say its size.
 */
export function unpackingOf(bytes: Uint8Array): 'whole' | 'smaller' {
  const head = pictureHead(bytes)
  if (head && head.width * head.height <= MOST_POINTS) return 'whole'
  // A JPEG with stray bytes in its head can often be read all the same, and never becomes larger than is asked for.
  if (isJpeg(bytes)) return 'smaller'
  throw new ScanError(head ? 'tooLarge' : 'damaged')
}

function isJpeg([first, second]: Uint8Array): boolean {
  return first === 0xff && second === 0xd8
}

/** How far to shrink to have at most `long` points on the longer side; 1 for a picture that is small enough. */
export function shrinkTo(long: number, { width, height }: PictureSize): number {
  return Math.min(1, long / Math.max(width, height))
}
