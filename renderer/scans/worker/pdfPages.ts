import type { PDFDocumentProxy } from 'pdfjs-dist'
import { PICTURE_CEILING_PIXELS } from '../../../shared/domain/register/picture'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ScanError } from '../types'
import { type Surface, surface } from './canvas'
import type { Pages } from './pages'

/** Longer side of a drawn page, in points: 220 dpi of A4. The PDF itself is kept, this is read and glanced at. */
const LONG = 2600

/** Canvases for pdfjs, which would ask the document for them: a worker has none. */
class WorkerCanvases {
  create(width: number, height: number): Surface {
    return surface(width, height)
  }
  reset({ canvas }: Surface, width: number, height: number): void {
    canvas.width = width
    canvas.height = height
  }
  destroy({ canvas }: Surface): void {
    canvas.width = 0
    canvas.height = 0
  }
}

/** Filters are elements of a document as well; scans need none. */
class NoFilters {
  addFilter(): string {
    return 'none'
  }
  addHCMFilter(): string {
    return 'none'
  }
  addAlphaFilter(): string {
    return 'none'
  }
  addLuminosityFilter(): string {
    return 'none'
  }
  addHighlightHCMFilter(): string {
    return 'none'
  }
  destroy(): void {}
}

let reader: pdfjs.PDFWorker | null = null

// The preview's worker, a chunk of the app already: one copy serves both.
function startReader(): pdfjs.PDFWorker {
  const port = new Worker(new URL('../../printing/preview/pdfWorker.ts', import.meta.url), {
    type: 'module',
    name: 'scans-pdf',
  })
  return pdfjs.PDFWorker.create({ port })
}

function faultOf(error: unknown): ScanError {
  const locked = error instanceof Error && error.name === 'PasswordException'
  return new ScanError(locked ? 'locked' : 'damaged', error)
}

async function drawn(document: PDFDocumentProxy, number: number): Promise<Surface> {
  const page = await document.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: LONG / Math.max(width, height) })
  const onto = surface(Math.round(viewport.width), Math.round(viewport.height))
  // pdfjs draws on any canvas of the right shape; its types know the document's only.
  const context = onto.context as unknown as CanvasRenderingContext2D
  await page.render({ canvas: null, canvasContext: context, viewport }).promise
  page.cleanup()
  return onto
}

/** The pages of a PDF. Throws ScanError: locked by a password, or damaged. */
export async function pdfPages(file: Blob): Promise<Pages> {
  reader ??= startReader()
  const task = pdfjs.getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker: reader,
    CanvasFactory: WorkerCanvases,
    FilterFactory: NoFilters,
    // Letters are drawn as shapes: a worker has no document to load fonts into.
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWasm: false,
    maxImageSize: PICTURE_CEILING_PIXELS,
    verbosity: 0,
  })
  const document = await task.promise.catch((error: unknown) => {
    throw faultOf(error)
  })
  return {
    count: document.numPages,
    draw: (page) =>
      drawn(document, page).catch((error: unknown) => {
        throw faultOf(error)
      }),
    close: () => void task.destroy(),
  }
}
