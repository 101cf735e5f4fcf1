import { Dexie } from 'dexie'
import type { SearchChange } from '../core/env'
import { allDocs, booksMark, docsOf, writtenSince } from './books'
import type { LoadedFrom } from './protocol'
import type { IndexParts, SearchIndex } from './searchIndex'
import { Assembly, type Covered, FORM, GROUP_DOCS, groupOf, groupsOf, headOf } from './snapshot'
import { SnapshotStore, type Told } from './snapshotStore'

/** An index that is further behind the books than this is stored again once there is time. */
const BEHIND = 500
/** Groups read at once: never all of them beside the index. */
const AT_ONCE = 4

/**
 * Loads the index of a database and keeps a snapshot of it, so that the next start reads that and not every document.
 * The snapshot is never believed by itself: the chain of the books must have stood where it ends, in the same data
 * version, and what was written since is read from the books.
 */
export class IndexKeeper {
  private store: SnapshotStore | null = null
  private dataVersion = 0
  /** Up to where the index holds everything; null without a chain. */
  private covered: Covered | null = null
  /** Commits that came before an earlier one. */
  private readonly ahead = new Map<number, string>()
  private told: Told[] = []
  /** Groups that differ from what is stored; all of them, where nothing is. */
  private dirty: Set<number> | 'all' = 'all'
  private generation = ''
  /** What the generation was prepared by. */
  private prepared: unknown[] = []
  private changed = Number.POSITIVE_INFINITY
  private mayWrite = false
  private loaded = false

  constructor(
    private readonly database: string,
    private readonly index: SearchIndex,
  ) {}

  /** Reads the index: from the snapshot where it agrees with the books, else from all documents; answers from which. */
  async load(): Promise<LoadedFrom> {
    this.loaded = true
    this.index.load([])
    // As it stands: what else is in there, and how it is sealed, is none of the search's business.
    const db = new Dexie(this.database)
    await db.open()
    try {
      const { dataVersion, end, erasing } = await booksMark(db)
      this.dataVersion = dataVersion
      const restored = end !== null && !erasing && (await this.restored(db, end).catch(() => false))
      if (!restored) {
        this.forget()
        this.index.load([])
        for await (const docs of allDocs(db)) this.index.add(docs)
      }
      this.covered = end
      return restored ? 'snapshot' : 'books'
    } finally {
      db.close()
    }
  }

  /**
   * From now on this window writes the snapshot; the others only read it. Where it was loaded before, another may have
   * written since, with its documents in other places.
   */
  write(): void {
    this.mayWrite = true
    if (this.loaded) this.forget()
  }

  /** Takes over a commit. */
  apply(change: SearchChange): void {
    const before = this.index.count
    const places = this.index.apply(change)
    for (let place = before; place < this.index.count; place += GROUP_DOCS) this.touch(place)
    if (this.index.count > before) this.touch(this.index.count - 1)
    for (const place of places) this.touch(place)
    this.changed += change.put.length
    const { chain } = change
    if (!chain) return
    if (change.put.length > 0) this.told.push({ ...chain, ids: change.put.map(({ id }) => id) })
    this.follow(chain)
  }

  /** Whether the index holds everything up to an entry of the chain. */
  covers(seq: number): boolean {
    return this.covered !== null && this.covered.seq >= seq
  }

  /** Forgets what is stored: all of it is to be written again, or nothing of it was believed. */
  forget(): void {
    this.dirty = 'all'
    this.generation = ''
    this.changed = Number.POSITIVE_INFINITY
    this.told = []
  }

  /** Whether there is something to store. `soon`: also where it would not be worth while. */
  isDue(soon = false): boolean {
    if (!this.mayWrite || !this.covered) return false
    return this.told.length > 0 || this.changed >= BEHIND || (soon && this.changed > 0)
  }

