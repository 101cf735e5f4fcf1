import type { JournalLine } from '../../../shared/ipc/channels'
import type { DataEnv } from './env'
import { LATE, PATIENCE_MS, within } from './patience'

/** Lines sent to main in one request, by size of their bodies. */
const BATCH_BYTES = 4_000_000
/** So soon main is asked again to take what it refused, ms. */
const RETRY_MS = 5_000

/**
 * Carries journal lines from the database to main. A line stays in `pendingJournal` until main has acknowledged
 * its flush, so that a crash between commit and flush loses nothing: the next start sends it again.
 */
export class JournalFeeder {
  private queue: JournalLine[] = []
  private acknowledged = 0
  /** Up to where lines are known to be gone from the database. */
  private dropped = 0
  private sending: Promise<boolean> | null = null
  private readonly listeners = new Set<(healthy: boolean) => void>()
  private healthy = true
  private retry: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly env: DataEnv,
    private readonly patienceMs = PATIENCE_MS,
    private readonly retryMs = RETRY_MS,
  ) {}

  enqueue(line: JournalLine): void {
    this.queue.push(line)
  }

  /** Tells when the journal stops or resumes taking lines. */
  readonly onHealth = (listener: (healthy: boolean) => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly isHealthy = (): boolean => this.healthy

  /** True when nothing waits, after one more try. No command may run ahead of a journal that cannot write. */
  async caughtUp(): Promise<boolean> {
    return this.queue.length === 0 || this.healthy ? true : this.flush()
  }

  /**
   * Sends what waits; true once everything enqueued before the call is flushed to disk. False also where the disk does
   * not answer in time: the request stays under way, and its answer counts whenever it comes.
   */
  async flush(): Promise<boolean> {
    while (this.queue.length > 0) {
      this.sending ??= this.sendBatch().finally(() => {
        this.sending = null
      })
      const sent = await within(this.patienceMs, this.sending)
      if (sent === LATE) this.report(false)
      if (sent !== true) return false
    }
    return true
  }

  /** Inside a transaction: removes lines that main has already flushed; answers up to which. */
  dropAcknowledged(transaction: IDBTransaction): number {
    const upTo = this.acknowledged
    // By the store itself: Dexie's own way counts them first, and lets nothing else of the transaction go on meanwhile.
    if (upTo > this.dropped) transaction.objectStore('pendingJournal').delete(IDBKeyRange.upperBound(upTo))
    return upTo
  }

  /** The transaction that dropped them has been committed. */
  hasDropped(upTo: number): void {
    this.dropped = Math.max(this.dropped, upTo)
  }

  private async sendBatch(): Promise<boolean> {
    const batch = this.takeBatch()
    const answer = await this.env.journal.append(batch)
    if (answer.ok) {
      this.queue = this.queue.slice(batch.length)
      // Another window may still be sending an older line: only what main holds without a gap may be dropped.
      this.acknowledged = Math.max(this.acknowledged, answer.value.lastSeq)
    }
    this.report(answer.ok)
    return answer.ok
  }

  private takeBatch(): JournalLine[] {
    let bytes = 0
    const end = this.queue.findIndex((line) => {
      bytes += line.body.length
      return bytes > BATCH_BYTES
    })
    return end === -1 ? [...this.queue] : this.queue.slice(0, Math.max(1, end))
  }

  /** What main refused is sent again by itself: nobody may save meanwhile, so nobody else would. */
  private tryLater(): void {
    this.retry ??= setTimeout(() => {
      this.retry = null
      void this.flush()
    }, this.retryMs)
  }

  private report(healthy: boolean): void {
    if (!healthy) this.tryLater()
    if (healthy === this.healthy) return
    this.healthy = healthy
    for (const listener of this.listeners) listener(healthy)
  }
}
