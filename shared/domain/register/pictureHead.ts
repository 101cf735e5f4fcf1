/** What a picture's own bytes say of it, without decoding it. */
export interface PictureHead {
  /** Pixels as they are stored, before it is turned. */
  width: number
  height: number
  /** Several pictures in one, which drawing it anew would lose. */
  animated: boolean
  /** It says where it was taken (EXIF or XMP). */
  located: boolean
}

/** Reads the head of a JPEG, PNG, WebP or GIF; null where it is none of them or broken. `bytes`: the whole file. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  try {
    return headOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    // Read past the end: a file that was cut off.
    return null
  }
}

function headOf(view: DataView): PictureHead | null {
  if (view.getUint16(0) === 0xffd8) return jpegHead(view)
  if (view.getUint32(0) === 0x89504e47) return pngHead(view)
  if (letters(view, 0, 4) === 'RIFF' && letters(view, 8, 4) === 'WEBP') return webpHead(view)
  if (letters(view, 0, 4) !== 'GIF8') return null
  return { width: view.getUint16(6, true), height: view.getUint16(8, true), animated: true, located: false }
}

const EXIF = 'Exif\0\0'

function jpegHead(view: DataView): PictureHead | null {
  let size: { width: number; height: number } | null = null
  let located = false
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    // The picture itself begins: all that is said of it was said before.
    if (marker === 0xda) break
    const length = view.getUint16(at + 2)
    if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xe1) located ||= isLocated(view, at + 4, length - 2)
    at += 2 + length
  }
  return size && { ...size, animated: false, located }
}

/** Start of frame; three numbers of the row mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function pngHead(view: DataView): PictureHead {
  const head = { width: view.getUint32(16), height: view.getUint32(20), animated: false, located: false }
  for (let at = 8; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at)
    const kind = letters(view, at + 4, 4)
    if (kind === 'acTL') head.animated = true
    if (kind === 'eXIf' || kind === 'iTXt' || kind === 'tEXt') {
      head.located ||= isLocated(view, at + 8, length)
    }
    // Some programs pack the whole of EXIF into a text: taken for located, because it cannot be seen from here.
    if (kind === 'zTXt' || kind === 'tEXt')
      head.located ||= letters(view, at + 8, Math.min(length, 40)).startsWith('Raw profile type')
    at += 12 + length
  }
  return head
}

function webpHead(view: DataView): PictureHead | null {
  let size: { width: number; height: number } | null = null
  let animated = false
  let located = false
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const kind = letters(view, at, 4)
    const length = view.getUint32(at + 4, true)
    const body = at + 8
    if (kind === 'VP8X') animated = (view.getUint8(body) & 0x02) !== 0
    if (kind === 'EXIF' || kind === 'XMP ') located ||= isLocated(view, body, length)
    size ??= webpSize(view, kind, body)
    at = body + length + (length % 2)
  }
  return size && { ...size, animated, located }
}

function webpSize(view: DataView, kind: string, body: number): { width: number; height: number } | null {
  if (kind === 'VP8X') return { width: uint24(view, body + 4) + 1, height: uint24(view, body + 7) + 1 }
  if (kind === 'VP8 ')
    return { width: view.getUint16(body + 6, true) & 0x3fff, height: view.getUint16(body + 8, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const packed = view.getUint32(body + 1, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
}

const GPS_TAG = 0x8825

/** Whether EXIF or XMP, somewhere in this part of the file, says a place. */
function isLocated(view: DataView, from: number, length: number): boolean {
  const start = letters(view, from, Math.min(length, 6)) === EXIF ? from + 6 : from
  const order = length >= 8 ? letters(view, start, 2) : ''
  if (order !== 'II' && order !== 'MM') return letters(view, from, length).includes('GPSL')
  const little = order === 'II'
  const table = start + view.getUint32(start + 4, little)
  const count = view.getUint16(table, little)
  for (let at = 0; at < count; at += 1) {
    if (view.getUint16(table + 2 + at * 12, little) === GPS_TAG) return true
  }
  return false
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function letters(view: DataView, at: number, length: number): string {
  let text = ''
  for (let next = 0; next < length; next += 1) text += String.fromCharCode(view.getUint8(at + next))
  return text
}
