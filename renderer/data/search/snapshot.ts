import type { Bits } from './bits'
import { CommonGrams, type CommonPieces } from './commonGrams'
import { DocColumns } from './docColumns'
import { PAGE } from './gramSets'
import { GRAM_BYTES } from './grams'
import { KeyColumn } from './keyColumn'
import type { IndexParts } from './searchIndex'
import { BLOCK, TextBlock } from './textBlock'

/** Raised with whatever an index is stored as, or its texts are looked through for. */
export const FORM = 3
/** Blocks of one stored group. */
const GROUP = PAGE
/** Documents of a full one. */
export const GROUP_DOCS = GROUP * BLOCK

/** Between the stored names and keys of documents, and in place of a key that is none. */
const NEXT = '\u0000'
const NO_KEY = '\u0001'

/** The entry of the chain up to which the stored index is known to hold everything. */
export interface Covered {
  deviceId: string
  seq: number
  digest: string
}

/** What the groups have in common. */
export interface SnapshotHead {
  form: number
  dataVersion: number
  covered: Covered
  /** The same in each of its groups: parts of two ways of preparing an index do not fit together. */
  generation: string
  groups: number
  pieces: CommonPieces | null
  chosenFor: number
  fences: { keys: readonly string[]; orders: Record<string, readonly string[]> }
}

interface StoredKeys {
  keys: string
  coarse: Uint16Array
}

/** Some thousand documents of the index, as they are stored. */
export interface SnapshotGroup {
  generation: string
  count: number
  texts: string[]
  grams: Uint8Array
  ids: string
  parents: string
  kindNames: string[]
  kinds: Uint8Array
  alive: Uint32Array
  keys: StoredKeys
  orders: Record<string, StoredKeys>
  facets: Record<string, Uint32Array>
  /** The words of each set of common pieces, one set after another. */
  common: Uint32Array
}

/** How many groups an index has. */
export function groupsOf({ columns }: IndexParts): number {
  return Math.ceil(columns.count / GROUP_DOCS)
}

/** What all groups of an index have in common. */
export function headOf(
  parts: IndexParts,
  of: Pick<SnapshotHead, 'dataVersion' | 'covered' | 'generation'>,
): SnapshotHead {
  const { columns, common, chosenFor } = parts
  const orders = Object.fromEntries([...columns.orders].map(([name, column]) => [name, column.between]))
  const fences = { keys: columns.keys.between, orders }
  const pieces = common?.pieces ?? null
  return { ...of, form: FORM, groups: groupsOf(parts), pieces, chosenFor, fences }
}

/** One group of an index; null where it holds what cannot be stored so. */
export function groupOf(
  { columns, blocks, common }: IndexParts,
  at: number,
  generation: string,
): SnapshotGroup | null {
  const from = at * GROUP_DOCS
  const to = Math.min(from + GROUP_DOCS, columns.count)
  const stored = blocks.slice(at * GROUP, (at + 1) * GROUP).map((block) => block.stored)
  const grams = new Uint8Array(stored.length * GRAM_BYTES)
  for (const [i, block] of stored.entries()) grams.set(block.grams ?? [], i * GRAM_BYTES)
  const kindNames = [...new Set(columns.kinds.slice(from, to))]
  const part = (set: Bits) => set.part(at * GROUP, GROUP)
  const facets = [...columns.facets].map(([name, set]) => [name, part(set)] as const)
  const [ids, parents] = [joined(columns.ids.slice(from, to)), joined(columns.parents.slice(from, to))]
  const keys = keysOf(columns.keys, from, to)
  const orders = [...columns.orders].map(([name, column]) => [name, keysOf(column, from, to)] as const)
  if (ids === null || parents === null || keys === null || kindNames.length > 255) return null
  const kept: Record<string, StoredKeys> = {}
  for (const [name, column] of orders) {
    if (column === null) return null
    kept[name] = column
  }
  return {
    generation,
    count: to - from,
    texts: stored.map(({ text }) => text),
    grams,
    ids,
    parents,
    kindNames,
    kinds: Uint8Array.from(columns.kinds.slice(from, to), (kind) => kindNames.indexOf(kind)),
    alive: part(columns.alive),
    keys,
    orders: kept,
    facets: Object.fromEntries(facets.filter(([, words]) => words.some((word) => word !== 0))),
    common: common?.sets.page(at) ?? new Uint32Array(0),
  }
}

