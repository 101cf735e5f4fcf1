import { describe, expect, it } from 'vitest'
import { pictureFile } from '../../../e2e/fixtures/scans/pictureFile'
import { sheet } from '../../../e2e/fixtures/scans/grey'
import { pictureSize, shrinkTo } from './pictureSize'

describe('the size of a picture by its head', () => {
  it.each(['jpeg', 'png'] as const)('of a %s', (type) => {
    expect(pictureSize(pictureFile(sheet(123, 45), type))).toEqual({ width: 123, height: 45 })
  })

  it('of a JPEG with notes of the camera before it', () => {
    const jpeg = pictureFile(sheet(50, 70), 'jpeg')
    const notes = Buffer.alloc(4 + 3000)
    notes.writeUInt16BE(0xffe1, 0)
    notes.writeUInt16BE(3002, 2)
    expect(pictureSize(Buffer.concat([jpeg.subarray(0, 2), notes, jpeg.subarray(2)]))).toEqual({
      width: 50,
      height: 70,
    })
  })

  it('is unknown of anything else, and of a head cut short', () => {
    expect(pictureSize(new TextEncoder().encode('%PDF-1.7 and more than enough bytes'))).toBeNull()
    expect(pictureSize(new Uint8Array(0))).toBeNull()
    expect(pictureSize(pictureFile(sheet(50, 70), 'jpeg').subarray(0, 12))).toBeNull()
  })

  it('shrinks only what is larger', () => {
    expect(shrinkTo(3600, { width: 14_400, height: 10_000 })).toBe(0.25)
    expect(shrinkTo(3600, { width: 1200, height: 900 })).toBe(1)
  })
})
