import { accept, type Result, refuse } from '../../util/result'
import type { Objection } from './objections'
import type { PictureHead } from './pictureHead'

/** Longest side of a picture that is kept, pixels: a page of A4 at more than 200 dpi. */
export const PICTURE_EDGE = 2560

/** Quality of a JPEG that is written anew, 0 to 1. */
export const PICTURE_QUALITY = 0.85

/** Bytes up to which a picture of moderate size is left as it is. */
export const PICTURE_SMALL_BYTES = 2 * 1024 * 1024

/** Most pixels that are decoded: four bytes each must find room beside the rest of the desk. */
export const PICTURE_MOST_PIXELS = 120_000_000

/** More than any camera has: a file of a few bytes that claims so much is made to fill memory when it is looked at. */
export const PICTURE_CEILING_PIXELS = 300_000_000

/** Refusal `attachment.pictureMonstrous` `{ megapixels }` for what claims to be larger than any photograph; else null. */
export function objectionToSize(head: Pick<PictureHead, 'width' | 'height'> | null): Objection {
  const pixels = head ? head.width * head.height : 0
  if (pixels <= PICTURE_CEILING_PIXELS) return null
  return refuse('attachment.pictureMonstrous', undefined, { megapixels: Math.round(pixels / 1_000_000) })
}

/** Side of the square that lists show of a picture, pixels: its 48 on any screen, and then some. */
export const SMALL_PICTURE_EDGE = 128

/** No square of that size has more bytes. */
export const SMALL_PICTURE_BYTES = 64 * 1024

/** The middle of a picture that the square is made of: as wide and high as its shorter side. Pixels. */
export function middleSquare(width: number, height: number): { x: number; y: number; side: number } {
  const side = Math.min(width, height)
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side }
}

/** What is to be done with a picture before it is kept. */
export type PicturePlan =
  | { scale: false }
  /** `mustChange`: it says where it was taken, so its own bytes are never kept. */
  | { scale: true; mustChange: boolean }

/**
 * Whether a picture is kept as it is or drawn anew (domain 10; the smallest scope of personal data): small ones that
 * say no place stay as they are, and so do those that move or cannot be read. Refusals: attachment.pictureTooLarge
 * `{ megapixels }`.
 * @param size bytes of the file
 */
export function planPicture(head: PictureHead | null, size: number): Result<PicturePlan> {
  if (!head || head.animated) return accept({ scale: false })
  const pixels = head.width * head.height
  if (pixels > PICTURE_MOST_PIXELS) {
    return refuse('attachment.pictureTooLarge', undefined, { megapixels: Math.round(pixels / 1_000_000) })
  }
  const small = fits(head) && size <= PICTURE_SMALL_BYTES
  return accept(small && !head.located ? { scale: false } : { scale: true, mustChange: head.located })
}

/** The size in which a picture of `width` × `height` is drawn: never larger, its shape kept. Pixels. */
export function scaledSize(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, PICTURE_EDGE / Math.max(width, height, 1))
  const side = (length: number) => Math.max(1, Math.round(length * factor))
  return { width: side(width), height: side(height) }
}

/** True where drawing it anew gained nothing: the file's own bytes are no more, and may be kept. */
export function keepsItsBytes(
  head: PictureHead,
  plan: Extract<PicturePlan, { scale: true }>,
  sizes: { before: number; after: number },
): boolean {
  return !plan.mustChange && fits(head) && sizes.after >= sizes.before
}

/** Bytes up to which a drawing stays PNG although JPEG were smaller: letters and lines stay sharp. */
const SHARP_BYTES = 300 * 1024

/** Whether a picture that came as PNG, a screenshot or a drawing, is written as PNG again. Bytes. */
export function staysPng(sizes: { png: number; jpeg: number }): boolean {
  return sizes.png <= Math.max(sizes.jpeg, SHARP_BYTES)
}

function fits({ width, height }: Pick<PictureHead, 'width' | 'height'>): boolean {
  return Math.max(width, height) <= PICTURE_EDGE
}
