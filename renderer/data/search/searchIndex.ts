import { foldText } from '../../../shared/util/textFold'
import type { SearchDoc } from '../core/tables'
import { Best } from './best'
import { Bits } from './bits'
import { gramsOf } from './grams'
import { BLOCK, TextBlock, type Word } from './textBlock'

/** What is asked: kinds (empty: all), words, facets that must all hold. */
export interface SearchRequest {
  query: string
  kinds: string[]
  /** Sets of the list index, besides those of one unit or one day (`#…`), which are not kept here. */
  facets: string[]
  /** Only what is due before this sort key: overdue. */
  before?: string | undefined
  /** Only a period, in its order: from (with it) to (without it). */
  range?: { order: string; from: string; to: string } | undefined
  /** Only what stands between, in whatever order its register has besides. */
  period?: { from: string; to: string } | undefined
  /**
   * How words stand in a record comes before the order of its list, and `limit` is of each kind. `groups` then counts
   * every kind, those too that were not asked for.
   */
  ranked?: boolean | undefined
  limit: number
}

export interface SearchHit {
  id: string
  kind: string
  parentId: string
}

export interface SearchAnswer {
  hits: SearchHit[]
  /** How many there are in all. */
  total: number
  /** Of a ranked search: how many of each kind, the best kind first. */
  groups?: { kind: string; total: number }[]
  /** The books could not be read: that nothing was found means nothing. */
  broken?: true
}

type Kept = Omit<SearchDoc, 'text' | 'facets'>

interface Found {
  doc: Kept
  score: number
}

/** What is found of one kind. */
interface Group {
  total: number
  best: Best<Found>
}

/** Facets that start with this have too many values to keep a set of each. */
const UNKEPT = '#'

/**
 * Exact substring search over all documents: their folded texts in blocks, `indexOf`, and a few bits a block that say
 * which blocks to pass over. Every word of the query must stand in the document. Facets are sets of numbers, so that a
 * filter costs as much at 500,000 records as it has hits.
 */
export class SearchIndex {
  private docs: (Kept | null)[] = []
  private blocks: TextBlock[] = []
  private places = new Map<string, number>()
  private facets = new Map<string, Bits>()
  /** Names are kept once, however many documents bear them. */
  private names = new Map<string, string>()
  private indexed = 0

  /** Replaces everything. */
  load(docs: readonly SearchDoc[]): void {
    this.docs = []
    this.blocks = []
    this.places = new Map()
    this.facets = new Map()
    this.names = new Map()
    this.indexed = 0
    this.add(docs)
  }

  /** Adds documents that are not there yet. */
  add(docs: readonly SearchDoc[]): void {
    for (let from = 0; from < docs.length; ) {
      let block = this.blocks.at(-1)
      if (!block || block.isFull) {
        block = new TextBlock()
        this.blocks.push(block)
      }
      const part = docs.slice(from, from + BLOCK - (this.docs.length % BLOCK))
      block.append(part.map(({ text }) => text))
      for (const doc of part) {
        this.places.set(doc.id, this.docs.length)
        this.docs.push(this.kept(doc))
        this.mark(doc.facets, this.docs.length - 1)
      }
      from += part.length
    }
  }

  /** Takes over what a commit changed. */
  apply(change: { put: SearchDoc[]; del: string[] }): void {
    // A commit may write a record twice: the last counts.
    const fresh = new Map<string, SearchDoc>()
    for (const doc of change.put) {
      const place = this.places.get(doc.id)
      if (place === undefined) fresh.set(doc.id, doc)
      else this.replace(place, doc)
    }
    this.add([...fresh.values()])
    for (const id of change.del) {
      const place = this.places.get(id)
      if (place !== undefined) this.replace(place, null)
      this.places.delete(id)
    }
  }

  /**
   * Takes the pieces of some more blocks, by which searches pass over them; answers whether there are more. Searches
   * are right before that too, and slower.
   */
  prepare(blocks: number): boolean {
    const until = Math.min(this.indexed + blocks, this.blocks.length)
    for (const block of this.blocks.slice(this.indexed, until)) if (!block.isIndexed) block.index()
    this.indexed = until
    return this.indexed < this.blocks.length
  }

