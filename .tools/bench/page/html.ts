import { MAIN_FONT } from '../../../renderer/printing/fonts/fontFiles'
import type {
  Block,
  CanvasBlock,
  Cell,
  Margin,
  PrintDefinition,
  Run,
  Shape,
  TableBlock,
} from '../../../shared/documents/definition'
import { DENSE_PAD_X, DENSE_PAD_Y, PAD_X, PAD_Y, RULE } from '../../../shared/documents/layout/measures'

/*
 * The same form as HTML, for Chromium's print: the same words, tables (with heads that are repeated), boxes and charts
 * in the same fonts. The QR code is left out, and so are heads and feet of further pages, so Chromium has a little less
 * to do.
 */

const A4 = 595.28

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function marginCss(margin: Margin | undefined): string {
  if (!margin) return ''
  const [left, top, right, bottom] = margin
  return `margin:${top}pt ${right}pt ${bottom}pt ${left}pt;`
}

function runHtml({ text, bold, noWrap }: Run): string {
  const css = `${bold ? 'font-weight:700;' : ''}${noWrap ? 'white-space:nowrap;' : ''}`
  return css ? `<span style="${css}">${escaped(text)}</span>` : escaped(text)
}

function shapeSvg(shape: Shape): string {
  const pen = `fill="none" stroke="#000" stroke-width="${shape.lineWidth}"`
  if (shape.type === 'rect') {
    return `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" ${pen}/>`
  }
  if (shape.type === 'line') {
    return `<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" ${pen}/>`
  }
  return `<polyline points="${shape.points.map(({ x, y }) => `${x},${y}`).join(' ')}" ${pen}/>`
}

function reach(shape: Shape): [number, number] {
  if (shape.type === 'rect') return [shape.x + shape.w, shape.y + shape.h]
  if (shape.type === 'line') return [Math.max(shape.x1, shape.x2), Math.max(shape.y1, shape.y2)]
  return [Math.max(...shape.points.map(({ x }) => x)), Math.max(...shape.points.map(({ y }) => y))]
}

function canvasHtml({ canvas, margin }: CanvasBlock): string {
  const ends = canvas.map(reach)
  const width = Math.max(1, ...ends.map(([x]) => x)) + 1
  const height = Math.max(1, ...ends.map(([, y]) => y)) + 1
  const css = `display:block;width:${width}pt;height:${height}pt;${marginCss(margin)}`
  return `<svg style="${css}" viewBox="0 0 ${width} ${height}">${canvas.map(shapeSvg).join('')}</svg>`
}

function columnHtml(block: Block): string {
  const { width } = block
  const css = width === '*' ? 'flex:1;' : typeof width === 'number' ? `width:${width}pt;flex:none;` : ''
  return `<div style="${css}">${blockHtml(block)}</div>`
}

function cellHtml(cell: Cell, height: number | 'auto'): string {
  if (Object.keys(cell).length === 0) return ''
  const block = cell as Block
  const least = height === 'auto' ? '' : `height:${height}pt;`
  const place = block.verticalAlignment ? `vertical-align:${block.verticalAlignment};` : ''
  return `<td colspan="${block.colSpan ?? 1}" style="${least}${place}">${blockHtml(block)}</td>`
}

function tableHtml({ table, layout, margin, unbreakable }: TableBlock): string {
  const { widths, body, heights = [], headerRows = 0, dontBreakRows } = table
  const columns = widths.map((width) => (width === '*' ? '<col>' : `<col style="width:${width}pt">`))
  const rows = body.map(
    (row, index) => `<tr>${row.map((cell) => cellHtml(cell, heights[index] ?? 'auto')).join('')}</tr>`,
  )
  const head = headerRows > 0 ? `<thead>${rows.slice(0, headerRows).join('')}</thead>` : ''
  const kept = `${layout}${dontBreakRows ? ' rows' : ''}${unbreakable ? ' kept' : ''}`
  const rest = `<tbody>${rows.slice(headerRows).join('')}</tbody>`
  return `<table class="${kept}" style="${marginCss(margin)}">${columns.join('')}${head}${rest}</table>`
}

function blockHtml(block: Block): string {
  const html = withinHtml(block)
  return block.pageBreak ? `<div style="break-before:page">${html}</div>` : html
}

function withinHtml(block: Block): string {
  if ('text' in block) {
    const { text, bold, fontSize, alignment, noWrap, margin } = block
    const words = typeof text === 'string' ? escaped(text) : text.map(runHtml).join('')
    const size = fontSize ? `font-size:${fontSize}pt;` : ''
    const css = `${size}${bold ? 'font-weight:700;' : ''}${alignment ? `text-align:${alignment};` : ''}`
    return `<div style="${css}${noWrap ? 'white-space:nowrap;' : ''}${marginCss(margin)}">${words}</div>`
  }
  if ('stack' in block) {
    const whole = block.unbreakable ? 'break-inside:avoid;' : ''
    return `<div style="${whole}${marginCss(block.margin)}">${block.stack.map(blockHtml).join('')}</div>`
  }
  if ('columns' in block) {
    const css = `display:flex;gap:${block.columnGap ?? 0}pt;${marginCss(block.margin)}`
    return `<div style="${css}">${block.columns.map(columnHtml).join('')}</div>`
  }
  if ('table' in block) return tableHtml(block)
  return 'svg' in block ? block.svg : canvasHtml(block)
}

/** A whole page. `regular` and `bold` are the addresses of the form's own fonts. */
export function htmlOf(definition: PrintDefinition, regular: string, bold: string): string {
  const [left, top, right, bottom] = definition.margins
  const css = `
    @font-face { font-family: ${MAIN_FONT}; font-weight: 400; src: url(${regular}) }
    @font-face { font-family: ${MAIN_FONT}; font-weight: 700; src: url(${bold}) }
    @page { size: A4; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt }
    body { margin: 0; width: ${A4 - left - right}pt; font: 10pt ${MAIN_FONT}; white-space: pre-wrap; word-break: break-all }
    table { width: 100%; border-collapse: collapse; table-layout: fixed }
    td { padding: 0; vertical-align: top }
    .kept, .rows > * > tr { break-inside: avoid }
    .boxed > * > tr > td, .dense > * > tr > td { border: ${RULE}pt solid #000 }
    .boxed > * > tr > td { padding: ${PAD_Y}pt ${PAD_X}pt }
    .dense > * > tr > td { padding: ${DENSE_PAD_Y}pt ${DENSE_PAD_X}pt }`
  const body = definition.content.map(blockHtml).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(definition.title)}</title><style>${css}</style><body>${body}</body></html>`
}
