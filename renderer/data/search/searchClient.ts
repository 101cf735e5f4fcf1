import type { SearchChange } from '../core/env'
import type { FromWorker, ToWorker } from './protocol'
import type { SearchAnswer, SearchRequest } from './searchIndex'

const CHANNEL = 'front-desk-search'

/** The search of this window: a worker with the index, told of every commit in any window. */
export class SearchClient {
  private worker: Worker | null = null
  private ticket = 0
  private readonly waiting = new Map<number, (answer: SearchAnswer) => void>()
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)

  constructor(private readonly database: string) {
    this.channel?.addEventListener('message', (event: MessageEvent<SearchChange>) =>
      this.post({ type: 'apply', change: event.data }),
    )
  }

  /** Starts the worker; before that nothing is loaded, so that the first screen does not wait for it. */
  start(): void {
    if (this.worker) return
    this.worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' })
    this.worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      this.waiting.get(event.data.ticket)?.(event.data.answer)
      this.waiting.delete(event.data.ticket)
    })
    this.post({ type: 'load', database: this.database })
  }

  /** Takes over a commit of this window and tells the others. */
  committed(change: SearchChange): void {
    if (change.put.length === 0 && change.del.length === 0) return
    this.post({ type: 'apply', change })
    this.channel?.postMessage(change)
  }

  /** Hits in order, with the number of all. */
  search(request: SearchRequest): Promise<SearchAnswer> {
    this.start()
    this.ticket += 1
    const ticket = this.ticket
    return new Promise((resolve) => {
      this.waiting.set(ticket, resolve)
      this.post({ type: 'search', ticket, request })
    })
  }

  /** After a recovery everything is read anew. */
  restart(): void {
    this.worker?.terminate()
    this.worker = null
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message)
  }
}
