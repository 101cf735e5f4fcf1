/** Why somebody is woken: something waits here, or everything is to begin anew. */
export type WakeReason = 'waiting' | 'restart'

/** A wait that others may end. A call that comes while nobody waits is kept for the next wait. */
export class Wakeup {
  private readonly kept = new Set<WakeReason>()
  private waits: { end: () => void; only: WakeReason | null } | null = null

  wake(reason: WakeReason): void {
    if (this.waits && (!this.waits.only || this.waits.only === reason)) this.waits.end()
    else this.kept.add(reason)
  }

  /** Ends the wait under way, as if nobody had waited. */
  cancel(): void {
    this.waits?.end()
  }

  /** Resolves at the next call (of one kind, with `only`), or when `signal` aborts. */
  next(signal: AbortSignal, only: WakeReason | null = null): Promise<void> {
    const due = [...this.kept].some((reason) => !only || reason === only)
    if (due || signal.aborted) {
      this.kept.clear()
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const end = () => {
        this.waits = null
        signal.removeEventListener('abort', end)
        resolve()
      }
      this.waits = { end, only }
      signal.addEventListener('abort', end, { once: true })
    })
  }
}
