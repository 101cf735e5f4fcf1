import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DRAWING_MOST_POINTS,
  DRAWING_SIDE,
  type Drawing,
  drawingOf,
  isDrawing,
  type Point,
  pointsOf,
} from './drawing'
import { paperState, printed, withSignature } from './paper'
import {
  drawnOn,
  SCREEN_SIGNATURES_MOST,
  type ScreenSignatureInput,
  signedOnScreen,
  signedOnScreenNow,
  versionSignedOnScreen,
} from './screenSignature'
import type { PrintState } from './types'
import { contextAt } from '../complaint/testing'

const NOW = '2026-11-20T02:00:00.000Z'
const LATER = '2026-11-21T02:00:00.000Z'
const ctx = contextAt(NOW, 'clerk')
const later = contextAt(LATER, 'clerk')
const WAVE: Drawing = { width: 1000, height: 300, strokes: [[0, 0, 500, 300, 1000, 0]] }
const input = (given: Partial<ScreenSignatureInput> = {}): ScreenSignatureInput => ({
  digest: 'a',
  role: '投诉人',
  by: '王建国',
  pointer: 'pen',
  drawing: WAVE,
  ...given,
})
const onPaper = (digest = 'a', before?: PrintState) =>
  printed(before, { digest, way: 'printer', copies: 1 }, ctx)
function signed(
  before: PrintState | undefined,
  given: Partial<ScreenSignatureInput> = {},
  at = ctx,
): PrintState {
  const result = signedOnScreen(before, input(given), at)
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

describe('屏幕签字 (domain 10)', () => {
  it('signs a form that was never printed: a version of its own, 已签 without paper', () => {
    const print = signed(undefined)
    expect(paperState(print)).toMatchObject({ stage: 'signed', version: 1 })
    expect(print.history).toEqual([{ version: 1, at: NOW, by: '小林', way: 'screen', copies: 0 }])
    expect(print.signature).toMatchObject({ by: '王建国', version: 1, at: NOW, recordedBy: '小林' })
    expect(drawnOn(print, 'a')).toMatchObject([{ role: '投诉人', pointer: 'pen', version: 1, drawing: WAVE }])
  })

  it('makes a further version of one that waits on paper', () => {
    const print = signed(onPaper())
    expect(paperState(print)).toMatchObject({ stage: 'signed', version: 2 })
  })

  it('is shown and printed as the version that was signed, as long as the content is the same', () => {
    const print = signed(onPaper(), {}, later)
    expect(versionSignedOnScreen(print, 'a')).toEqual({ version: 2, printedAt: LATER, printedBy: '小林' })
    const kept = printed(print, { digest: 'a', way: 'printer', copies: 1, version: 2 }, later)
    expect(paperState(kept)).toMatchObject({ stage: 'signed', version: 2 })
    expect(versionSignedOnScreen(kept, 'a')).toEqual(versionSignedOnScreen(print, 'a'))
  })

  it('stands under no words that were changed since', () => {
    const print = signed(undefined)
    expect(drawnOn(print, 'b')).toEqual([])
    expect(versionSignedOnScreen(print, 'b')).toBeNull()
    const reprinted = onPaper('b', print)
    expect(paperState(reprinted).stage).toBe('awaiting')
    expect([drawnOn(reprinted, 'b'), signedOnScreenNow(reprinted)]).toEqual([[], []])
    expect(signed(reprinted, { digest: 'b', by: '李四' }).signature?.by).toBe('李四')
  })

  it('takes a print on paper for what it is', () => {
    expect(versionSignedOnScreen(onPaper(), 'a')).toBeNull()
    expect(versionSignedOnScreen(undefined, 'a')).toBeNull()
    expect(onPaper()).not.toHaveProperty('drawn')
  })

  it('keeps who signed the same content before, and one signature a box', () => {
    const both = signed(signed(undefined), { role: '接待人', by: '小林' }, later)
    expect(both.signature?.by).toBe('王建国、小林')
    expect(drawnOn(both, 'a').map(({ role, version }) => [role, version])).toEqual([
      ['投诉人', 1],
      ['接待人', 2],
    ])
    const again = signed(both, { by: '王建设' }, later)
    expect(drawnOn(again, 'a').map(({ by }) => by)).toEqual(['小林', '王建设'])
    expect(again.signature?.by).toBe('小林、王建设')
  })

  it('corrects to 拒签 like any other print', () => {
    const refused = withSignature(
      signed(undefined),
      { outcome: 'refused', by: '王建国', at: NOW, reason: '不认可' },
      later,
    )
    expect(refused.ok && paperState(refused.value).stage).toBe('refused')
  })

  it.each([
    [{ by: ' ' }, 'paper.signerRequired'],
    [{ drawing: { ...WAVE, strokes: [] } }, 'paper.nothingDrawn'],
    [{ drawing: { ...WAVE, strokes: [[]] } }, 'paper.nothingDrawn'],
    [{ drawing: { ...WAVE, strokes: [[1, 2, 3]] } }, 'paper.nothingDrawn'],
    [{ drawing: { ...WAVE, strokes: [[0, 301]] } }, 'paper.nothingDrawn'],
    [{ drawing: { ...WAVE, width: 900 } }, 'paper.nothingDrawn'],
  ] as const)('refuses %j: %s', (given, key) => {
    expect(signedOnScreen(undefined, input(given as Partial<ScreenSignatureInput>), ctx)).toMatchObject({
      refusal: { key },
    })
  })

  it('keeps a bounded number, the newest', () => {
    let print: PrintState | undefined
    for (let at = 0; at < SCREEN_SIGNATURES_MOST + 3; at += 1) print = signed(print, { digest: `d${at}` })
    expect(print?.drawn?.length).toBe(SCREEN_SIGNATURES_MOST)
    expect(print?.drawn?.at(-1)?.digest).toBe(`d${SCREEN_SIGNATURES_MOST + 2}`)
  })
})

const coordinate = fc.double({ min: -50, max: 3000, noNaN: true })
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 40 })

