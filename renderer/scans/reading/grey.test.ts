import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenLight, sharpened } from './evenLight'
import { type Grey, greyOf, scaledTo } from './grey'

function plain(width: number, height: number, shade: number): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(shade) }
}

const size = fc.integer({ min: 8, max: 80 })
const shade = fc.integer({ min: 0, max: 255 })

describe('shades of grey', () => {
  it('weighs green most and blue least, and keeps white and black', () => {
    const data = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255])
    const [white = 0, black = 0, green = 0, blue = 0] = greyOf({ width: 4, height: 1, data }).data
    expect([white, black]).toEqual([255, 0])
    expect(green).toBeGreaterThan(blue)
  })
})

describe('scaling', () => {
  it('keeps a plain sheet plain, whatever its size (property)', () => {
    fc.assert(
      fc.property(size, size, shade, fc.integer({ min: 8, max: 200 }), (width, height, tone, long) => {
        const scaled = scaledTo(plain(width, height, tone), long)
        expect(scaled.data).toHaveLength(scaled.width * scaled.height)
        expect(Math.max(...scaled.data) - Math.min(...scaled.data)).toBeLessThanOrEqual(1)
        expect(Math.abs((scaled.data[0] ?? 0) - tone)).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('has its longer side as asked, and the same shape', () => {
    const { width, height } = scaledTo(plain(300, 200, 9), 150)
    expect([width, height]).toEqual([150, 100])
  })

  it('lets no thin line fall through', () => {
    const sheet = plain(120, 120, 255)
    for (let y = 0; y < 120; y += 1) sheet.data[y * 120 + 61] = 0
    expect(Math.min(...scaledTo(sheet, 30).data)).toBeLessThan(220)
  })
})

describe('light', () => {
  it('makes dark paper bright and its ink black', () => {
    const sheet = plain(60, 60, 60)
    for (let y = 20; y < 40; y += 1) sheet.data.fill(15, y * 60 + 20, y * 60 + 40)
    const even = evenLight(sheet, 15)
    expect(even.data[5 * 60 + 5]).toBeGreaterThan(170)
    expect(even.data[30 * 60 + 30]).toBe(0)
  })

  it('sharpens an edge and leaves a plain sheet as it is', () => {
    expect(sharpened(plain(20, 20, 90), 3, 1.5).data.every((tone) => tone === 90)).toBe(true)
    const edge = plain(40, 10, 100)
    for (let y = 0; y < 10; y += 1) edge.data.fill(160, y * 40 + 20, y * 40 + 40)
    const { data } = sharpened(edge, 3, 1.5)
    expect((data[5 * 40 + 20] ?? 0) - (data[5 * 40 + 19] ?? 0)).toBeGreaterThan(60)
  })
})
