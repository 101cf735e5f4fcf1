import type { PrintDefinition } from '../../shared/documents/definition'
import type { Pdf, PrintPort, PrintRequest } from './worker/protocol'

export interface RenderOptions {
  /** Gives up: a waiting job never starts, a running one's result is dropped. Rejects with an `AbortError`. */
  signal?: AbortSignal
}

export interface BatchOptions extends RenderOptions {
  /** After each form. */
  onProgress?: (done: number, total: number) => void
}

/** Turns definitions into PDF away from the screen's thread, one after another, in the order asked. */
export interface PrintClient {
  /** Loads and parses the fonts, so that the first form is quick. */
  warmUp(): Promise<void>
  renderForm(definition: PrintDefinition, options?: RenderOptions): Promise<Pdf>
  /** One PDF each. */
  renderBatch(definitions: readonly PrintDefinition[], options?: BatchOptions): Promise<Pdf[]>
}

interface Job {
  request: PrintRequest
  resolve: (pdf: Pdf | null) => void
  reject: (cause: unknown) => void
}

/** A client over workers that `makePort` makes: a new one after one broke. */
export function createPrintClient(makePort: () => PrintPort): PrintClient {
  let port: PrintPort | null = null
  let nextId = 1
  let running: Job | null = null
  const waiting: Job[] = []

  function next(): void {
    const job = waiting.shift()
    if (!job) return
    running = job
    port ??= openPort()
    port.ask(job.request)
  }

  function settle(finish: (job: Job) => void): void {
    const job = running
    running = null
    if (job) finish(job)
    next()
  }

  function openPort(): PrintPort {
    const made = makePort()
    made.listen(
      (reply) => {
        if (reply.id !== running?.request.id) return
        settle((job) => (reply.ok ? job.resolve(reply.pdf) : job.reject(new Error(reply.cause))))
      },
      (cause) => {
        made.close()
        port = null
        settle((job) => job.reject(new Error(cause)))
      },
    )
    return made
  }

  function enqueue(make: (id: number) => PrintRequest, signal?: AbortSignal): Promise<Pdf | null> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const job: Job = { request: make(nextId++), resolve, reject }
      signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(job)
        if (place >= 0) waiting.splice(place, 1)
        reject(signal.reason)
      })
      waiting.push(job)
      if (!running) next()
    })
  }

  async function renderForm(definition: PrintDefinition, { signal }: RenderOptions = {}): Promise<Pdf> {
    const pdf = await enqueue((id) => ({ id, kind: 'render', definition }), signal)
    if (!pdf) throw new Error('the print worker answered without a PDF')
    return pdf
  }

  return {
    renderForm,
    async warmUp() {
      await enqueue((id) => ({ id, kind: 'warmUp' }))
    },
    async renderBatch(definitions, { signal, onProgress } = {}) {
      const pdfs: Pdf[] = []
      for (const definition of definitions) {
        pdfs.push(await renderForm(definition, signal ? { signal } : {}))
        onProgress?.(pdfs.length, definitions.length)
      }
      return pdfs
    },
  }
}
