import { foldText } from '../../../shared/util/textFold'
import type { SearchDoc } from '../core/tables'
import { answerOf } from './answer'
import { Bits, eachBit, keepOnly } from './bits'
import { CommonGrams } from './commonGrams'
import { DocColumns } from './docColumns'
import { Narrower } from './narrower'
import type { SearchAnswer, SearchRequest } from './request'
import { BLOCK, TextBlock, type Word, wordOf } from './textBlock'

export type { SearchAnswer, SearchHit, SearchRequest } from './request'

/** In a smaller office every text is looked through before one would see it. */
const WORTHWHILE = 4096
/** An office grown so much has other common words, and all that came in since lies in the same stretch of an order. */
const OUTGROWN = 1.25

/** Everything an index consists of, as it is stored and found again. */
export interface IndexParts {
  columns: DocColumns
  blocks: TextBlock[]
  common: CommonGrams | null
  /** How many documents there were when common pieces and stretches of orders were chosen. */
  chosenFor: number
}

/**
 * Exact substring search over all documents: their folded texts in blocks, `indexOf`, and a few bits a block that say
 * which blocks to pass over; of what stands in very many documents it is known in which. Every word of the query must
 * stand in the document. Filters are sets of numbers, and so is what is found: it is counted in sets, and only the
 * first are put in order.
 */
export class SearchIndex {
  private columns = new DocColumns()
  private blocks: TextBlock[] = []
  private common: CommonGrams | null = null
  private readonly narrower = new Narrower()
  /** Blocks whose pieces are taken, and documents that the common pieces are noted of. */
  private indexed = 0
  private marked = 0
  private chosenFor = 0

  /** Replaces everything. */
  load(docs: readonly SearchDoc[]): void {
    this.take({ columns: new DocColumns(), blocks: [], common: null, chosenFor: 0 })
    this.indexed = 0
    this.add(docs)
  }

  /** Replaces everything by an index that was stored, prepared. */
  take({ columns, blocks, common, chosenFor }: IndexParts): void {
    this.chosenFor = chosenFor
    this.columns = columns
    this.blocks = blocks
    this.common = common
    this.indexed = blocks.length
    this.marked = common ? columns.count : 0
    this.narrower.forget()
  }

  /** To be stored; null while something of it is still to be prepared. */
  parts(): IndexParts | null {
    const { columns, blocks, common, chosenFor } = this
    if (!columns.isSettled || (common && this.marked < columns.count)) return null
    return blocks.every((block) => block.isIndexed) ? { columns, blocks, common, chosenFor } : null
  }

  get count(): number {
    return this.columns.count
  }

  /** Adds documents that are not there yet. */
  add(docs: readonly SearchDoc[]): void {
    this.narrower.forget()
    const prepared = this.common !== null && this.marked === this.columns.count
    for (let from = 0; from < docs.length; ) {
      let block = this.blocks.at(-1)
      if (!block || block.isFull) {
        block = new TextBlock()
        this.blocks.push(block)
      }
      const part = docs.slice(from, from + BLOCK - block.count)
      block.append(part.map(({ text }) => text))
      for (const doc of part) {
        const place = this.columns.add(doc)
        if (prepared) this.common?.mark(place, doc.text)
      }
      from += part.length
    }
    if (prepared) this.marked = this.columns.count
  }

  /** Takes over what a commit changed; answers the places of what was there before. */
  apply(change: { put: readonly SearchDoc[]; del: readonly string[] }): number[] {
    this.narrower.forget()
    // A commit may write a record twice: the last counts.
    const fresh = new Map<string, SearchDoc>()
    const changed: number[] = []
    for (const doc of change.put) {
      const place = this.columns.placeOf(doc.id)
      if (place === undefined) fresh.set(doc.id, doc)
      else {
        this.columns.replace(place, doc)
        this.rewrite(place, doc.text)
        changed.push(place)
      }
    }
    this.add([...fresh.values()])
    for (const id of change.del) {
      const place = this.columns.placeOf(id)
      if (place === undefined) continue
      this.columns.remove(place)
      this.rewrite(place, '')
      changed.push(place)
    }
    return changed
  }

