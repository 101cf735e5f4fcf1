/** Least time between two runs, ms. */
const REST_MS = 250
/** At most a twentieth of the time goes into it. */
const SHARE = 20

/** Work that is wished for often and done at once, then only now and then: so that it never takes much of the time. */
export class Paced {
  private isBusy = false
  private isWished = false
  private isOver = false

  /** @param work its failures are nobody's: the next wish tries again. */
  constructor(private readonly work: () => Promise<unknown>) {}

  /** Runs it at once, or as soon as it may. */
  wish(): void {
    this.isWished = true
    if (!this.isBusy && !this.isOver) void this.run()
  }

  /** It runs no more. */
  stop(): void {
    this.isOver = true
  }

  private async run(): Promise<void> {
    this.isBusy = true
    while (this.isWished && !this.isOver) {
      this.isWished = false
      const began = performance.now()
      await this.work().catch(() => undefined)
      const rest = Math.max(REST_MS, SHARE * (performance.now() - began))
      await new Promise((resolve) => setTimeout(resolve, rest))
    }
    this.isBusy = false
  }
}
