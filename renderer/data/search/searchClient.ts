import type { SearchChange } from '../core/env'
import type { FromWorker, ToWorker } from './protocol'
import type { SearchAnswer, SearchRequest } from './request'
import { clearSnapshot } from './snapshotStore'

const CHANNEL = 'front-desk-search'

/** The search of this window: a worker with the index, told of every commit in any window. */
export class SearchClient {
  private worker: Worker | null = null
  private ticket = 0
  private ready = false
  private readonly waiting = new Map<number, (answer: SearchAnswer) => void>()
  private readonly storing = new Map<number, () => void>()
  private broken = false
  private readonly listeners = new Set<() => void>()
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)

  /** @param note tells the log where a start read the index from: no words of it. */
  constructor(
    private readonly database: string,
    private readonly note: (code: string, ids: string[]) => void = () => undefined,
  ) {
    this.channel?.addEventListener('message', (event: MessageEvent<SearchChange>) =>
      this.post({ type: 'apply', change: event.data }),
    )
  }

  /** Starts the worker; before that nothing is loaded, so that the first screen does not wait for it. */
  start(): void {
    if (this.worker) return
    this.worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' })
    this.worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      this.take(event.data)
    })
    this.worker.addEventListener('error', () => this.giveUp())
    this.worker.addEventListener('messageerror', () => this.giveUp())
    this.post({ type: 'load', database: this.database })
  }

  /** Takes over a commit of this window and tells the others. */
  committed(change: SearchChange): void {
    if (change.put.length === 0 && change.del.length === 0 && !change.chain) return
    this.post({ type: 'apply', change })
    this.channel?.postMessage(change)
  }

  /** Whether questions are answered at once; before that they wait until the index is loaded. */
  isReady(): boolean {
    return this.ready
  }

  /** Whether what is found may not be all there is: the books could not be read. */
  readonly isBroken = (): boolean => this.broken

  readonly onBroken = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
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

  /**
   * Throws away what is stored of the index: it holds words that are to be gone (domain 13), or the books were replaced.
   * The worker stores it again when there is time.
   */
  async forget(): Promise<void> {
    this.post({ type: 'forget' })
    await clearSnapshot(this.database)
  }

  /** Resolves once the index is stored, so that the next start need not read every document. For measuring and tests. */
  stored(): Promise<void> {
    this.start()
    this.ticket += 1
    const ticket = this.ticket
    return new Promise((resolve) => {
      this.storing.set(ticket, resolve)
      this.post({ type: 'store', ticket })
    })
  }

  /** After a recovery everything is read anew. */
  restart(): void {
    this.worker?.terminate()
    this.worker = null
    this.settle()
    this.report(false)
  }

  /** The worker itself failed: nothing more is to be expected of it. */
  private giveUp(): void {
    this.settle()
    this.report(true)
  }

  /** Whoever waits is answered; questions are not asked first from here on. */
  private settle(): void {
    this.ready = false
    for (const answer of this.waiting.values()) answer({ hits: [], total: 0, broken: true })
    for (const stored of this.storing.values()) stored()
    this.waiting.clear()
    this.storing.clear()
  }

  private report(broken: boolean): void {
    if (broken === this.broken) return
    this.broken = broken
    for (const listener of this.listeners) listener()
  }

  private take(message: FromWorker): void {
    if (message.type === 'ready') {
      this.ready = true
      this.note('search.ready', [message.from, String(message.count)])
      return
    }
    if (message.type === 'broken') return this.report(true)
    const { ticket } = message
    if (message.type === 'answer') this.waiting.get(ticket)?.(message.answer)
    else this.storing.get(ticket)?.()
    this.waiting.delete(ticket)
    this.storing.delete(ticket)
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message)
  }
}
