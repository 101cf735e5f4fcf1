import type * as PdfJs from 'pdfjs-dist'
import { PICTURE_CEILING_PIXELS } from '../../../shared/domain/register/picture'

let loaded: Promise<typeof PdfJs> | null = null

async function load(): Promise<typeof PdfJs> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerPort = new Worker(new URL('./pdfWorker.ts', import.meta.url), {
    type: 'module',
    name: 'preview',
  })
  return pdfjs
}

/** Opens PDF bytes for showing. They are copied: the reader takes what it is given away. */
export async function openPdf(pdf: Uint8Array): Promise<PdfJs.PDFDocumentProxy> {
  loaded ??= load()
  const pdfjs = await loaded
  // A letter from outside may hold pictures that are made to fill memory.
  const bounds = { isEvalSupported: false, useWasm: false, maxImageSize: PICTURE_CEILING_PIXELS }
  return pdfjs.getDocument({ data: pdf.slice(), ...bounds }).promise
}
