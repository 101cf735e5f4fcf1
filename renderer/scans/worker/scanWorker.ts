import { greyOf } from '../reading/grey'
import { readCodes } from '../reading/readCodes'
import { type PageReading, ScanError } from '../types'
import { drop, turned } from './canvas'
import type { Pages } from './pages'
import { picturePages } from './picturePages'
import type { ScanReply, ScanRequest } from './protocol'

/** Signed sheets are read by people: fine enough for handwriting, a third of the size of the finest. */
const QUALITY = 0.82
const PDF_MARK = '%PDF-'
/** A PDF may have some bytes before its mark, as mail programs leave them. */
const MARK_WITHIN = 1024

let open: Pages | null = null

async function pagesOf(file: Blob): Promise<Pages> {
  const head = await file.slice(0, MARK_WITHIN).text()
  // Most offices scan to PDF, but one that never does need not load its reader.
  return head.includes(PDF_MARK) ? (await import('./pdfPages')).pdfPages(file) : picturePages(file)
}

async function read(pages: Pages, number: number): Promise<PageReading> {
  const start = performance.now()
  const page = await pages.draw(number)
  const { width, height } = page.canvas
  const { codes, turn } = await readCodes(greyOf(page.context.getImageData(0, 0, width, height)))
  const upright = turned(page, turn)
  const image = await upright.canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  const size = { width: upright.canvas.width, height: upright.canvas.height }
  drop(page)
  drop(upright)
  return {
    page: number,
    pages: pages.count,
    codes,
    image,
    ...size,
    rotated: turn,
    ms: performance.now() - start,
  }
}

async function answerTo(request: ScanRequest): Promise<ScanReply | null> {
  if (request.kind === 'open') {
    open?.close()
    open = await pagesOf(request.file)
    return { kind: 'opened', pages: open.count }
  }
  if (request.kind === 'page') {
    if (!open) throw new Error('no file is open')
    return { kind: 'read', reading: await read(open, request.page) }
  }
  open?.close()
  open = null
  return null
}

function failure(error: unknown): ScanReply {
  const fault = error instanceof ScanError ? error.fault : 'broken'
  const { cause } = error instanceof ScanError ? error : { cause: error }
  return { kind: 'failed', fault, cause: cause instanceof Error ? cause.message : String(cause) }
}

self.addEventListener('message', async ({ data }: MessageEvent<ScanRequest>) => {
  const reply = await answerTo(data).catch(failure)
  if (reply) self.postMessage(reply, { transfer: [] })
})
