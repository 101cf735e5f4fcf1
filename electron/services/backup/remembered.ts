import type { BackupListing } from '../../../shared/schema/backup'
import type { Refusal } from '../../../shared/util/result'
import type { Disk } from './disk'
import { emptyMemory, type Memory, type PlaceName, readMemory, writeMemory } from './memory'
import { placeTrouble } from './trouble'

/** The memory of the backups, kept in step with its file. */
export class Remembered {
  private memory: Memory | null = null
  /** The file is there and was not to be read when something changed: what is remembered is of this start only. */
  private unread = false

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly onChange: () => void,
  ) {}

  /** What cannot be read now is looked for again at the next call. */
  async get(): Promise<Memory> {
    if (this.memory) return this.memory
    try {
      const read = await readMemory(this.disk, this.path)
      // Changed while it was read.
      this.memory ??= read
      return this.memory
    } catch {
      return emptyMemory()
    }
  }

  /**
   * A memory that cannot be written is kept while the desk runs: a backup is no worse for it. One that could not be read
   * is never written over: the second place stands in it.
   */
  async change(changes: (memory: Memory) => Partial<Memory>): Promise<void> {
    const known = await this.get()
    this.unread ||= this.memory === null
    const next = { ...known, ...changes(known) }
    this.memory = next
    if (!this.unread) await writeMemory(this.disk, this.path, next).catch(() => undefined)
    this.onChange()
  }

  changePlace(name: PlaceName, changes: Partial<Memory['places']['local']>): Promise<void> {
    return this.change(({ places }) => ({ places: { ...places, [name]: { ...places[name], ...changes } } }))
  }

  /** A place has the newest backup there is; what comes beside it may still fail. */
  async newest(name: PlaceName | null, { madeAt, lastSeq: seq, bytes }: BackupListing): Promise<void> {
    await this.change(() => ({ last: { madeAt, seq, bytes } }))
    if (name) await this.changePlace(name, { goodAt: madeAt, goodBytes: bytes })
  }

  /** A place has everything that belongs to the newest backup. */
  async went(name: PlaceName, { madeAt, bytes }: BackupListing): Promise<void> {
    await this.changePlace(name, { trouble: null, goodAt: madeAt, goodBytes: bytes })
  }

  /** A place failed; since when is kept until it goes well. Answers the failure in words. */
  async troubled(name: PlaceName, error: unknown, now: string): Promise<Refusal> {
    const refusal = placeTrouble(error)
    const { places } = await this.get()
    await this.changePlace(name, { trouble: { ...refusal, since: places[name].trouble?.since ?? now } })
    return refusal
  }
}
