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
  /** Of a list: hits behind this place of its order, and before that one (`placeOf`). Not of a ranked search. */
  page?: { after: string | null; until?: string | undefined } | undefined
  /**
   * How words stand in a record comes before the order of its list, and `limit` is of each kind. `groups` then counts
   * every kind, those too that were not asked for.
   */
  ranked?: boolean | undefined
  /** Answered only by what knows the chain of this device up to here; else the answer is `behind`. */
  atLeast?: number | undefined
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
  /** It does not know yet all that it was to know: nothing was looked for. */
  behind?: true
}

/** Where a document stands in an order, as the keys of the list index say it. */
export function placeOf(key: string, id: string): string {
  return `${key}\u0001${id}`
}

/** The key of such a place. */
export function keyOfPlace(place: string): string {
  const end = place.lastIndexOf('\u0001')
  return end === -1 ? place : place.slice(0, end)
}
