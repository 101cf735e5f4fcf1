import { expect, it } from 'vitest'
import { glyphBytes } from './glyphBytes'

it('writes a contour as a simple glyph, padded to four bytes', () => {
  const bytes = glyphBytes({
    commands: [
      { command: 'moveTo', args: [0, 0] },
      { command: 'lineTo', args: [100, 0] },
      { command: 'quadraticCurveTo', args: [100, 50, 0, 100] },
      { command: 'lineTo', args: [0, 0] },
      { command: 'closePath', args: [] },
    ],
  })
  const view = new DataView(bytes.buffer)
  expect(bytes.length % 4).toBe(0)
  // One contour, its bounds, its last point, no instructions.
  expect([0, 2, 4, 6, 8, 10, 12].map((at) => view.getInt16(at))).toEqual([1, 0, 0, 100, 100, 3, 0])
  // On the curve, on, off, on; then the steps along x and along y.
  expect(Array.from(bytes.slice(14, 18))).toEqual([1, 1, 0, 1])
  expect([18, 20, 22, 24].map((at) => view.getInt16(at))).toEqual([0, 100, 0, -100])
  expect([26, 28, 30, 32].map((at) => view.getInt16(at))).toEqual([0, 0, 50, 50])
})

it('is empty for a character without ink', () => {
  expect(glyphBytes({ commands: [] })).toHaveLength(0)
})

it('refuses curves that TrueType has not', () => {
  expect(() => glyphBytes({ commands: [{ command: 'bezierCurveTo', args: [] }] })).toThrow('bezierCurveTo')
})