  /**
   * Stores what is to be stored, a group at a time; between them `pause` lets questions be answered, and answers false
   * where it is to stop. Never throws: without a snapshot the next start takes longer.
   */
  async save(pause: () => Promise<boolean>, soon = false): Promise<void> {
    try {
      this.store ??= await SnapshotStore.open(this.database)
      const told = this.told.splice(0)
      if (told.length > 0 && this.generation !== '') await this.store.tell(told)
      if (this.changed >= BEHIND || (soon && this.changed > 0)) await this.storeGroups(this.store, pause)
    } catch {
      // A full disk, or the database was thrown away: the next start tries again.
      this.mayWrite = false
      this.forget()
    }
  }

  private async storeGroups(store: SnapshotStore, pause: () => Promise<boolean>): Promise<void> {
    const { covered } = this
    if (!covered || !this.index.parts()) return
    // What is written from here on may be in the groups or not: it is read from the books again.
    this.changed = 0
    for (;;) {
      const parts = this.index.parts()
      if (!parts) {
        // Something came in that is still to be prepared.
        this.changed = Number.POSITIVE_INFINITY
        return
      }
      if (!this.isSamePreparation(parts)) await this.beginAnew(store, parts)
      const at = this.nextDirty(parts)
      if (at === undefined) {
        await store.putHead(
          headOf(parts, { dataVersion: this.dataVersion, covered, generation: this.generation }),
        )
        return
      }
      const group = groupOf(parts, at, this.generation)
      if (!group) return this.forgo()
      await store.putGroup(at, group)
      if (!(await pause())) {
        this.changed = Number.POSITIVE_INFINITY
        return
      }
    }
  }

  /** What is in there cannot be stored. */
  private forgo(): void {
    this.mayWrite = false
  }

  private nextDirty(parts: IndexParts): number | undefined {
    if (this.dirty === 'all') this.dirty = new Set(Array.from({ length: groupsOf(parts) }, (_, at) => at))
    const [at] = this.dirty
    if (at !== undefined) this.dirty.delete(at)
    return at
  }

  private isSamePreparation(parts: IndexParts): boolean {
    const now = preparationOf(parts)
    return (
      this.generation !== '' &&
      now.length === this.prepared.length &&
      now.every((one, i) => one === this.prepared[i])
    )
  }

  private async beginAnew(store: SnapshotStore, parts: IndexParts): Promise<void> {
    await store.clear()
    this.dirty = 'all'
    this.generation = crypto.randomUUID()
    this.prepared = preparationOf(parts)
  }

  private async restored(db: Dexie, end: Covered): Promise<boolean> {
    this.store ??= await SnapshotStore.open(this.database)
    const head = await this.store.head()
    if (head?.form !== FORM || head.dataVersion !== this.dataVersion) return false
    const told = await this.store.told(head.covered.seq, end.seq)
    const ids = await writtenSince(db, head.covered, end, told)
    if (!ids) return false
    const assembly = new Assembly(head)
    for (let from = 0; from < head.groups; from += AT_ONCE) {
      const wanted = Array.from({ length: Math.min(AT_ONCE, head.groups - from) }, (_, i) => from + i)
      const groups = await Promise.all(wanted.map((at) => this.store?.group(at)))
      if (!groups.every((group) => assembly.add(group))) return false
    }
    const parts = assembly.parts()
    if (!parts) return false
    this.index.take(parts)
    this.dirty = new Set()
    this.generation = head.generation
    this.prepared = preparationOf(parts)
    this.changed = 0
    this.apply(await docsOf(db, ids))
    return true
  }

  private touch(place: number): void {
    if (this.dirty !== 'all') this.dirty.add(Math.floor(place / GROUP_DOCS))
  }

  /** The index covers the chain as far as no commit is missing. */
  private follow(chain: { seq: number; digest: string }): void {
    this.ahead.set(chain.seq, chain.digest)
    for (const seq of [...this.ahead.keys()].sort((a, b) => a - b)) {
      const digest = this.ahead.get(seq)
      if (!this.covered || digest === undefined || seq > this.covered.seq + 1) return
      if (seq > this.covered.seq) this.covered = { ...this.covered, seq, digest }
      this.ahead.delete(seq)
    }
  }
}

/** What an index was prepared by: a group that was prepared by something else does not fit to it. */
function preparationOf({ columns, common }: IndexParts): unknown[] {
  return [common, columns.keys.between, ...[...columns.orders.values()].map((column) => column.between)]
}
