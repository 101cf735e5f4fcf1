import { glyphBytes, type Outline } from './glyphBytes'

/**
 * Parsed fonts shared by all documents of a worker: parsing 10 MB and laying out the same words again are most of
 * a form's cost (quality 4). Typed by hand, because pdfkit exports neither its font class nor fontkit's.
 * Names that begin with _ are pdfkit's and fontkit's own, hence the brackets.
 */
interface Glyph {
  id: number
  advanceWidth: number
  path: Outline
  _getMetrics(): { leftBearing: number }
}

interface Subset {
  glyf: Uint8Array[]
  loca: { offsets: number[] }
  hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
  _addGlyph(gid: number): number
}

interface ParsedFont {
  type: string
  loca: { offsets: number[] }
  _getTableStream(tag: string): { pos: number; readBuffer(length: number): Uint8Array }
  /** Decoded tables by tag. */
  _tables: Record<string, unknown>
  _glyphs: Record<number, Glyph>
  getGlyph(id: number, characters?: number[]): Glyph | null
  createSubset(): Subset
}

interface EmbeddedFont {
  id: string
  font: ParsedFont
  layoutCache: Record<string, unknown>
  constructor: unknown
}

type EmbeddedFontClass = new (document: PdfDocument, font: ParsedFont, id: string) => EmbeddedFont

export interface PdfDocument {
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
  getFontFile(family: string, bold: boolean, italics: boolean): string | null
  /** Makes a font the one that is written with: by its file, where a chart asks for it. */
  font(source: string | Uint8Array, ...more: unknown[]): unknown
  /** What the document was told of its fonts, by family. */
  fonts?: Record<string, unknown>
  fontCache: Record<string, EmbeddedFont | undefined>
  page: object
  /** A new object of the document, which may hold a stream. */
  ref(data: object): object
  _fontFamilies: Record<string, EmbeddedFont>
  _fontCount: number
}

interface Shared {
  make: EmbeddedFontClass
  font: ParsedFont
  layouts: Record<string, unknown>
}

const CACHE_CAP = 20_000

/**
 * One glyph may stand for several characters (一 and the radical ⼀), and fontkit remembers the first one asked for.
 * Across documents that would put another record's character into this PDF's text: here it is part of the key.
 */
function keepCharactersApart(font: ParsedFont): void {
  const original = font.getGlyph.bind(font)
  let glyphs = new Map<string, Glyph | null>()
  font.getGlyph = (id, characters = []) => {
    const key = `${id}:${characters.join()}`
    const known = glyphs.get(key)
    if (known !== undefined) return known
    if (glyphs.size > CACHE_CAP) glyphs = new Map()
    delete font['_glyphs'][id]
    const glyph = original(id, characters)
    glyphs.set(key, glyph)
    return glyph
  }
}

interface CutGlyph {
  bytes: Uint8Array
  advance: number
  bearing: number
}

/** The bytes of a glyph out of the font file; null where it is made of other glyphs, which change their numbers. */
function simpleBytes(font: ParsedFont, gid: number): Uint8Array | null {
  // fontkit reads WOFF2 but cuts subsets only from plain TrueType: here the outline is encoded anew.
  if (font.type === 'WOFF2') return glyphBytes(font.getGlyph(gid)?.path ?? { commands: [] })
  const start = font.loca.offsets[gid] ?? 0
  const length = (font.loca.offsets[gid + 1] ?? start) - start
  const stream = font['_getTableStream']('glyf')
  stream.pos += start
  const bytes = stream.readBuffer(length)
  const contours = length > 1 ? new DataView(bytes.buffer, bytes.byteOffset).getInt16(0) : 0
  return contours < 0 ? null : bytes
}

