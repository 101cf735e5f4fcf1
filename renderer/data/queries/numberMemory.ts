import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'
import type { RegisterTable } from '../commands/registerTables'
import type { DeskDatabase } from '../core/database'

/** A part of a table's index of numbers: `from` included, `to` not. */
export interface Stretch {
  table: RegisterTable
  from: string
  to: string
}

/** Stretches that are remembered: the registers of two years. More are forgotten together. */
const MOST_STRETCHES = 24
/** Numbers that a look asks for again one by one; where more changed, the stretch is read anew. */
const MOST_CHANGED = 200

const memories = new WeakMap<DeskDatabase, NumberMemory>()

/**
 * Every number of a stretch, in the order of the index; no row is read. A year's numbers are many and each costs a step
 * of a cursor: read once, they are remembered, and later looks ask for those alone that were written since. Inside a
 * transaction, which may have written some itself, all of them are read.
 */
export async function numbersBetween(db: DeskDatabase, stretch: Stretch): Promise<readonly string[]> {
  if (Dexie.currentTransaction) return [...(await readStretch(db, stretch)).values()]
  // The first is asked for each time: a live query follows the stretch by it.
  await db.table(stretch.table).where('number').between(stretch.from, stretch.to).limit(1).primaryKeys()
  return memoryOf(db).numbersOf(db, stretch)
}

/** Numbers by the ids of their rows. */
type Numbers = ReadonlyMap<string, string>

async function readStretch(db: DeskDatabase, { table, from, to }: Stretch): Promise<Numbers> {
  const found = new Map<string, string>()
  const range = db.table(table).where('number').between(from, to)
  await range.eachKey((number, { primaryKey }) => found.set(String(primaryKey), String(number)))
  return found
}

/** Of a database that was opened anew nothing is known. */
function memoryOf(db: DeskDatabase): NumberMemory {
  const opened = db.backendDB()
  const known = memories.get(db)
  if (known?.opened === opened) return known
  const memory = new NumberMemory(db.name, opened)
  memories.set(db, memory)
  follow(new WeakRef(memory))
  return memory
}

/** Every write of whatever window or worker, once it is committed, until nobody holds the memory any more. */
function follow(memory: WeakRef<NumberMemory>): void {
  const note = (parts: ObservabilitySet): void => {
    const held = memory.deref()
    if (held) held.note(parts)
    else Dexie.on.storagemutated.unsubscribe(note)
  }
  Dexie.on('storagemutated', note)
}

interface Known {
  table: RegisterTable
  numbers: Numbers
  ordered: readonly string[]
  /** Numbers that may have come, or be gone, since. */
  changed: Set<string>
}

class NumberMemory {
  private readonly stretches = new Map<string, Known>()
  /** Writes that were noted, so that a look knows whether one overtook it. */
  private writes = 0

  constructor(
    private readonly name: string,
    readonly opened: IDBDatabase,
  ) {}

  async numbersOf(db: DeskDatabase, stretch: Stretch): Promise<readonly string[]> {
    const { table, from, to } = stretch
    const key = [table, from, to].join('|')
    const [known, writes] = [this.stretches.get(key), this.writes]
    if (known?.changed.size === 0) return known.ordered
    const numbers = known ? await againRead(db, known, stretch) : await readStretch(db, stretch)
    const ordered = [...numbers.values()].sort(byCodeUnits)
    // What was written while it was read may stand in it or not.
    if (writes === this.writes) this.remember(key, { table, numbers, ordered, changed: new Set() })
    return ordered
  }

  /** Notes which numbers a write may have changed; a stretch of which it does not say is forgotten. */
  note(parts: ObservabilitySet): void {
    this.writes += 1
    for (const [key, known] of this.stretches) {
      // A row of which the database did not know what it held before is told by its id only.
      const ids = pointsOf(parts, this.partOf(known.table, ':dels'))
      const numbers = pointsOf(parts, this.partOf(known.table, 'number'))
      for (const number of numbers ?? []) known.changed.add(number)
      for (const id of ids ?? []) {
        const number = known.numbers.get(id)
        if (number !== undefined) known.changed.add(number)
      }
      if (!ids || !numbers || known.changed.size > MOST_CHANGED) this.stretches.delete(key)
    }
  }

  private remember(key: string, known: Known): void {
    if (!this.stretches.has(key) && this.stretches.size >= MOST_STRETCHES) this.stretches.clear()
    this.stretches.set(key, known)
  }

  /** As Dexie names what a transaction changed. */
  private partOf(table: string, index: string): string {
    return `idb://${this.name}/${table}/${index}`
  }
}

/** The stretch with those numbers as they are now of which something was written. */
async function againRead(db: DeskDatabase, known: Known, { table, from, to }: Stretch): Promise<Numbers> {
  const asked = [...known.changed].filter((number) => number >= from && number < to)
  const numbers = new Map([...known.numbers].filter(([, number]) => !known.changed.has(number)))
  await db
    .table(table)
    .where('number')
    .anyOf(asked)
    .eachKey((number, { primaryKey }) => numbers.set(String(primaryKey), String(number)))
  return numbers
}

/** The single keys of a part; null where it holds whole ranges. */
function pointsOf(parts: ObservabilitySet, part: string): string[] | null {
  const tree = parts[part]
  if (!tree) return []
  const points: string[] = []
  for (const { from, to } of RangeSet(tree)) {
    if (typeof from !== 'string' || from !== to) return null
    points.push(from)
  }
  return points
}

/** As the index orders texts. */
function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
