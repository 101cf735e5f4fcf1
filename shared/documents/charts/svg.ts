import type { SvgBlock } from '../definition'
import { type Coverage, runs } from '../runs'
import { hatching } from './hatch'
import type { ChartShape, Drawing, PathShape, RectShape, TextShape } from './shapes'

/** Two digits after the point: finer than any printer. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escaped(said: string): string {
  return said
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function rect(shape: RectShape): string {
  const { x, y, w, h, fill } = shape
  const inside = fill === 'solid' ? '#000' : '#fff'
  const lines = hatching(shape).map(({ x1, y1, x2, y2 }) => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`)
  const hatch = lines.length === 0 ? '' : `<path d="${lines.join('')}" stroke="#000" stroke-width="0.5"/>`
  const edge = 'stroke="#000" stroke-width="0.6"'
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${inside}"/>${hatch}<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="none" ${edge}/>`
}

function path({ points }: PathShape): string {
  const line = points.map(({ x, y }) => `${n(x)},${n(y)}`).join(' ')
  const dots = points.map(
    ({ x, y }) => `<circle cx="${n(x)}" cy="${n(y)}" r="2" fill="#fff" stroke="#000" stroke-width="1"/>`,
  )
  return `<polyline points="${line}" fill="none" stroke="#000" stroke-width="1.3"/>${dots.join('')}`
}

/** @param fonts gathers the fallback fonts that the text needs. */
function text(shape: TextShape, family: string, coverage: Coverage, fonts: Set<string>): string {
  const pieces = runs(shape.text, coverage).map((run) => {
    if (run.font === undefined) return escaped(run.text)
    fonts.add(run.font)
    return `<tspan font-family="${run.font}">${escaped(run.text)}</tspan>`
  })
  const bold = shape.bold ? ' font-weight="bold"' : ''
  const place = `x="${n(shape.x)}" y="${n(shape.y)}" text-anchor="${shape.anchor}"`
  return `<text ${place} font-family="${family}" font-size="${n(shape.size)}"${bold}>${pieces.join('')}</text>`
}

/** Name of the form's own font, as the print engine knows it. */
const FAMILY = 'NotoSansSC'

function drawn(shape: ChartShape, coverage: Coverage, fonts: Set<string>): string {
  switch (shape.type) {
    case 'rect':
      return rect(shape)
    case 'line': {
      const { x1, y1, x2, y2, weight, dashed } = shape
      const dash = dashed ? ' stroke-dasharray="3 2"' : ''
      return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="#000" stroke-width="${n(weight)}"${dash}/>`
    }
    case 'path':
      return path(shape)
    case 'text':
      return text(shape, FAMILY, coverage, fonts)
  }
}

/** A drawing for paper, black and white, with text that can be selected; characters of names in the font that has them. */
export function svgBlock({ width, height, shapes }: Drawing, coverage: Coverage): SvgBlock {
  const fonts = new Set<string>()
  const inside = shapes.map((shape) => drawn(shape, coverage, fonts)).join('')
  const box = `width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"`
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${inside}</svg>`,
    width,
    fonts: [...fonts].map((font) => ({ font })),
  }
}
