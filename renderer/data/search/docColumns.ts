import type { SearchDoc } from '../core/tables'
import { Bits } from './bits'
import { KeyColumn } from './keyColumn'

/** Facets that start with this have too many values to keep a set of each. */
const UNKEPT = '#'

/**
 * What is known of the documents besides their texts, a column each: half a million objects would take several times the
 * memory. A document's number is its place in the columns; one that was taken away leaves an empty place.
 */
export class DocColumns {
  readonly ids: string[] = []
  readonly kinds: string[] = []
  readonly parents: string[] = []
  /** By the name of an order. */
  readonly orders = new Map<string, KeyColumn>()
  readonly facets = new Map<string, Bits>()
  readonly kindSets = new Map<string, Bits>()
  readonly alive = new Bits()

  private places: Map<string, number> | null = null
  /** Names are kept once, however many documents bear them. */
  private readonly names = new Map<string, string>()

  constructor(readonly keys = new KeyColumn()) {}

  get count(): number {
    return this.ids.length
  }

  /** Undefined where there is no such document. */
  placeOf(id: string): number | undefined {
    // Made when first needed: a search needs none.
    this.places ??= this.allPlaces()
    return this.places.get(id)
  }

  /** Behind the others; answers its place. */
  add(doc: SearchDoc): number {
    const place = this.ids.length
    this.write(place, doc)
    return place
  }

  /** Another document in the place of one. */
  replace(place: number, doc: SearchDoc): void {
    this.forget(place)
    this.write(place, doc)
  }

  /** Takes one away. */
  remove(place: number): void {
    this.forget(place)
    this.alive.delete(place)
    this.places?.delete(this.ids[place] ?? '')
  }

  /** Once for all that are alike. */
  once(name: string): string {
    const known = this.names.get(name)
    if (known !== undefined) return known
    this.names.set(name, name)
    return name
  }

  /** Readies some more keys for comparing; answers whether there are more. */
  prepare(count: number): boolean {
    return [this.keys, ...this.orders.values()].some((column) => column.prepare(count))
  }

  /** Keys are divided anew, by what there is now. */
  chooseAnew(): void {
    for (const column of [this.keys, ...this.orders.values()]) column.chooseAnew()
  }

  /** Whether all keys are ready. */
  get isSettled(): boolean {
    return [this.keys, ...this.orders.values()].every((column) => column.isSettled)
  }

  /** A set by its name, made where there is none. */
  setOf(sets: Map<string, Bits>, name: string): Bits {
    return entry(sets, name, () => new Bits())
  }

  /** Notes the kinds of stored documents from a place on. */
  noteKinds(from: number): void {
    for (let place = from; place < this.count; place += 1) {
      if (this.alive.has(place)) this.setOf(this.kindSets, this.kinds[place] ?? '').add(place)
    }
  }

  private allPlaces(): Map<string, number> {
    const places = new Map<string, number>()
    for (const [place, id] of this.ids.entries()) if (this.alive.has(place)) places.set(id, place)
    return places
  }

  private write(place: number, { id, kind, parentId, sortKey, orders, facets }: SearchDoc): void {
    this.ids[place] = id
    this.kinds[place] = this.once(kind)
    this.parents[place] = this.once(parentId)
    this.keys.set(place, sortKey)
    for (const [name, key] of Object.entries(orders ?? {})) {
      entry(this.orders, name, () => new KeyColumn()).set(place, key)
    }
    for (const facet of facets) {
      if (!facet.startsWith(UNKEPT)) this.setOf(this.facets, facet).add(place)
    }
    this.setOf(this.kindSets, kind).add(place)
    this.alive.add(place)
    this.places?.set(id, place)
  }

  private forget(place: number): void {
    for (const set of this.facets.values()) set.delete(place)
    for (const set of this.kindSets.values()) set.delete(place)
    for (const column of this.orders.values()) if (place < column.length) column.set(place, undefined)
  }
}

function entry<V>(map: Map<string, V>, name: string, make: () => V): V {
  const known = map.get(name)
  if (known !== undefined) return known
  const made = make()
  map.set(name, made)
  return made
}