/** Cuts subsets from glyphs that are read and decoded once, not for each document again. */
function cutGlyphsOnce(font: ParsedFont): void {
  if (font.type === 'WOFF2') font['_tables'].loca = { version: 1, offsets: [] }
  const cuts = new Map<number, CutGlyph | null>()
  const cutOf = (gid: number): CutGlyph | null => {
    const known = cuts.get(gid)
    if (known !== undefined) return known
    const glyph = font.getGlyph(gid)
    const bytes = simpleBytes(font, gid)
    const cut = glyph &&
      bytes && { bytes, advance: glyph.advanceWidth, bearing: glyph['_getMetrics']().leftBearing }
    cuts.set(gid, cut)
    return cut
  }
  const original = font.createSubset.bind(font)
  font.createSubset = () => {
    const subset = original()
    const addGlyph = subset['_addGlyph'].bind(subset)
    subset['_addGlyph'] = (gid) => {
      const cut = cutOf(gid)
      if (!cut) return addGlyph(gid)
      const { bytes, advance, bearing } = cut
      subset.glyf.push(bytes)
      subset.loca.offsets.push(subset.offset)
      subset.hmtx.metrics.push({ advance, bearing })
      subset.offset += bytes.length
      return subset.glyf.length - 1
    }
    return subset
  }
}

function prepared(first: EmbeddedFont): Shared {
  keepCharactersApart(first.font)
  cutGlyphsOnce(first.font)
  // The class of the very first instance makes all later ones, also in other documents.
  return { make: first.constructor as EmbeddedFontClass, font: first.font, layouts: Object.create(null) }
}

/** Wraps pdfmake's `provideFont` on the document's prototype, so that every document shares fonts and layouts. */
export function shareFonts(prototype: PdfDocument): void {
  shareByFamily(prototype)
  shareByFile(prototype)
}

/** A chart asks for its fonts by their files: pdfkit would parse and embed each once more for it. */
function shareByFile(prototype: PdfDocument): void {
  const original = prototype.font
  prototype.font = function fontShared(this: PdfDocument, source, ...more) {
    // What is parsed comes as its bytes: as a key they would be spelt out, ten million numbers long.
    const isNew = typeof source === 'string' && !this['_fontFamilies']?.[source]
    if (isNew && !parsing) provideFile(this, source)
    return original.call(this, source, ...more)
  }
}

/** Provides the font of a file under the file's name, if the document was told of it. */
function provideFile(document: PdfDocument, file: string): void {
  for (const family of Object.keys(document.fonts ?? {})) {
    for (const bold of [false, true]) {
      if (document.getFontFile(family, bold, false) !== file) continue
      document['_fontFamilies'][file] = document.provideFont(family, bold, false)
      return
    }
  }
}

/** True while a file is read the first time, which pdfkit does by the file's name too. */
let parsing = false

function shareByFamily(prototype: PdfDocument): void {
  const original = prototype.provideFont
  const shared = new Map<string, Shared>()
  prototype.provideFont = function provideShared(this: PdfDocument, family, bold, italics) {
    const file = this.getFontFile(family, bold, italics)
    if (file === null) return original.call(this, family, bold, italics)
    const key = `shared ${file}`
    const known = this.fontCache[key]
    if (known) return known
    const parsed = shared.get(file) ?? prepared(parse(this, original, family, bold, italics))
    shared.set(file, parsed)
    if (Object.keys(parsed.layouts).length > CACHE_CAP) parsed.layouts = Object.create(null)
    const font = new parsed.make(this, parsed.font, `F${++this['_fontCount']}`)
    font.layoutCache = parsed.layouts
    this['_fontFamilies'][font.id] = font
    this.fontCache[key] = font
    return font
  }
}

// Parses the file by pdfkit's own way and takes the instance out of the document again, so that the first document
// with a font is built exactly as all later ones. The document must seem to have no fonts yet: pdfkit takes two of one
// name for the same, and all parts of HanaMin have one name.
function parse(
  document: PdfDocument,
  original: PdfDocument['provideFont'],
  ...[family, bold, italics]: Parameters<PdfDocument['provideFont']>
): EmbeddedFont {
  const families = document['_fontFamilies']
  const count = document['_fontCount']
  document['_fontFamilies'] = {}
  parsing = true
  const font = original.call(document, family, bold, italics)
  parsing = false
  document['_fontFamilies'] = families
  document['_fontCount'] = count
  delete document.fontCache[family]
  return font
}