/** Puts a stored index together, group by group. */
export class Assembly {
  private readonly columns: DocColumns
  private readonly blocks: TextBlock[] = []
  private readonly common: CommonGrams | null
  private groups = 0

  constructor(private readonly head: SnapshotHead) {
    const { keys, orders } = head.fences
    this.columns = new DocColumns(new KeyColumn(keys))
    for (const [name, fences] of Object.entries(orders)) this.columns.orders.set(name, new KeyColumn(fences))
    this.common = head.pieces && new CommonGrams(head.pieces)
  }

  /** Takes the next group; false where it is none of this index, or torn. */
  add(group: SnapshotGroup | undefined): boolean {
    const isLast = this.groups + 1 === this.head.groups
    if (!group || group.generation !== this.head.generation) return false
    if (!isLast && group.count !== GROUP_DOCS) return false
    const at = this.groups * GROUP
    const blocks = group.texts.map((text, i) =>
      TextBlock.of(text, group.grams.subarray(i * GRAM_BYTES, (i + 1) * GRAM_BYTES)),
    )
    if (blocks.reduce((sum, { count }) => sum + count, 0) !== group.count) return false
    if (this.common && !this.common.sets.put(this.groups, group.common)) return false
    if (!this.addColumns(group, at)) return false
    this.blocks.push(...blocks)
    this.groups += 1
    return true
  }

  /** The whole of it; null where groups are missing. */
  parts(): IndexParts | null {
    const { columns, blocks, common } = this
    const { groups, chosenFor } = this.head
    return this.groups === groups ? { columns, blocks, common, chosenFor } : null
  }

  private addColumns(group: SnapshotGroup, at: number): boolean {
    const [ids, parents, keys] = [
      group.ids.split(NEXT),
      group.parents.split(NEXT),
      group.keys.keys.split(NEXT),
    ]
    if ([ids, parents, keys].some(({ length }) => length !== group.count)) return false
    const { columns } = this
    const before = columns.count
    const kindOf = (i: number) => columns.once(group.kindNames[group.kinds[i] ?? 0] ?? '')
    for (let i = 0; i < group.count; i += 1) {
      columns.ids.push(ids[i] ?? '')
      columns.kinds.push(kindOf(i))
      columns.parents.push(columns.once(parents[i] ?? ''))
    }
    columns.keys.append(keys, group.keys.coarse)
    for (const [name, { keys: stored, coarse }] of Object.entries(group.orders)) {
      const column = columns.orders.get(name)
      // Documents of the groups before had no place in this order.
      column?.fill(before)
      column?.append(
        stored.split(NEXT).map((key) => (key === NO_KEY ? undefined : key)),
        coarse,
      )
    }
    for (const [name, words] of Object.entries(group.facets))
      columns.setOf(columns.facets, name).put(at, words)
    columns.alive.put(at, group.alive)
    columns.noteKinds(before)
    return true
  }
}

function joined(texts: readonly string[]): string | null {
  return texts.some((text) => text.includes(NEXT)) ? null : texts.join(NEXT)
}

function keysOf(column: KeyColumn, from: number, to: number): StoredKeys | null {
  const part = column.part(from, to)
  if (part.keys.includes(NO_KEY)) return null
  // Behind the last document that stands in this order the column ends.
  const keys = joined(Array.from({ length: to - from }, (_, i) => part.keys[i] ?? NO_KEY))
  const coarse = new Uint16Array(to - from)
  coarse.set(part.coarse)
  return keys === null ? null : { keys, coarse }
}
