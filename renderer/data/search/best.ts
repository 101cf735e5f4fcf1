/** A document and how well it fits. */
export interface Found {
  place: number
  score: number
}

/** The first of many documents: by how well they fit, then in an order, without sorting all of them. */
export class Best {
  private kept: Found[] = []
  /** The last of the first, once there are enough: what comes after it is not kept. */
  private last: Found | null = null

  /** @param order of two documents, by their places. */
  constructor(
    private readonly limit: number,
    private readonly order: (a: number, b: number) => number,
  ) {}

  /** Whether a document would be one of the first with such a score. */
  takes(place: number, score: number): boolean {
    const { last } = this
    if (last === null) return this.limit > 0
    return score === last.score ? this.order(place, last.place) < 0 : score > last.score
  }

  /** Keeps one that `takes` took. */
  keep(place: number, score: number): void {
    this.kept.push({ place, score })
    if (this.kept.length >= this.limit * 2) this.cut()
  }

  /** In order, at most `limit`. */
  sorted(): Found[] {
    this.cut()
    return this.kept
  }

  private cut(): void {
    const order = (a: Found, b: Found) => b.score - a.score || this.order(a.place, b.place)
    this.kept = this.kept.sort(order).slice(0, this.limit)
    this.last = this.kept.length === this.limit ? (this.kept.at(-1) ?? null) : null
  }
}
