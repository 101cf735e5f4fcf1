import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart } from './chart'
import { drawChart } from './draw'
import { widthOf } from './fit'
import { hatching } from './hatch'
import type { ChartShape, Drawing, RectShape, TextShape } from './shapes'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const SLACK = 0.6

function textBox({ x, y, text, anchor, size }: TextShape): Box {
  const width = widthOf(text, size)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 }
}

function boxOf(shape: ChartShape): Box {
  if (shape.type === 'text') return textBox(shape)
  if (shape.type === 'rect')
    return { left: shape.x, right: shape.x + shape.w, top: shape.y, bottom: shape.y + shape.h }
  const points =
    shape.type === 'path'
      ? shape.points
      : [
          { x: shape.x1, y: shape.y1 },
          { x: shape.x2, y: shape.y2 },
        ]
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

function outside({ width, height, shapes }: Drawing): ChartShape[] {
  return shapes.filter((shape) => {
    const { left, right, top, bottom } = boxOf(shape)
    return left < -SLACK || right > width + SLACK || top < -SLACK || bottom > height + SLACK
  })
}

function overlapping({ shapes }: Drawing): string[] {
  const boxes = shapes
    .filter((shape) => shape.type === 'text')
    .map((shape) => ({ shape, box: textBox(shape) }))
  return boxes.flatMap(({ shape, box }, index) =>
    boxes
      .slice(index + 1)
      .filter(
        ({ box: other }) =>
          box.left < other.right - SLACK &&
          other.left < box.right - SLACK &&
          box.top < other.bottom - SLACK &&
          other.top < box.bottom - SLACK,
      )
      .map((other) => `${shape.text} / ${other.shape.text}`),
  )
}

const name = fc.string({ unit: fc.constantFrom(...'设施设备服务态度abcW12'), minLength: 1, maxLength: 24 })
const value = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.constant(1_234_567))
const row = fc.record({ name, value }).map((one) => ({ ...one, said: `${one.value}（100.0%）` }))
const rows = fc.array(row, { maxLength: 24 })
const month = fc.record({
  name: fc.constantFrom('12月', '25年12月'),
  added: value,
  completed: value,
  carriedOut: value,
})
const goal = fc.record({
  name,
  percent: fc.double({ min: 0, max: 400, noNaN: true }),
  target: fc.integer({ min: 1, max: 100 }),
  said: fc.constantFrom('22/412 = 5.3%', '1/1 = 100.0%'),
  targetSaid: fc.constantFrom('目标不少于 5%', '目标超过 80%'),
})
const common = { key: fc.constant('k'), title: name }
const words = fc.constant({ added: '新增', completed: '已完成', carriedOut: '结转' })
const charts: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('bars' as const),
    rows,
    rest: fc.constantFrom('', '其余 9 项为 0'),
  }),
  fc.record({ ...common, kind: fc.constant('shares' as const), rows }),
  fc.record({ ...common, kind: fc.constant('goals' as const), goals: fc.array(goal, { maxLength: 3 }) }),
  fc.record({
    ...common,
    kind: fc.constant('months' as const),
    months: fc.array(month, { minLength: 1, maxLength: 12 }),
    words,
  }),
)

describe('a chart, whatever its figures (domain 12, ui "Look")', () => {
  it.each([250, 516, 640])('keeps every shape in its box of %i and lets no words overlap', (width) => {
    fc.assert(
      fc.property(charts, (chart) => {
        // Twelve months stand over the whole width only.
        fc.pre(chart.kind !== 'months' || width > 500)
        const drawing = drawChart(chart, width)
        expect(outside(drawing)).toEqual([])
        expect(overlapping(drawing)).toEqual([])
      }),
    )
  })

  it('hatches within the area only', () => {
    const side = fc.double({ min: 0.1, max: 200, noNaN: true })
    const fill = fc.constantFrom('diagonal' as const, 'cross' as const, 'dense' as const)
    fc.assert(
      fc.property(side, side, fill, (w, h, how) => {
        const rect: RectShape = { type: 'rect', x: 7, y: 9, w, h, fill: how }
        for (const { x1, y1, x2, y2 } of hatching(rect)) {
          for (const x of [x1, x2]) expect(x >= 7 - 1e-6 && x <= 7 + w + 1e-6).toBe(true)
          for (const y of [y1, y2]) expect(y >= 9 - 1e-6 && y <= 9 + h + 1e-6).toBe(true)
        }
      }),
    )
  })
})

describe('lying bars', () => {
  const bars = (values: number[]): RectShape[] => {
    const given = values.map((one, index) => ({ name: `第${index}`, value: one, said: String(one) }))
    const { shapes } = drawChart({ kind: 'bars', key: 'k', title: '', rows: given, rest: '' }, 400)
    return shapes.filter((shape) => shape.type === 'rect')
  }

  it('draws none for 0, and a bar as long as its share of the longest', () => {
    const [long, half] = bars([8, 4, 0])
    expect(bars([8, 4, 0])).toHaveLength(2)
    expect((half?.w ?? 0) * 2).toBeCloseTo(long?.w ?? 0)
    expect(bars([0, 0])).toHaveLength(0)
  })

  it('lets the one longest stand out, and none of twelve that are equal', () => {
    expect(bars([3, 9, 2]).map(({ fill }) => fill)).toEqual(['diagonal', 'solid', 'diagonal'])
    expect(new Set(bars(Array.from({ length: 12 }, () => 5)).map(({ fill }) => fill))).toEqual(
      new Set(['diagonal']),
    )
  })

  it('shows a small value beside a huge one', () => {
    expect(bars([1_000_000, 1]).every(({ w }) => w >= 1.5)).toBe(true)
  })
})
