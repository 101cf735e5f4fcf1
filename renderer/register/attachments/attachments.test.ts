import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingZoom, turned, zoomed } from './preview/imageLayout'
import { loudness } from './recording/meter'

const room = { width: 800, height: 600 }

describe('the look of a picture', () => {
  it.each([
    [{ width: 400, height: 300 }, 0, 1],
    [{ width: 1600, height: 600 }, 0, 0.5],
    [{ width: 1600, height: 600 }, 1, 0.375],
    [{ width: 0, height: 0 }, 0, 1],
  ])('%o after %i turns fits at %d', (picture, turns, zoom) => {
    expect(fittingZoom(picture, room, turns)).toBe(zoom)
  })

  it('always fits, turned or not, however large it is', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 3 }), (width, height, turns) => {
        const zoom = fittingZoom({ width, height }, room, turns)
        const seen = turned({ width, height }, turns)
        expect(seen.width * zoom).toBeLessThanOrEqual(room.width + 1e-6)
        expect(seen.height * zoom).toBeLessThanOrEqual(room.height + 1e-6)
      }),
    )
  })

  it('goes nearer and farther within reason', () => {
    expect(zoomed(1, true)).toBe(1.25)
    expect(zoomed(1.25, false)).toBe(1)
    expect(zoomed(8, true)).toBe(8)
    expect(zoomed(0.05, false)).toBe(0.05)
  })
})

describe('loudness', () => {
  it.each([
    [[], 0],
    [[0, 0, 0], 0],
    [[0.1, -0.1], 0.4],
    [[1, -1], 1],
  ])('of %j is %d', (samples, level) => {
    expect(loudness(samples)).toBeCloseTo(level)
  })
})
