import { createEngine } from '../engine/engine'
import { fontUrls } from '../fonts/fontUrls'
import type { Pdf, PrintReply, PrintRequest } from './protocol'

const engine = createEngine(async (file) => {
  const url = fontUrls.get(file)
  if (!url) throw new Error(`no font file ${file}`)
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`font file ${file}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
})

async function work(request: PrintRequest): Promise<Pdf | null> {
  if (request.kind === 'warmUp') {
    await engine.warmUp()
    return null
  }
  // The bytes may be a window into a larger buffer: only a buffer of their own can be handed over.
  return new Uint8Array(await engine.render(request.definition))
}

async function reply(request: PrintRequest): Promise<PrintReply> {
  try {
    return { id: request.id, ok: true, pdf: await work(request) }
  } catch (error) {
    return { id: request.id, ok: false, cause: error instanceof Error ? error.message : String(error) }
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<PrintRequest>) => {
  const answer = await reply(data)
  self.postMessage(answer, { transfer: answer.ok && answer.pdf ? [answer.pdf.buffer] : [] })
})
