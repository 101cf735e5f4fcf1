import { describe, expect, it } from 'vitest'
import { sheet } from '../../../e2e/fixtures/scans/grey'
import { pictureFile } from '../../../e2e/fixtures/scans/pictureFile'
import { jpeg, png, webp } from '../../../shared/domain/register/pictureTesting'
import { shrinkTo, unpackingOf } from './pictureSize'

/** So many kilobytes of a camera's notes before the JPEG's own head. */
function withNotes(bytes: Uint8Array, kilobytes: number): Uint8Array {
  const note = Buffer.alloc(4 + 1022)
  note.writeUInt16BE(0xffe2, 0)
  note.writeUInt16BE(1024, 2)
  const notes = Array.from({ length: kilobytes }, () => note)
  return Buffer.concat([bytes.subarray(0, 2), ...notes, bytes.subarray(2)])
}

const unread = (fault: string) => expect.objectContaining({ fault })

describe('unpacking a picture (quality 6)', () => {
  it.each(['jpeg', 'png'] as const)('whole: a %s of ordinary size', (type) => {
    expect(unpackingOf(pictureFile(sheet(123, 45), type))).toBe('whole')
  })

  it.each([
    ['a JPEG', jpeg(10_000, 8000)],
    ['a PNG', png(10_000, 8000)],
    ['a WebP', webp(10_000, 8000)],
  ])('whole: %s of 80 megapixels', (_what, bytes) => {
    expect(unpackingOf(bytes)).toBe('whole')
  })

  it('smaller: a JPEG beyond, however far behind its size stands', () => {
    expect(unpackingOf(jpeg(10_000, 8001))).toBe('smaller')
    expect(unpackingOf(withNotes(jpeg(10_000, 8001), 600))).toBe('smaller')
    expect(unpackingOf(withNotes(jpeg(10_000, 8000), 600))).toBe('whole')
  })

  it('smaller: a JPEG that does not say its size', () => {
    expect(unpackingOf(pictureFile(sheet(50, 70), 'jpeg').subarray(0, 12))).toBe('smaller')
  })

  it.each([
    ['a PNG', png(10_000, 8001)],
    ['a WebP', webp(10_000, 8001)],
  ])('not at all: %s beyond', (_what, bytes) => {
    expect(() => unpackingOf(bytes)).toThrow(unread('tooLarge'))
  })

  it('not at all: what says no size', () => {
    expect(() => unpackingOf(new Uint8Array(0))).toThrow(unread('damaged'))
    expect(() => unpackingOf(webp(500, 500).subarray(0, 14))).toThrow(unread('damaged'))
  })
})

it('shrinks only what is larger', () => {
  expect(shrinkTo(3600, { width: 14_400, height: 10_000 })).toBe(0.25)
  expect(shrinkTo(3600, { width: 1200, height: 900 })).toBe(1)
})