describe('a drawing', () => {
  it('is cut to its edges and fills its field (any strokes)', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 8 }), (strokes) => {
        const drawing = drawingOf(strokes)
        if (!drawing) return
        expect(isDrawing(drawing)).toBe(true)
        const points = drawing.strokes.flatMap(pointsOf)
        // Thinning may leave out an outermost point that stands out by less than the eye sees.
        expect(Math.min(...points.map(({ x }) => x))).toBeLessThanOrEqual(3)
        expect(Math.min(...points.map(({ y }) => y))).toBeLessThanOrEqual(3)
        expect(Math.max(...points.flatMap(({ x, y }) => [x, y]))).toBeGreaterThanOrEqual(DRAWING_SIDE - 3)
      }),
    )
  })

  it('does not depend on where on the pad it was drawn, nor how large', () => {
    const whole = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) }),
      {
        minLength: 2,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(
        fc.array(whole, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 99 }),
        (strokes, by) => {
          fc.pre(drawingOf(strokes) !== null)
          const moved = strokes.map((one) => one.map(({ x, y }) => ({ x: 2 * (x + by), y: 2 * (y + by) })))
          expect(drawingOf(moved)).toEqual(drawingOf(strokes))
        },
      ),
    )
  })

  it('leaves out what lies on a line, and keeps the corners', () => {
    const line: Point[] = Array.from({ length: 500 }, (_, at) => ({ x: at, y: at < 250 ? 0 : at - 249 }))
    expect(drawingOf([line])?.strokes).toEqual([[0, 0, 499, 0, 1000, 501]])
  })

  it('is nothing for a tap, a slip of the hand, or an empty pad', () => {
    for (const strokes of [
      [],
      [[]],
      [[{ x: 5, y: 5 }]],
      [
        [
          { x: 0, y: 0 },
          { x: 19, y: 3 },
        ],
      ],
    ])
      expect(drawingOf(strokes)).toBeNull()
  })

  it('stays below 60 KB, however long somebody scribbles', () => {
    const random = (at: number) => Math.abs(Math.sin(at * 12.9898) * 43_758.5453) % 1
    const scribble = Array.from({ length: 40_000 }, (_, at) => ({
      x: 900 * random(at),
      y: 300 * random(at + 0.5),
    }))
    const dots = Array.from({ length: 12_000 }, (_, at) => [{ x: at % 900, y: 300 * random(at) }])
    for (const strokes of [[scribble], dots]) {
      const drawing = drawingOf(strokes)
      expect(drawing && isDrawing(drawing)).toBe(true)
      expect(drawing?.strokes.flat().length).toBeLessThanOrEqual(2 * DRAWING_MOST_POINTS)
      expect(JSON.stringify(drawing).length).toBeLessThan(60_000)
    }
  })
})
