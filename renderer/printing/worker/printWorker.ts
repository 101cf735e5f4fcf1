import type { PrintDefinition } from '../../../shared/documents/definition'
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

const collected = new Map<number, PrintDefinition[]>()

function collect(batch: number, definition: PrintDefinition): void {
  const sheets = collected.get(batch) ?? []
  sheets.push(definition)
  collected.set(batch, sheets)
}

// The bytes may be a window into a larger buffer: only a buffer of their own can be handed over.
function owned(bytes: Uint8Array): Pdf {
  return new Uint8Array(bytes)
}

/** Tells each hundredth once: an item drawn is no news, and there are thousands. */
function teller(id: number): (share: number) => void {
  let told = -1
  return (share) => {
    const hundredth = Math.floor(share * 100)
    if (hundredth <= told) return
    told = hundredth
    self.postMessage({ id, share } satisfies PrintReply, { transfer: [] })
  }
}

async function bind(id: number, batch: number, title: string): Promise<Pdf> {
  const definitions = collected.get(batch) ?? []
  collected.delete(batch)
  return owned(await engine.renderBatch(definitions, title, teller(id)))
}

async function work(request: PrintRequest): Promise<Pdf | null> {
  switch (request.kind) {
    case 'warmUp':
      await engine.warmUp()
      return null
    case 'render':
      return owned(await engine.render(request.definition))
    case 'collect':
      collect(request.batch, request.definition)
      return null
    case 'bind':
      return bind(request.id, request.batch, request.title)
    case 'drop':
      collected.delete(request.batch)
      return null
  }
}

type Answer = Exclude<PrintReply, { share: number }>

async function reply(request: PrintRequest): Promise<Answer> {
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
