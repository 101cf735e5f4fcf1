/** Width and height in points, as a picture's head says. */
export interface PictureSize {
  width: number
  height: number
}

function pngSize(view: DataView): PictureSize | null {
  const named = view.byteLength >= 24 && view.getUint32(0) === 0x89504e47
  return named ? { width: view.getUint32(16), height: view.getUint32(20) } : null
}

/** A start-of-frame segment has the size; the tables and notes before it are stepped over. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // Between segments there may be filling.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** The size of a PNG or JPEG by its first bytes; null for others, and where the head does not reach that far. */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return pngSize(view) ?? jpegSize(view)
}

/** How far to shrink to have at most `long` points on the longer side; 1 for a picture that is small enough. */
export function shrinkTo(long: number, { width, height }: PictureSize): number {
  return Math.min(1, long / Math.max(width, height))
}
