/** The first of many in an order, without sorting all of them. */
export class Best<T> {
  private kept: T[] = []
  /** The last of the first, once there are enough: what comes after it is not kept. */
  private last: T | null = null

  constructor(
    private readonly limit: number,
    private readonly order: (a: T, b: T) => number,
  ) {}

  offer(one: T): void {
    if (this.limit === 0) return
    if (this.last !== null && this.order(one, this.last) >= 0) return
    this.kept.push(one)
    if (this.kept.length >= this.limit * 2) this.cut()
  }

  /** In order, at most `limit`. */
  sorted(): T[] {
    this.cut()
    return this.kept
  }

  private cut(): void {
    this.kept = this.kept.sort(this.order).slice(0, this.limit)
    this.last = this.kept.length === this.limit ? (this.kept.at(-1) ?? null) : null
  }
}
