import type { Replication, ReplicationState } from '../data/replication'
import type { Engine } from './engine'

const LOCK = 'front-desk-replication'

type Message =
  | { type: 'ask' }
  | { type: 'state'; state: ReplicationState }
  | { type: 'syncNow' | 'restart' }
  | { type: 'answer'; need: Parameters<Replication['answer']>[0]; agreed: boolean }
  | { type: 'retry'; table: string; recordId: string }

/** One engine for all windows of the desk: another window takes over when its own goes. */
export class Windows implements Replication {
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(LOCK)
  private readonly over = new AbortController()
  private runs = false
  /** What the window that runs the engine told last. */
  private told: ReplicationState | null = null
  private readonly listeners = new Set<() => void>()

  constructor(private readonly engine: Engine) {
    this.channel?.addEventListener('message', (event: MessageEvent<Message>) => this.hear(event.data))
    this.say({ type: 'ask' })
    engine.subscribe(() => {
      if (this.runs) this.say({ type: 'state', state: engine.snapshot() })
      this.tell()
    })
    navigator.locks
      .request(LOCK, { signal: this.over.signal }, async () => {
        this.runs = true
        await this.engine.run()
      })
      // Ended before it was this window's turn.
      .catch(() => undefined)
  }

  stop(): void {
    this.over.abort()
    this.engine.stop()
    this.channel?.close()
  }

  readonly snapshot = (): ReplicationState =>
    this.runs ? this.engine.snapshot() : (this.told ?? this.engine.snapshot())

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange)
    return () => this.listeners.delete(onChange)
  }

  readonly syncNow = (): void => (this.runs ? this.engine.syncNow() : this.say({ type: 'syncNow' }))

  readonly restart = (): void => (this.runs ? this.engine.restart() : this.say({ type: 'restart' }))

  readonly answer: Replication['answer'] = async (need, agreed) => {
    if (this.runs) await this.engine.answer(need, agreed)
    else this.say({ type: 'answer', need, agreed })
  }

  readonly retry: Replication['retry'] = async (table, recordId) => {
    if (this.runs) await this.engine.retry(table, recordId)
    else this.say({ type: 'retry', table, recordId })
  }

  // A file is fetched by whoever asks for it.
  readonly fetchFile: Replication['fetchFile'] = (sha256) => this.engine.fetchFile(sha256)

  private hear(message: Message): void {
    if (message.type === 'state') {
      this.told = message.state
      this.tell()
    }
    if (!this.runs) return
    if (message.type === 'ask') this.say({ type: 'state', state: this.engine.snapshot() })
    if (message.type === 'syncNow') this.engine.syncNow()
    if (message.type === 'restart') this.engine.restart()
    if (message.type === 'answer') void this.engine.answer(message.need, message.agreed)
    if (message.type === 'retry') void this.engine.retry(message.table, message.recordId)
  }

  private say(message: Message): void {
    this.channel?.postMessage(message)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
