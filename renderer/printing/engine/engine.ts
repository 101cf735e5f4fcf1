import pdfMake from 'pdfmake/build/pdfmake'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { BOLD_FILE, fileOf, MAIN_FILE, MAIN_FONT } from '../fonts/fontFiles'
import { tableLayouts, toBatchDefinition, toDocDefinition, withParts } from './docDefinition'
import { type PdfStream, packStreams } from './packStreams'
import { gatherPageContent, type PdfPage } from './pageContent'
import { type WritingDocument, writeTogether } from './plainText'
import { type PdfDocument, shareFonts } from './sharedFonts'

/** How much of a batch is done, 0 to 1. */
export type BatchProgress = (share: number) => void

/** Bytes of a font by its file name. Where they come from is the caller's: a fetch in the worker, a file in tests. */
export type LoadFont = (file: string) => Promise<Uint8Array>

export interface PrintEngine {
  /** Definition → PDF. The same definition gives the same bytes. */
  render(definition: PrintDefinition): Promise<Uint8Array>
  /** Many forms → one PDF with this title; each keeps its own head, foot, QR code and count of pages. */
  renderBatch(
    definitions: readonly PrintDefinition[],
    title: string,
    onProgress?: BatchProgress,
  ): Promise<Uint8Array>
  /** Loads and parses the main fonts by a throw-away document. */
  warmUp(): Promise<void>
}

// The parts of pdfmake's browser bundle that its types leave out.
interface PdfMake {
  virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, bytes: unknown): void }
  setFonts(fonts: Record<string, Record<string, string>>): void
  setTableLayouts(layouts: typeof tableLayouts): void
  /** Called with the share of what is drawn, 0 to 1, by each document made until it is set anew. */
  setProgressCallback(callback: ((share: number) => void) | undefined): void
  createPdf(definition: unknown): { getStream(): Promise<PdfDocument>; getBuffer(): Promise<Uint8Array> }
}

const maker = pdfMake as unknown as PdfMake

function fontsUsed(definition: PrintDefinition): string[] {
  const names = new Set<string>()
  JSON.stringify(definition, (key, value: unknown) => {
    if (key === 'font' && typeof value === 'string') names.add(value)
    return value
  })
  return [...names]
}

/** Share of a batch's time that goes by until all of it is laid out; the rest goes into drawing. */
const LAID_OUT = 0.4

const WARM: PrintDefinition = {
  title: '-',
  author: '-',
  createdAt: '2026-01-01T00:00:00.000Z',
  paper: 'A4',
  margins: [40, 40, 40, 40],
  continuedHead: { text: '' },
  foot: { text: '' },
  content: [{ text: '客服前台 0123456789' }, { text: '投诉来访记录', bold: true }],
}

/** An engine with fonts from `loadFont`. One a worker: pdfmake's bundle is one object. */
export function createEngine(loadFont: LoadFont): PrintEngine {
  const fonts: Record<string, Record<string, string>> = {
    [MAIN_FONT]: { normal: MAIN_FILE, bold: BOLD_FILE },
  }
  maker.setTableLayouts(tableLayouts)
  let warm: Promise<void> | null = null

  async function provide(file: string): Promise<void> {
    if (!maker.virtualfs.existsSync(file)) maker.virtualfs.writeFileSync(file, await loadFont(file))
  }

  async function start(): Promise<void> {
    await Promise.all([provide(MAIN_FILE), provide(BOLD_FILE)])
    maker.setFonts(fonts)
    // A document shows its prototype only once it exists.
    const first = await maker.createPdf({ content: [], defaultStyle: { font: MAIN_FONT } }).getStream()
    shareFonts(Object.getPrototypeOf(first) as PdfDocument)
    gatherPageContent(Object.getPrototypeOf(first.page) as PdfPage)
    writeTogether(Object.getPrototypeOf(first) as WritingDocument)
    packStreams(Object.getPrototypeOf(first.ref({})) as PdfStream)
    await maker.createPdf(toDocDefinition(WARM)).getBuffer()
  }

  function warmUp(): Promise<void> {
    warm ??= start().catch((error: unknown) => {
      warm = null
      throw error
    })
    return warm
  }

  async function provideFor(definitions: readonly PrintDefinition[]): Promise<void> {
    await warmUp()
    for (const name of new Set(definitions.flatMap(fontsUsed))) {
      const file = fileOf(name)
      await provide(file)
      fonts[name] = { normal: file, bold: file }
    }
    maker.setFonts(fonts)
  }

  return {
    warmUp,
    async render(definition) {
      await provideFor([definition])
      const all = withParts([definition])
      const whole =
        all.length === 1
          ? toDocDefinition(definition)
          : toBatchDefinition(all, definition.title, () => undefined)
      return maker.createPdf(whole).getBuffer()
    },
    async renderBatch(definitions, title, onProgress = () => undefined) {
      const all = withParts(definitions)
      await provideFor(definitions)
      const begun = (index: number): void => onProgress((LAID_OUT * index) / all.length)
      maker.setProgressCallback((share) => onProgress(LAID_OUT + (1 - LAID_OUT) * share))
      try {
        return await maker.createPdf(toBatchDefinition(all, title, begun)).getBuffer()
      } finally {
        maker.setProgressCallback(undefined)
      }
    },
  }
}
