import type { PrintDefinition } from '../../shared/documents/definition'
import type { Pdf, PrintPort, PrintReply, PrintRequest } from './worker/protocol'

export interface RenderOptions {
  /** Gives up: a waiting job never starts, a running one's result is dropped. Rejects with an `AbortError`. */
  signal?: AbortSignal
}

export interface BatchOptions extends RenderOptions {
  /** How many of the forms are done, as near as it can be told. */
  onProgress?: (done: number, total: number) => void
}

/** One form of a batch, drawn when its turn comes: drawing hundreds at once would hold up the window. */
export type LazySheet = () => PrintDefinition | Promise<PrintDefinition>

/** Thrown by a `LazySheet` that cannot be drawn, so that the dialog can say which one it is. */
export class SheetFailed extends Error {
  /** @param label what people know it by: the number of its record. */
  constructor(
    readonly label: string,
    cause: unknown,
  ) {
    super(`a sheet of a batch cannot be drawn: ${label}`, { cause })
  }
}

/** Turns definitions into PDF away from the screen's thread, one after another, in the order asked. */
export interface PrintClient {
  /** Loads and parses the fonts, so that the first form is quick. */
  warmUp(): Promise<void>
  renderForm(definition: PrintDefinition, options?: RenderOptions): Promise<Pdf>
  /**
   * All of them as one PDF called `title`, each with its own head, foot, QR code and count of pages.
   * Rejects for none, and when one of them cannot be drawn.
   */
  renderBatch(sheets: readonly LazySheet[], title: string, options?: BatchOptions): Promise<Pdf>
}

interface Job {
  request: PrintRequest
  resolve: (pdf: Pdf | null) => void
  reject: (cause: unknown) => void
  onShare?: ((share: number) => void) | undefined
}

interface Asked extends RenderOptions {
  onShare?: (share: number) => void
  /** Too long to be waited for once it is given up: its worker is closed, and the next job gets a new one. */
  stopWorker?: boolean
}

/** Share of a batch's time in which its forms are drawn and sent; the rest is the worker's. */
const COLLECTED = 0.2

/** A client over workers that `makePort` makes: a new one after one broke. */
export function createPrintClient(makePort: () => PrintPort): PrintClient {
  const enqueue = jobQueue(makePort)
  let nextBatch = 1

  async function pdfOf(request: NewRequest, asked: Asked): Promise<Pdf> {
    const pdf = await enqueue(request, asked)
    if (!pdf) throw new Error('the print worker answered without a PDF')
    return pdf
  }

  async function collect(batch: number, sheets: readonly LazySheet[], asked: BatchOptions): Promise<void> {
    const { signal, onProgress } = asked
    for (const [index, sheet] of sheets.entries()) {
      const definition = await sheet()
      await enqueue({ kind: 'collect', batch, definition }, signal ? { signal } : {})
      onProgress?.(Math.floor(COLLECTED * (index + 1)), sheets.length)
    }
  }

  return {
    renderForm: (definition, options = {}) => pdfOf({ kind: 'render', definition }, options),
    async warmUp() {
      await enqueue({ kind: 'warmUp' }, {})
    },
    async renderBatch(sheets, title, options = {}) {
      const { signal, onProgress } = options
      const batch = nextBatch++
      const onShare = (share: number): void =>
        onProgress?.(Math.floor(sheets.length * (COLLECTED + (1 - COLLECTED) * share)), sheets.length)
      try {
        await collect(batch, sheets, options)
      } catch (error) {
        enqueue({ kind: 'drop', batch }, {}).catch(() => undefined)
        throw error
      }
      const asked = { onShare, stopWorker: true, ...(signal ? { signal } : {}) }
      return pdfOf({ kind: 'bind', batch, title }, asked)
    },
  }
}

type WithoutId<R> = R extends { id: number } ? Omit<R, 'id'> : never
type NewRequest = WithoutId<PrintRequest>

/** Sends one job at a time to one worker. */
function jobQueue(makePort: () => PrintPort): (request: NewRequest, asked: Asked) => Promise<Pdf | null> {
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

  function take(reply: PrintReply): void {
    if (reply.id !== running?.request.id) return
    if ('share' in reply) running.onShare?.(reply.share)
    else settle((job) => (reply.ok ? job.resolve(reply.pdf) : job.reject(new Error(reply.cause))))
  }

  function closePort(): void {
    port?.close()
    port = null
  }

  function openPort(): PrintPort {
    const made = makePort()
    made.listen(take, (cause) => {
      made.close()
      if (port === made) port = null
      settle((job) => job.reject(new Error(cause)))
    })
    return made
  }

  function giveUp(job: Job, cause: unknown, stopWorker: boolean): void {
    const place = waiting.indexOf(job)
    if (place >= 0) waiting.splice(place, 1)
    job.reject(cause)
    if (job !== running || !stopWorker) return
    closePort()
    settle(() => undefined)
  }

  return (request, { signal, onShare, stopWorker = false }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const job: Job = { request: { ...request, id: nextId++ }, resolve, reject, onShare }
      signal?.addEventListener('abort', () => giveUp(job, signal.reason, stopWorker), { once: true })
      waiting.push(job)
      if (!running) next()
    })
}
