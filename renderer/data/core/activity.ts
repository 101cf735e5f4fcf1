/** What the desk's people wait for: commands under way, and when they last did anything. */
export class Activity {
  private underWay = 0
  private endedAt = Number.NEGATIVE_INFINITY
  private still = new AbortController()
  /** Wait for the end of what somebody waits for. */
  private readonly onEnd = new Set<() => void>()

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
      for (const tell of this.onEnd) tell()
    }
  }

  /** Somebody types or clicks: what they will wait for may follow. */
  touch(): void {
    this.endedAt = this.clock()
  }

  /**
   * Resolves once nobody has waited for anything, or touched anything, for `ms`, with a signal that aborts as soon as
   * somebody waits again. Where that does not come within `most` ms, resolves behind the next command, or after `most` ms
   * more, so that work beside gets on, with null: only a little of it may be done. Whoever has just saved something will
   * not wait for the next in this very moment.
   */
  async quiet(ms: number, most: number): Promise<AbortSignal | null> {
    const began = this.clock()
    for (;;) {
      const waited = this.clock() - began
      if (waited >= 2 * most) return null
      const left = this.underWay > 0 ? ms : this.endedAt + ms - this.clock()
      if (left <= 0) return this.still.signal
      const isLate = waited >= most
      const until = isLate ? 2 * most : most
      if ((await this.pause(Math.min(left, until - waited))) && isLate) return null
    }
  }

  /** Waits for so long, or until a command ends; answers whether one did. */
  private pause(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isOne: boolean) => {
        clearTimeout(timer)
        this.onEnd.delete(tell)
        resolve(isOne)
      }
      const tell = () => end(true)
      const timer = setTimeout(() => end(false), ms)
      this.onEnd.add(tell)
    })
  }
}