  /** Matching documents in their order. An empty query matches all. */
  search(request: SearchRequest): SearchAnswer {
    const fits = this.filterOf(request)
    const words = wordsOf(request.query)
    const groups = new Map<string, Group>()
    const order = orderOf(request)
    const groupOf = (name: string): Group => {
      const group = groups.get(name) ?? { total: 0, best: new Best<Found>(request.limit, order) }
      groups.set(name, group)
      return group
    }
    for (let at = 0; at < this.blocks.length; at += 1) {
      const block = this.blocks[at]
      block?.find(words, (one, next) => {
        const doc = this.docs[at * BLOCK + one]
        if (!doc || !fits(doc, at * BLOCK + one)) return
        const group = groupOf(request.ranked ? doc.kind : '')
        group.total += 1
        group.best.offer({ doc, score: request.ranked ? block.scoreOf(words, next, one) : 0 })
      })
    }
    return request.ranked ? rankedAnswer(groups, request) : plainAnswer(groups.get(''))
  }

  private filterOf(request: SearchRequest): (doc: Kept, place: number) => boolean {
    const { before, range, period, ranked } = request
    const kinds = new Set(ranked ? [] : request.kinds)
    const sets = request.facets.map((facet) => this.facets.get(facet) ?? new Bits())
    return (doc, place) => {
      if (kinds.size > 0 && !kinds.has(doc.kind)) return false
      for (const set of sets) if (!set.has(place)) return false
      if (before !== undefined && doc.sortKey >= before) return false
      if (range && !isBetween(placeIn(doc, request), range)) return false
      return !period || Object.values(doc.orders ?? {}).some((key) => isBetween(key, period))
    }
  }

  private replace(place: number, doc: SearchDoc | null): void {
    for (const set of this.facets.values()) set.delete(place)
    this.docs[place] = doc && this.kept(doc)
    if (doc) this.mark(doc.facets, place)
    this.blocks[Math.floor(place / BLOCK)]?.replace(place % BLOCK, doc?.text ?? '')
  }

  private mark(facets: readonly string[], place: number): void {
    for (const facet of facets) {
      if (facet.startsWith(UNKEPT)) continue
      let set = this.facets.get(facet)
      if (!set) {
        set = new Bits()
        this.facets.set(facet, set)
      }
      set.add(place)
    }
  }

  private kept({ id, kind, parentId, sortKey, orders }: SearchDoc): Kept {
    const doc = { id, kind: this.once(kind), parentId: this.once(parentId), sortKey }
    return orders ? { ...doc, orders } : doc
  }

  private once(name: string): string {
    const known = this.names.get(name)
    if (known !== undefined) return known
    this.names.set(name, name)
    return name
  }
}

function wordsOf(query: string): Word[] {
  const texts = query.split(/\s+/).map(foldText).filter(Boolean)
  return texts.map((text) => ({ text, grams: gramsOf(text) }))
}

/** Where a document stands in the order that is asked for. */
function placeIn(doc: Kept, { range }: SearchRequest): string {
  return range ? (doc.orders?.[range.order] ?? '') : doc.sortKey
}

function isBetween(key: string, { from, to }: { from: string; to: string }): boolean {
  return key >= from && key < to
}

function orderOf(request: SearchRequest): (a: Found, b: Found) => number {
  return (a, b) => {
    if (a.score !== b.score) return b.score - a.score
    const [one, other] = [placeIn(a.doc, request), placeIn(b.doc, request)]
    return one < other ? -1 : one > other ? 1 : 0
  }
}

function plainAnswer(group: Group | undefined): SearchAnswer {
  return { hits: (group?.best.sorted() ?? []).map(hitOf), total: group?.total ?? 0 }
}

/** The kinds by their best hit; of equally good ones first what fewer records hold: a name before the words of all. */
function rankedAnswer(groups: ReadonlyMap<string, Group>, { kinds }: SearchRequest): SearchAnswer {
  const known = [...groups].map(([kind, { total, best }]) => ({ kind, total, found: best.sorted() }))
  known.sort((a, b) => (b.found[0]?.score ?? 0) - (a.found[0]?.score ?? 0) || a.total - b.total)
  const wanted = known.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  return {
    hits: wanted.flatMap(({ found }) => found.map(hitOf)),
    total: wanted.reduce((sum, { total }) => sum + total, 0),
    groups: known.map(({ kind, total }) => ({ kind, total })),
  }
}

function hitOf({ doc: { id, kind, parentId } }: Found): SearchHit {
  return { id, kind, parentId }
}
