import {
  type DBCore,
  type DBCoreGetManyRequest,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie'

/** Above the sealing, so that rows are kept as the rules know them; below Dexie's own caches and observers. */
const ABOVE_THE_SEALING = -5

interface Unwritten {
  type: 'add' | 'put'
  value: unknown
}

const nameOf = (key: unknown): string => JSON.stringify(key)
const soon = <T>(value: T): Promise<T> => Dexie.Promise.resolve(value)

/**
 * Keeps the rows of one large transaction in memory and writes each once, at its end: ten thousand commands in a row
 * ask for the same counters, settings and chain end again and again, and every question is a way to the browser's
 * process and back. Only for a database that nobody else has open, and only between `begin` and `end`; whatever asks
 * by an index or a range has what is unwritten of its table written before it.
 */
export class PortionMemory {
  private readonly tables = new Map<string, MemoryTable>()
  private isOpen = false

  readonly middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'portionMemory',
    level: ABOVE_THE_SEALING,
    create: (down) => {
      this.tables.clear()
      return { ...down, table: (name) => this.memoryOf(down, name).asTable(() => this.isOpen) }
    },
  }

  /** The transaction that has just begun is the one whose rows are kept. */
  begin(): void {
    this.isOpen = true
  }

  /** Writes what is unwritten; the last thing in the transaction. */
  async write(): Promise<void> {
    for (const table of this.tables.values()) await table.write()
  }

  /** The transaction is over, well or not: nothing of it is known any more. */
  end(): void {
    this.isOpen = false
    for (const table of this.tables.values()) table.forget()
  }

  /** Dexie asks for a table more than once. */
  private memoryOf(down: DBCore, name: string): MemoryTable {
    const memory = this.tables.get(name) ?? new MemoryTable(down.table(name))
    this.tables.set(name, memory)
    return memory
  }
}

/** One table's rows by key, as read or as they will be written. */
class MemoryTable {
  private readonly known = new Map<string, unknown>()
  private unwritten = new Map<string, Unwritten>()
  private trans: DBCoreTransaction | null = null

  constructor(private readonly down: DBCoreTable) {}

  asTable(isOpen: () => boolean): DBCoreTable {
    const { down } = this
    const writtenFirst =
      <Q, A>(ask: (req: Q) => Promise<A>) =>
      (req: Q): Promise<A> =>
        this.unwritten.size > 0 ? this.write().then(() => ask(req)) : ask(req)
    return {
      ...down,
      get: (req) =>
        isOpen() ? this.getMany({ trans: req.trans, keys: [req.key] }).then(([row]) => row) : down.get(req),
      getMany: (req) => (isOpen() ? this.getMany(req) : down.getMany(req)),
      mutate: (req) => (isOpen() ? this.mutate(req) : down.mutate(req)),
      query: writtenFirst(down.query),
      openCursor: writtenFirst(down.openCursor),
      count: writtenFirst(down.count),
    }
  }

  /** In one go for each way of writing. */
  write(): Promise<void> {
    const { trans } = this
    const rows = [...this.unwritten.values()]
    this.unwritten = new Map()
    if (trans === null || rows.length === 0) return soon(undefined)
    const written = (['add', 'put'] as const).flatMap((type) => {
      const values = rows.flatMap((row) => (row.type === type ? [row.value] : []))
      return values.length > 0 ? [this.down.mutate({ type, trans, values })] : []
    })
    return Dexie.Promise.all(written).then((answers) => {
      const failure = answers.flatMap(({ failures }) => Object.values(failures))[0]
      if (failure) throw failure
    })
  }

  forget(): void {
    this.known.clear()
    this.unwritten.clear()
    this.trans = null
  }

  private getMany(req: DBCoreGetManyRequest): Promise<unknown[]> {
    const answer = (): unknown[] => req.keys.map((key) => this.known.get(nameOf(key)))
    const unknown = req.keys.filter((key) => !this.known.has(nameOf(key)))
    if (unknown.length === 0) return soon(answer())
    return this.down.getMany({ trans: req.trans, keys: unknown }).then((rows) => {
      for (const [at, key] of unknown.entries()) {
        // Written while it was read: the newer one counts.
        if (!this.known.has(nameOf(key))) this.known.set(nameOf(key), rows[at])
      }
      return answer()
    })
  }

  private mutate(req: DBCoreMutateRequest): Promise<DBCoreMutateResponse> {
    this.trans = req.trans
    if (req.type === 'add' || req.type === 'put') return soon(this.keep(req.type, req.values))
    return this.write().then(() => {
      this.known.clear()
      return this.down.mutate(req)
    })
  }

  /** As the store does: what is written is a copy, whatever becomes of the row. */
  private keep(type: Unwritten['type'], values: readonly unknown[]): DBCoreMutateResponse {
    const keys = values.map((value) => this.down.schema.primaryKey.extractKey?.(value))
    for (const [at, given] of values.entries()) {
      const name = nameOf(keys[at])
      const value: unknown = structuredClone(given)
      this.known.set(name, value)
      this.unwritten.set(name, { type: this.unwritten.get(name)?.type ?? type, value })
    }
    return { numFailures: 0, failures: {}, lastResult: keys.at(-1), results: keys }
  }
}
