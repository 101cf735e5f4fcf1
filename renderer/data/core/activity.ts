/** What the desk's people wait for: commands under way, and when the last one ended. */
export class Activity {
  private underWay = 0
  private endedAt = Number.NEGATIVE_INFINITY

  /** @param clock of the machine, ms, never set back. */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Somebody waits while it runs. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1
    try {
      return await work()
    } finally {
      this.underWay -= 1
      this.endedAt = this.clock()
    }
  }

  /** Resolves once nobody has waited for anything for `ms`; after `most` ms in any case, so that work beside gets on. */
  async quiet(ms: number, most: number): Promise<void> {
    const until = this.clock() + most
    while (this.clock() < until) {
      const left = this.underWay > 0 ? ms : this.endedAt + ms - this.clock()
      if (left <= 0) return
      await new Promise<void>((resolve) => setTimeout(resolve, Math.min(left, until - this.clock())))
    }
  }
}