  /**
   * Takes the pieces of some more blocks, by which searches pass over them, then notes what is common; answers whether
   * there is more. Searches are right before that too, and slower.
   */
  prepare(blocks: number): boolean {
    if (this.indexed < this.blocks.length) {
      const until = Math.min(this.indexed + blocks, this.blocks.length)
      for (const block of this.blocks.slice(this.indexed, until)) if (!block.isIndexed) block.index()
      this.indexed = until
      return true
    }
    if (this.count >= WORTHWHILE && this.count > this.chosenFor * OUTGROWN) {
      this.chooseAnew()
      return true
    }
    const until = Math.min(this.marked + blocks * BLOCK, this.common ? this.count : 0)
    if (this.marked >= until) return this.columns.prepare(blocks * BLOCK)
    for (; this.marked < until; this.marked += 1) this.common?.mark(this.marked, this.textAt(this.marked))
    return true
  }

  private chooseAnew(): void {
    this.chosenFor = this.count
    this.common = CommonGrams.choose(this.count, (place) => this.textAt(place))
    this.marked = 0
    this.columns.chooseAnew()
  }

  /** Matching documents in their order. An empty query matches all. */
  search(request: SearchRequest): SearchAnswer {
    const words = request.query.split(/\s+/).map(foldText).filter(Boolean).map(wordOf)
    const found = this.holding(words, request)
    this.keepBetween(found, request)
    const { columns, blocks } = this
    return answerOf({ columns, blocks, common: this.prepared(), words, found }, request)
  }

  /** Documents with all facets, of the kinds, that hold all words. */
  private holding(words: readonly Word[], { kinds, facets, ranked }: SearchRequest): Uint32Array {
    const found = this.columns.alive.part(0, this.blocks.length)
    const ofKinds = ranked ? [] : kinds
    for (const facet of facets) (this.columns.facets.get(facet) ?? NONE).keepIn(found)
    if (ofKinds.length > 0) keepOnly(found, this.ofKinds(ofKinds))
    const filter = [...ofKinds, '', ...facets].join('\n').trim()
    const texts = words.map(({ text }) => text)
    const within = this.narrower.within(filter, texts)
    if (within) keepOnly(found, within)
    this.keepHolding(found, words)
    this.narrower.keep(filter, texts, found)
    return found
  }

  private keepHolding(found: Uint32Array, words: readonly Word[]): void {
    const common = this.prepared()
    const open = words.filter(({ text }) => !common?.narrow(text, found))
    if (open.length === 0) return
    for (let at = 0; at < found.length; at += 1) {
      const mask = found[at] ?? 0
      if (mask !== 0) found[at] = this.blocks[at]?.narrow(mask, open) ?? 0
    }
  }

  private keepBetween(found: Uint32Array, { before, range, period }: SearchRequest): void {
    const { keys, orders } = this.columns
    if (before !== undefined) keepIf(found, keys.before(before))
    if (range) keepIf(found, orders.get(range.order)?.within(range) ?? NEVER)
    if (!period) return
    const tests = [...orders.values()].map((column) => column.within(period))
    keepIf(found, (place) => tests.some((test) => test(place)))
  }

  private ofKinds(kinds: readonly string[]): Uint32Array {
    const all = new Uint32Array(this.blocks.length)
    for (const kind of kinds) this.columns.kindSets.get(kind)?.addTo(all)
    return all
  }

  /** The common pieces, once all documents are noted. */
  private prepared(): CommonGrams | null {
    return this.marked === this.count ? this.common : null
  }

  private rewrite(place: number, text: string): void {
    this.blocks[Math.floor(place / BLOCK)]?.replace(place % BLOCK, text)
    this.common?.unmark(place)
    if (place < this.marked) this.common?.mark(place, text)
  }

  private textAt(place: number): string {
    return this.blocks[Math.floor(place / BLOCK)]?.textOf(place % BLOCK) ?? ''
  }
}

const NONE = new Bits()

const NEVER = () => false

function keepIf(found: Uint32Array, test: (place: number) => boolean): void {
  eachBit(found, (place) => {
    if (!test(place)) found[place >>> 5] = (found[place >>> 5] ?? 0) & ~(1 << (place & 31))
  })
}
