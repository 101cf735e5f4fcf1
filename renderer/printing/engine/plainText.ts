import { contentOf, type PdfPage } from './pageContent'
import type { Fragment } from './textLines'

/** Where a glyph stands, in thousandths of the size. */
interface Position {
  xAdvance: number
  advanceWidth: number
  xOffset: number
  yOffset: number
}

/** As much of pdfkit's font in a document as is needed here. */
interface WritingFont {
  id: string
  ascender: number
  ref(): unknown
  /** Each glyph in hexadecimal, with its place; puts the glyphs into the document's subset. */
  encode(text: string): [string[], Position[]]
}

/** As much of pdfkit's document as is needed here; names that begin with _ are its own. */
export interface WritingDocument {
  page: PdfPage
  x: number
  y: number
  _font: WritingFont
  _fontSize: number
  text(text: string, x: number, y: number, options: Record<string, unknown>): unknown
}

/** What pdfmake says of a word that is neither a link nor anything else but words. */
const PLAIN = new Set(['lineBreak', 'textWidth', 'characterSpacing', 'wordCount'])

function isPlain(options: Record<string, unknown> | undefined): boolean {
  if (options?.['lineBreak'] !== false || options['wordCount'] !== 1) return false
  for (const [key, value] of Object.entries(options)) {
    if (value !== undefined && value !== null && !PLAIN.has(key)) return false
  }
  return true
}

/** Null where a glyph is moved out of its line: such are left to pdfkit. */
function fragmentOf(font: WritingFont, text: string): Fragment | null {
  const [glyphs, positions] = font.encode(text)
  const stretches: { hex: string; step: number }[] = []
  let [hex, width] = ['', 0]
  for (const [at, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
    if (xOffset || yOffset) return null
    hex += glyphs[at] ?? ''
    width += xAdvance
    if (xAdvance === advanceWidth) continue
    stretches.push({ hex, step: advanceWidth - xAdvance })
    hex = ''
  }
  if (hex !== '') stretches.push({ hex, step: 0 })
  return { stretches, width, glyphs: glyphs.length }
}

/** Texts of a font in one document, where its glyphs have their numbers. */
const written = new WeakMap<WritingFont, Map<string, Fragment | null>>()

function knownFragment(font: WritingFont, text: string): Fragment | null {
  const texts = written.get(font) ?? new Map<string, Fragment | null>()
  written.set(font, texts)
  const known = texts.get(text)
  if (known !== undefined) return known
  const fragment = fragmentOf(font, text)
  texts.set(text, fragment)
  return fragment
}

/** Has words written together, see `TextLines`; whatever is more than words is left to pdfkit. */
export function writeTogether(prototype: WritingDocument): void {
  const original = prototype.text
  prototype.text = function writeWords(this: WritingDocument, text, x, y, options) {
    const { page, _font: font, _fontSize: size } = this
    const fragment = isPlain(options) && !text.includes('\n') ? knownFragment(font, text) : null
    if (!fragment) return original.call(this, text, x, y, options)
    page.fonts[font.id] ??= font.ref()
    const baseline = page.height - y - (font.ascender / 1000) * size
    const spacing = Number(options['characterSpacing'] ?? 0)
    contentOf(page).addText(page.height, { font: font.id, size, spacing, x, y: baseline }, fragment)
    return this
  }
}
