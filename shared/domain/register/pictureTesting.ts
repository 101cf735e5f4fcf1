// Heads of pictures for tests: as much of a file as is read of it.

type Part = string | readonly number[]

/** Bytes one after the other; letters are one byte each. */
export function joined(...parts: Part[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  )
}

const big16 = (value: number): number[] => [value >> 8, value & 0xff]
const big32 = (value: number): number[] => [...big16(value >>> 16), ...big16(value & 0xffff)]
const little32 = (value: number): number[] => big32(value).toReversed()

/** EXIF: a table with so many tags, each with nothing to say. */
export function tiff(order: 'II' | 'MM', tags: readonly number[]): string {
  const number = (value: number, size: 2 | 4): number[] => {
    const bytes = size === 2 ? big16(value) : big32(value)
    return order === 'II' ? bytes.toReversed() : bytes
  }
  const rows = tags.flatMap((tag) => [...number(tag, 2), ...number(4, 2), ...number(1, 4), ...number(0, 4)])
  return String.fromCharCode(
    ...joined(order, number(42, 2), number(8, 4), number(tags.length, 2), rows, number(0, 4)),
  )
}

function segment(marker: number, body: Part): number[] {
  const bytes = [...joined(body)]
  return [0xff, marker, ...big16(bytes.length + 2), ...bytes]
}

/** `said`: EXIF (from `tiff`) or XMP. */
export function jpeg(width: number, height: number, said = ''): Uint8Array {
  const label = said.startsWith('<') ? 'http://ns.adobe.com/xap/1.0/\0' : 'Exif\0\0'
  return joined(
    [0xff, 0xd8],
    said === '' ? [] : segment(0xe1, label + said),
    segment(0xc4, 'tables'),
    [0xff],
    segment(0xc0, [8, ...big16(height), ...big16(width), 3]),
    segment(0xda, ''),
    'pixels',
  )
}

export function png(width: number, height: number, ...chunks: [kind: string, body: string][]): Uint8Array {
  const chunk = (kind: string, body: Part): number[] => {
    const bytes = [...joined(body)]
    return [...big32(bytes.length), ...joined(kind), ...bytes, 0, 0, 0, 0]
  }
  return joined(
    [0x89],
    'PNG\r\n\x1a\n',
    chunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]),
    ...chunks.map(([kind, body]) => chunk(kind, body)),
  )
}

export function riff(...chunks: [kind: string, body: string][]): Uint8Array {
  const parts = chunks.map(([kind, body]) =>
    joined(kind, little32(body.length), body, body.length % 2 === 1 ? [0] : []),
  )
  return joined('RIFF', [0, 0, 0, 0], 'WEBP', ...parts.map((part) => [...part]))
}

export function webp(width: number, height: number, flags = 0, ...more: [string, string][]): Uint8Array {
  const size = [width, height].flatMap((side) => little32(side - 1).slice(0, 3))
  return riff(['VP8X', String.fromCharCode(flags, 0, 0, 0, ...size)], ...more)
}

export function gif(width: number, height: number): Uint8Array {
  const little = (value: number): number[] => big16(value).toReversed()
  return joined('GIF89a', little(width), little(height))
}
