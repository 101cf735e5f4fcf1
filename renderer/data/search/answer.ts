import { Best } from './best'
import { countBits, eachBit, highestBit, withoutHighest } from './bits'
import type { CommonGrams } from './commonGrams'
import type { DocColumns } from './docColumns'
import { KeyColumn } from './keyColumn'
import { keyOfPlace, placeOf, type SearchAnswer, type SearchHit, type SearchRequest } from './request'
import { Standing } from './standing'
import { BLOCK, type TextBlock, type Word } from './textBlock'

/** What was found: the documents' places as a set. */
export interface FoundSet {
  columns: DocColumns
  blocks: readonly TextBlock[]
  common: CommonGrams | null
  words: readonly Word[]
  found: Uint32Array
}

/** Counts what was found, and puts the first of it in order. */
export function answerOf(set: FoundSet, request: SearchRequest): SearchAnswer {
  return request.ranked ? ranked(set, request) : plain(set, request)
}

function plain({ columns, found }: FoundSet, request: SearchRequest): SearchAnswer {
  const total = countBits(found)
  if (request.limit === 0) return { hits: [], total }
  const column = columnOf(columns, request)
  const best = new Best(request.limit, orderOf(columns, request))
  const lastStretch = stretchOfFirst(found, column, request)
  const isIn = onPage(columns, column, request)
  eachBit(found, (place) => {
    if (column.stretchAt(place) > lastStretch || !best.takes(place, 0)) return
    if (isIn(place)) best.keep(place, 0)
  })
  return { hits: best.sorted().map(({ place }) => hitOf(columns, place)), total }
}

/** The stretch of the order in which the last of the first hits lies: what comes after it need not be compared. */
function stretchOfFirst(found: Uint32Array, column: KeyColumn, { limit, page }: SearchRequest): number {
  const counts = new Uint32Array(column.stretches)
  const first = page?.after ? column.stretchOf(keyOfPlace(page.after)) : 0
  eachBit(found, (place) => {
    const stretch = column.stretchAt(place)
    counts[stretch] = (counts[stretch] ?? 0) + 1
  })
  // Of the stretch in which the page begins some hits may lie before it.
  let seen = page?.after ? -(counts[first] ?? 0) : 0
  for (let stretch = first; stretch < counts.length; stretch += 1) {
    seen += counts[stretch] ?? 0
    if (seen >= limit) return stretch
  }
  return counts.length
}

/** Whether a hit lies on the page that is asked for. */
function onPage(columns: DocColumns, column: KeyColumn, { page }: SearchRequest): (place: number) => boolean {
  const { after = null, until } = page ?? {}
  if (after === null && until === undefined) return () => true
  const first = after === null ? 0 : column.stretchOf(keyOfPlace(after))
  return (place) => {
    if (column.stretchAt(place) < first) return false
    const stands = placeOf(column.keyOf(place) ?? '', columns.ids[place] ?? '')
    return (after === null || stands > after) && (until === undefined || stands < until)
  }
}

/** What is found of one kind. */
interface Group {
  kind: string
  total: number
  best: Best
}

/** The kinds by their best hit; of equally good ones first what fewer records hold: a name before the words of all. */
function ranked(set: FoundSet, request: SearchRequest): SearchAnswer {
  const groups = groupsOf(set, request)
  const known = groups.map(({ kind, total, best }) => ({ kind, total, found: best.sorted() }))
  known.sort(
    (a, b) =>
      (b.found[0]?.score ?? 0) - (a.found[0]?.score ?? 0) || a.total - b.total || (a.kind < b.kind ? -1 : 1),
  )
  const { kinds } = request
  const wanted = known.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  return {
    hits: wanted.flatMap(({ found }) => found.map(({ place }) => hitOf(set.columns, place))),
    total: wanted.reduce((sum, { total }) => sum + total, 0),
    groups: known.map(({ kind, total }) => ({ kind, total })),
  }
}

function groupsOf({ columns, blocks, common, words, found }: FoundSet, request: SearchRequest): Group[] {
  const groups = new Groups(() => new Best(request.limit, orderOf(columns, request)))
  const standing = new Standing(words, common)
  // From the end: what ended last comes first among what ended, so that nearly all the others need only one look.
  for (let at = found.length - 1; at >= 0; at -= 1) {
    const mask = found[at] ?? 0
    const block = blocks[at]
    if (mask === 0 || !block) continue
    const atMost = standing.turnTo(at, block)
    for (let left = mask; left !== 0; left = withoutHighest(left)) {
      const one = highestBit(left)
      const place = at * BLOCK + one
      const group = groups.of(columns.kinds[place] ?? '')
      group.total += 1
      // No look at the text of one that would not be among the first if the words stood as well as they may.
      if (!group.best.takes(place, atMost)) continue
      const most = atMost === 0 ? 0 : standing.most(one)
      if (most < atMost && !group.best.takes(place, most)) continue
      const score = most === 0 ? 0 : standing.score(one)
      if (group.best.takes(place, score)) group.best.keep(place, score)
    }
  }
  return groups.all()
}

/** The groups by kind; neighbours are mostly of one kind. */
class Groups {
  private readonly known = new Map<string, Group>()
  private last: Group | null = null

  constructor(private readonly best: () => Best) {}

  of(kind: string): Group {
    if (this.last?.kind === kind) return this.last
    const group = this.known.get(kind) ?? { kind, total: 0, best: this.best() }
    this.known.set(kind, group)
    this.last = group
    return group
  }

  all(): Group[] {
    return [...this.known.values()]
  }
}

/** By their keys in the order that is asked for, then by their ids, as in the index of the list. */
function orderOf(columns: DocColumns, request: SearchRequest): (a: number, b: number) => number {
  const column = columnOf(columns, request)
  return (a, b) => column.compare(a, b) || ((columns.ids[a] ?? '') < (columns.ids[b] ?? '') ? -1 : 1)
}

function columnOf(columns: DocColumns, { range }: SearchRequest): KeyColumn {
  return range ? (columns.orders.get(range.order) ?? new KeyColumn()) : columns.keys
}

function hitOf({ ids, kinds, parents }: DocColumns, place: number): SearchHit {
  return { id: ids[place] ?? '', kind: kinds[place] ?? '', parentId: parents[place] ?? '' }
}
