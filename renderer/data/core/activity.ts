/** What the desk's people wait for: commands under way, and when they last did anything. */
export class Activity {
  private underWay = 0
  private endedAt = Number.NEGATIVE_INFINITY
  private still = new AbortController()

  /** @param clock of the machine, ms, never set back. */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Somebody waits while it runs. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1
    this.still.abort()
    this.still = new AbortController()
    try {
      return await work()
    } finally {
      this.underWay -= 1
      this.endedAt = this.clock()
    }
  }

  /** Somebody types or clicks: what they will wait for may follow. */
  touch(): void {
    this.endedAt = this.clock()
  }

  /**
   * Resolves once nobody has waited for anything, or touched anything, for `ms`, with a signal that aborts as soon as
   * somebody waits again; after `most` ms in any case, so that work beside gets on, with null: only a little of it may be
   * done.
   */
  async quiet(ms: number, most: number): Promise<AbortSignal | null> {
    const until = this.clock() + most
    while (this.clock() < until) {
      const left = this.underWay > 0 ? ms : this.endedAt + ms - this.clock()
      if (left <= 0) return this.still.signal
      await new Promise<void>((resolve) => setTimeout(resolve, Math.min(left, until - this.clock())))
    }
    return null
  }
}
