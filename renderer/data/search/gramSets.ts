/** Words of one page: 4,096 documents, as many as a stored group has. */
export const PAGE = 128
const NOTHING = new Uint32Array(0)

/**
 * Sets of documents, as many as there are pieces that are common, page by page: of one page the words of each set lie one
 * set after another, as they are stored, so that a start takes them as they come.
 */
export class GramSets {
  private readonly pages: Uint32Array[] = []

  /** @param count how many sets. */
  constructor(readonly count: number) {}

  add(set: number, place: number): void {
    const page = this.pageOf(place >>> 12)
    const at = set * PAGE + ((place >>> 5) & (PAGE - 1))
    page[at] = (page[at] ?? 0) | (1 << (place & 31))
  }

  /** Takes a document out of every set. */
  forget(place: number): void {
    const page = this.pages[place >>> 12]
    if (!page) return
    for (let at = (place >>> 5) & (PAGE - 1); at < page.length; at += PAGE) {
      page[at] = (page[at] ?? 0) & ~(1 << (place & 31))
    }
  }

  /** Which of 32 documents a set holds. */
  wordOf(set: number, word: number): number {
    return this.pages[word >>> 7]?.[set * PAGE + (word & (PAGE - 1))] ?? 0
  }

  /** Leaves in `found` what a set holds too. */
  keepIn(set: number, found: Uint32Array): void {
    for (let from = 0; from < found.length; from += PAGE) {
      const page = this.pages[from >>> 7] ?? NOTHING
      const end = Math.min(found.length, from + PAGE)
      const shift = set * PAGE - from
      for (let at = from; at < end; at += 1) found[at] = (found[at] ?? 0) & (page[at + shift] ?? 0)
    }
  }

  /** One page of all sets, to be stored. */
  page(at: number): Uint32Array {
    return this.pageOf(at)
  }

  /** Takes over a page that was stored; false where it is none of these sets. */
  put(at: number, page: Uint32Array): boolean {
    if (page.length !== this.count * PAGE) return false
    this.pages[at] = page
    return true
  }

  private pageOf(at: number): Uint32Array {
    // No holes: an array with large ones becomes a slow one.
    while (this.pages.length <= at) this.pages.push(new Uint32Array(this.count * PAGE))
    return this.pages[at] ?? new Uint32Array(0)
  }
}
