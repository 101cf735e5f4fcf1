import { dirname, join } from 'node:path'
import type { BackupRunning, BackupState } from '../../../shared/ipc/backupChannels'
import type { JournalLine } from '../../../shared/ipc/channels'
import type { BackupListing, BackupReason } from '../../../shared/schema/backup'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { Secrets } from '../vault/sealed'
import type { Vault } from '../vault/vault'
import { bringFiles, type FileSource, pruneFiles } from './attachments'
import type { Disk } from './disk'
import { filesOfBackup } from './filesOfBackup'
import { type Memory, newPlace, PLACES, type PlaceName } from './memory'
import type { BackupOffice } from './names'
import { Place } from './place'
import { Remembered } from './remembered'
import { type Ending, Session } from './session'
import { type PatientDisk, withPatience } from './patience'
import { type Looks, placesState } from './stateOf'
import { Cancelled, placeTrouble } from './trouble'

/** Room that a backup leaves on the disk on which the desk itself works, and elsewhere. */
const RESERVE: Record<PlaceName, number> = { local: 512 * 1024 * 1024, second: 4 * 1024 * 1024 }

/** Room asked for before there was a backup to go by. */
const FIRST_BYTES = 1024 * 1024

/** How often progress is told, ms. */
const TELL_MS = 200

/** What the service needs from outside. */
export interface BackupsOptions {
  disk: Disk
  /** How long a place may take for one request, ms. */
  patienceMs: number
  /** Remembers the places and how they fared. */
  memoryPath: string
  /** Where copies go that nobody has to think of. */
  localRoot: string
  /** The store of attachments. */
  filesFolder: string
  vault: Pick<Vault, 'state' | 'secrets' | 'recipient'>
  clock: () => Date
  newToken: () => string
  /** State or progress changed. */
  onChange: () => void
}

/** Makes the office's backups (docs/backup-format.md, decision 28). One at a time. */
export class Backups {
  private readonly memory: Remembered
  private token = ''
  private session: Session | null = null
  private busy: AbortController | null = null
  private running: BackupRunning | null = null
  private toldAt = 0
  private leastSeq = 0
  /** Files that the newest backup names, as far as this start knows. */
  private wanted: { name: string; files: string[] } | null = null
  /** One for each folder: no place waits for another. */
  private readonly disks = new Map<string, PatientDisk>()
  private readonly looks: Looks = new Map()

  constructor(private readonly options: BackupsOptions) {
    this.memory = new Remembered(options.disk, options.memoryPath, options.onChange)
  }

  /** Where everything stands. */
  async state(): Promise<BackupState> {
    const memory = await this.memory.get()
    const { disk, memoryPath } = this.options
    const home = await disk.device(dirname(memoryPath)).catch(() => null)
    const places = await placesState(memory, (name) => this.placeOf(memory, name), this.looks, home)
    return { running: this.running, last: memory.last, places }
  }

  /** Folders in which backups may lie, whosever: for somebody who looks for one. */
  async folders(): Promise<string[]> {
    const { localRoot } = this.options
    const { second } = await this.memory.get()
    const roots = [localRoot, ...(second ? [second.root] : [])]
    const found = await Promise.all(
      roots.map(async (root) =>
        (
          await this.diskOf(root)
            .list(root)
            .catch(() => [])
        ).map((name) => join(root, name)),
      ),
    )
    return found.flat()
  }

  /** The end of the chain in the newest good backup; null before the first. */
  async lastSeq(): Promise<number | null> {
    return (await this.memory.get()).last?.seq ?? null
  }

  /**
   * See channel `backup.begin`. A database that is found to end before `leastSeq`, where the journal ends now, is not
   * whole: no backup is made of it.
   */
  async begin(reason: BackupReason, office: BackupOffice, leastSeq = 0): Promise<Result<{ token: string }>> {
    if (this.busy) return refuse('backup.running')
    this.busy = new AbortController()
    this.leastSeq = leastSeq
    this.show({ reason, phase: 'rows', done: 0, total: 0 })
    const begun = await this.tryBegin(reason, office).catch((error: unknown) => ({
      ok: false as const,
      refusal: placeTrouble(error),
    }))
    if (!begun.ok) this.rest()
    return begun
  }

  /** See channel `backup.add`. */
  async add(
    token: string,
    name: string,
    content: string,
    rows: number,
  ): Promise<Result<Record<string, never>>> {
    const { session } = this
    if (!session || token !== this.token) return refuse('backup.cancelled')
    try {
      await session.add(name, content)
    } catch (error) {
      return this.failed(session, error)
    }
    const total = Object.values(session.counts).reduce((sum, one) => sum + one, 0)
    const { reason } = session
    this.show({ reason, phase: 'rows', done: Math.min((this.running?.done ?? 0) + rows, total), total })
    return accept({})
  }

