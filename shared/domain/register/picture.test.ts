import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  keepsItsBytes,
  PICTURE_EDGE,
  PICTURE_SMALL_BYTES,
  planPicture,
  scaledSize,
  staysPng,
} from './picture'
import { type PictureHead, pictureHead } from './pictureHead'
import { gif, jpeg, png, riff, tiff, webp } from './pictureTesting'

const head = (given: Partial<PictureHead> = {}): PictureHead => ({
  width: 1000,
  height: 800,
  animated: false,
  located: false,
  ...given,
})

describe('what the head of a picture says', () => {
  it.each<[string, Uint8Array, Partial<PictureHead>]>([
    ['a JPEG', jpeg(4000, 3000), {}],
    ['a JPEG with a place in its EXIF', jpeg(4000, 3000, tiff('II', [0x0112, 0x8825])), { located: true }],
    [
      'the same from a camera of the other byte order',
      jpeg(4000, 3000, tiff('MM', [0x8825])),
      { located: true },
    ],
    ['EXIF without a place', jpeg(4000, 3000, tiff('MM', [0x0112])), {}],
    ['XMP with a place', jpeg(4000, 3000, '<x exif:GPSLatitude="39"/>'), { located: true }],
    ['XMP without one', jpeg(4000, 3000, '<x dc:title="a"/>'), {}],
    ['a PNG', png(4000, 3000), {}],
    [
      'a PNG with a place after its pixels',
      png(4000, 3000, ['IDAT', ''], ['eXIf', tiff('MM', [0x8825])]),
      { located: true },
    ],
    ['a PNG with packed EXIF', png(4000, 3000, ['zTXt', 'Raw profile type exif\0']), { located: true }],
    ['a PNG that moves', png(4000, 3000, ['acTL', '12345678']), { animated: true }],
    ['a WebP', webp(4000, 3000), {}],
    ['a WebP that moves', webp(4000, 3000, 0x02), { animated: true }],
    ['a WebP with a place', webp(4000, 3000, 0, ['EXIF', tiff('II', [0x8825])]), { located: true }],
    ['a GIF', gif(4000, 3000), { animated: true }],
  ])('%s', (_what, bytes, said) => {
    expect(pictureHead(bytes)).toEqual({
      width: 4000,
      height: 3000,
      animated: false,
      located: false,
      ...said,
    })
  })

  it('reads the plain kinds of WebP', () => {
    expect(pictureHead(riff(['VP8 ', '\0\0\0\x9d\x01\x2a\xa0\x0f\xb8\x0b']))).toMatchObject({
      width: 4000,
      height: 3000,
    })
    const packed = ((3000 - 1) << 14) | (4000 - 1)
    const lossless = `\x2f${String.fromCharCode(packed & 0xff, (packed >>> 8) & 0xff, (packed >>> 16) & 0xff, packed >>> 24)}`
    expect(pictureHead(riff(['VP8L', lossless]))).toMatchObject({ width: 4000, height: 3000 })
  })

  it('says nothing of what is broken, and never fails (any bytes)', () => {
    const whole = jpeg(4000, 3000, tiff('II', [0x8825]))
    for (let length = 0; length < 12; length += 1) expect(pictureHead(whole.slice(0, length))).toBeNull()
    const starts = fc.constantFrom(
      [0xff, 0xd8],
      [0x89, 0x50, 0x4e, 0x47],
      [0x52, 0x49, 0x46, 0x46],
      [0x47, 0x49, 0x46, 0x38],
    )
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(() => pictureHead(Uint8Array.from([...start, ...rest]))).not.toThrow()
      }),
    )
  })
})

describe('what is done with a picture before it is kept', () => {
  const small = PICTURE_SMALL_BYTES
  it.each([
    ['a small one', head(), small, { scale: false }],
    ['a small one with a place', head({ located: true }), 9, { scale: true, mustChange: true }],
    ['a heavy one', head(), small + 1, { scale: true, mustChange: false }],
    ['one as long as is kept', head({ height: PICTURE_EDGE }), small, { scale: false }],
    ['one that is too long', head({ height: PICTURE_EDGE + 1 }), 9, { scale: true, mustChange: false }],
    ['one that moves', head({ animated: true, width: 9000 }), small + 1, { scale: false }],
    ['one that cannot be read', null, small + 1, { scale: false }],
  ])('%s', (_what, given, size, plan) => {
    expect(planPicture(given, size)).toEqual({ ok: true, value: plan })
  })

  it('decodes 120 megapixels and says of more how many they are', () => {
    expect(planPicture(head({ width: 12_000, height: 10_000 }), 9)).toMatchObject({ ok: true })
    expect(planPicture(head({ width: 16_320, height: 12_240 }), 9)).toMatchObject({
      refusal: { key: 'attachment.pictureTooLarge', params: { megapixels: 200 } },
    })
  })

  it('keeps the shape, never makes larger, and leaves a pixel at least (any size)', () => {
    const side = fc.integer({ min: 1, max: 60_000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const scaled = scaledSize(width, height)
        expect(Math.max(scaled.width, scaled.height)).toBe(Math.min(Math.max(width, height), PICTURE_EDGE))
        expect(Math.min(scaled.width, scaled.height)).toBeGreaterThanOrEqual(1)
        // Within the half pixel that rounding takes.
        const factor = Math.min(1, PICTURE_EDGE / Math.max(width, height))
        expect(Math.abs(scaled.width - Math.max(1, width * factor))).toBeLessThanOrEqual(0.5)
        expect(Math.abs(scaled.height - Math.max(1, height * factor))).toBeLessThanOrEqual(0.5)
      }),
    )
  })

  it.each([
    [head(), false, 10, 10, true],
    [head(), false, 10, 9, false],
    [head(), true, 10, 20, false],
    [head({ width: 5000 }), false, 10, 20, false],
  ])(
    'keeps the bytes of the file where scaling gained nothing: %#',
    (given, mustChange, before, after, kept) => {
      expect(keepsItsBytes(given, { scale: true, mustChange }, { before, after })).toBe(kept)
    },
  )

  it.each([
    [300 * 1024, 1, true],
    [300 * 1024 + 1, 300 * 1024 + 1, true],
    [300 * 1024 + 1, 300 * 1024, false],
  ])('a PNG of %d bytes beside a JPEG of %d stays: %s', (before, after, stays) => {
    expect(staysPng({ png: before, jpeg: after })).toBe(stays)
  })
})
