import type * as PdfJs from 'pdfjs-dist'

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
  return pdfjs.getDocument({ data: pdf.slice(), isEvalSupported: false, useWasm: false }).promise
}