  /** See channel `backup.finish`. */
  async finish(token: string, ending: Ending): Promise<Result<{ name: string; bytes: number }>> {
    const { session } = this
    if (!session || token !== this.token) return refuse('backup.cancelled')
    if (ending.to.seq < this.leastSeq) {
      await this.drop(session)
      return refuse('backup.databaseShort')
    }
    this.show({ reason: session.reason, phase: 'checking', done: 0, total: 0 })
    try {
      const made = await session.finish(ending)
      if (!made) {
        await this.drop(session)
        return refuse('backup.journalBehind')
      }
      this.session = null
      this.wanted = { name: made.listing.name, files: made.attachments }
      await this.memory.newest(this.nameOf(await this.memory.get(), session.place), made.listing)
      await this.bringAll(made.listing, session.place)
      return accept({ name: made.listing.name, bytes: made.listing.bytes })
    } catch (error) {
      return this.failed(session, error)
    } finally {
      this.rest()
    }
  }

  /** Lines that the journal has just flushed. */
  note(lines: readonly JournalLine[]): void {
    this.session?.note(lines)
  }

  /** Gives up what is running; a backup that one place has already is kept there. */
  async cancel(): Promise<void> {
    this.busy?.abort()
    if (this.session) await this.drop(this.session)
  }

  /** Brings the newest backup to places that lack it, where they can be reached. Refuses `backup.running`. */
  async mend(): Promise<Result<Record<string, never>>> {
    if (this.busy) return refuse('backup.running')
    this.busy = new AbortController()
    try {
      const memory = await this.memory.get()
      const from = await this.newest(memory)
      if (from) await this.bringAll(from.listing, from.place)
      return accept({})
    } finally {
      this.rest()
    }
  }

  /** Takes `root` as the second place from now on. Refuses as its trouble says; then nothing has changed. */
  async chooseSecond(root: string, office: BackupOffice): Promise<Result<Record<string, never>>> {
    const place = new Place(this.diskOf(root), root, office, true)
    try {
      await place.prepare(0, 0)
    } catch (error) {
      return { ok: false, refusal: placeTrouble(error) }
    }
    const chosenAt = this.now()
    await this.memory.change(({ places }) => ({
      office,
      second: { root, chosenAt },
      places: { ...places, second: newPlace() },
    }))
    return accept({})
  }

  /** No second place any more; what lies there stays. */
  async forgetSecond(): Promise<void> {
    await this.memory.change(({ places }) => ({ second: null, places: { ...places, second: newPlace() } }))
  }

  /** The last moment, or another office: what is unfinished is given up. */
  close(): Promise<void> {
    return this.cancel()
  }

  /** Whether a place still owes an answer: a share that hangs would hold up the end of the process. */
  isHanging(): boolean {
    return [...this.disks.values()].some((disk) => disk.isHanging())
  }

  private diskOf(root: string): PatientDisk {
    const known = this.disks.get(root) ?? withPatience(this.options.disk, this.options.patienceMs)
    this.disks.set(root, known)
    return known
  }

  private now(): string {
    return this.options.clock().toISOString()
  }

  private async tryBegin(reason: BackupReason, office: BackupOffice): Promise<Result<{ token: string }>> {
    const { vault } = this.options
    const { kind } = await vault.state()
    const secrets = await vault.secrets()
    if (!secrets) return refuse(kind === 'none' ? 'vault.none' : 'vault.locked')
    const memory = await this.memory.get()
    if (!sameOffice(memory.office, office)) await this.memory.change(() => ({ office }))
    const begun = await this.firstThatTakes(reason, secrets)
    if (!begun.ok) return begun
    // Somebody gave it up while the places were looked for.
    if (this.busy?.signal.aborted) {
      await begun.value.giveUp()
      return refuse('backup.cancelled')
    }
    this.session = begun.value
    this.token = this.options.newToken()
    return accept({ token: this.token })
  }

  private async firstThatTakes(reason: BackupReason, secrets: Secrets): Promise<Result<Session>> {
    let first: Result<Session> = refuse('backup.failed')
    for (const name of await this.order()) {
      const place = this.placeOf(await this.memory.get(), name)
      if (!place) continue
      try {
        await place.prepare(await this.likelyBytes(), RESERVE[name])
        return accept(await Session.begin(place, reason, secrets, this.now()))
      } catch (error) {
        const refusal = await this.memory.troubled(name, error, this.now())
        if (first.ok || first.refusal.key === 'backup.failed') first = { ok: false, refusal }
      }
    }
    return first
  }

  /** A place that has just failed while it was written comes last. */
  private async order(): Promise<PlaceName[]> {
    const { places } = await this.memory.get()
    return PLACES.toSorted((a, b) => Number(places[a].trouble !== null) - Number(places[b].trouble !== null))
  }

  private async likelyBytes(): Promise<number> {
    return Math.ceil(((await this.memory.get()).last?.bytes ?? FIRST_BYTES) * 1.2)
  }

  /** The session is over; answers what the page is to do: begin anew where another place is left, or say what is wrong. */
  private async failed(session: Session, error: unknown): Promise<Result<never>> {
    // What it says once its file was taken away beneath it is no trouble of the place.
    const givenUp = session.abort.signal.aborted || error instanceof Cancelled
    await this.drop(session)
    if (givenUp) return refuse('backup.cancelled')
    const memory = await this.memory.get()
    const name = this.nameOf(memory, session.place)
    const refusal = name ? await this.memory.troubled(name, error, this.now()) : placeTrouble(error)
    const { second, places } = await this.memory.get()
    const other = name === 'local' ? second !== null && !places.second.trouble : !places.local.trouble
    return other ? refuse('backup.placeFailed', undefined, { why: refusal.key }) : { ok: false, refusal }
  }

  private async drop(session: Session): Promise<void> {
    if (this.session === session) {
      this.session = null
      this.token = ''
    }
    await session.giveUp()
    this.rest()
  }

  /** The newest backup to every other place, then the attachments everywhere. A place that fails holds up no other. */
  private async bringAll(listing: BackupListing, from: Place): Promise<void> {
    const memory = await this.memory.get()
    for (const name of PLACES) {
      const place = this.placeOf(memory, name)
      if (!place) continue
      try {
        if (place.folder !== from.folder) await this.bringBackup(place, name, listing, from)
        await this.bringAttachments(place, name, listing, from)
        await this.memory.went(name, listing)
      } catch (error) {
        if (error instanceof Cancelled) return
        await this.memory.troubled(name, error, this.now())
      }
    }
  }

  private async bringBackup(
    place: Place,
    name: PlaceName,
    listing: BackupListing,
    from: Place,
  ): Promise<void> {
    await place.prepare(listing.bytes, RESERVE[name])
    if ((await place.shelf()).backups.some((one) => one.name === listing.name)) return
    const { reason, bytes: total } = listing
    let done = 0
    await place.copyFrom(from, listing, this.signal(), (bytes) => {
      done += bytes
      this.show({ reason, phase: 'copying', done, total })
    })
  }

  private async bringAttachments(
    place: Place,
    name: PlaceName,
    listing: BackupListing,
    from: Place,
  ): Promise<void> {
    const { vault, disk, filesFolder } = this.options
    const [secrets, recipient] = await Promise.all([vault.secrets(), vault.recipient()])
    if (!secrets || !recipient) return
    const files = await this.filesOf(listing, from, secrets)
    if (!files) return
    const source: FileSource = { disk, folder: filesFolder, secrets, recipient }
    const { lost } = await bringFiles(place, files, source, this.signal(), (done, total) =>
      this.show({ reason: listing.reason, phase: 'files', done, total }),
    )
    await this.memory.changePlace(name, { lostFiles: lost })
    await pruneFiles(place, files, listing.name)
  }

  private async filesOf(listing: BackupListing, from: Place, secrets: Secrets): Promise<string[] | null> {
    if (this.wanted?.name === listing.name) return this.wanted.files
    const files = await filesOfBackup(from, listing, secrets.password)
    this.wanted = files && { name: listing.name, files }
    return files
  }

  private async newest(memory: Memory): Promise<{ place: Place; listing: BackupListing } | null> {
    for (const name of PLACES) {
      const place = this.placeOf(memory, name)
      const shelf = await place?.shelf().catch(() => null)
      const listing = shelf?.backups.find(({ madeAt }) => madeAt === memory.last?.madeAt)
      if (place && listing) return { place, listing }
    }
    return null
  }

  private signal(): AbortSignal {
    return this.busy?.signal ?? AbortSignal.abort()
  }

  private placeOf({ office, second }: Memory, name: PlaceName): Place | null {
    const { localRoot } = this.options
    if (!office) return null
    if (name === 'local') return new Place(this.diskOf(localRoot), localRoot, office, true)
    return second && new Place(this.diskOf(second.root), second.root, office, false)
  }

  private nameOf(memory: Memory, place: Place): PlaceName | null {
    return PLACES.find((name) => this.placeOf(memory, name)?.folder === place.folder) ?? null
  }

  private show(running: BackupRunning): void {
    const again = running.phase === this.running?.phase && running.done < running.total
    this.running = running
    const now = this.options.clock().getTime()
    if (again && now - this.toldAt < TELL_MS) return
    this.toldAt = now
    this.options.onChange()
  }

  private rest(): void {
    this.busy = null
    this.running = null
    this.options.onChange()
  }
}

function sameOffice(a: BackupOffice | null, b: BackupOffice): boolean {
  return a?.officeId === b.officeId && a.estateName === b.estateName && a.officeName === b.officeName
}
