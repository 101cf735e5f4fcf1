import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type BackupListing, backupIndexSchema } from '../../../shared/schema/backup'
import { tempName } from '../atomicFile'
import type { Disk, NewFile } from './disk'
import { keptOf } from './keep'
import { type BackupOffice, folderName, isBackupName, README, README_NAME } from './names'
import type { Bytes } from './seal'
import { coded, goOn } from './trouble'

const INDEX = 'index.json'

/** What is on the shelf of one office in one place. */
export interface Shelf {
  /** Oldest first; each was read back when it was made, and its file is there. */
  backups: BackupListing[]
  /** Files named like backups that the index does not know: an index that was lost. Never touched. */
  strays: string[]
}

/** A file that is being written beside its final name. */
export interface Writing {
  temp: string
  file: NewFile
}

/** One place for the backups of one office: a folder on this machine, a USB stick, a network share. */
export class Place {
  readonly folder: string

  /** @param firm made when it is missing; else a missing folder is a stick that is not plugged in. */
  constructor(
    readonly disk: Disk,
    readonly root: string,
    office: BackupOffice,
    private readonly firm: boolean,
  ) {
    this.folder = join(root, folderName(office))
  }

  /** Makes the place ready for a backup of about `bytes`. Throws the system's error; ENOENT where it is not there. */
  async prepare(bytes: number, reserve: number): Promise<void> {
    await this.mustBeThere()
    await this.removeLeftovers()
    if ((await this.disk.size(join(this.folder, README_NAME))) === null)
      await this.disk.writeText(join(this.folder, README_NAME), README)
    if ((await this.disk.free(this.folder)) < bytes + reserve) throw coded('ENOSPC', 'not enough room')
  }

  /** Whether it can be reached now. Throws ETIMEDOUT of a share that hangs. */
  isThere(): Promise<boolean> {
    return this.disk.isFolder(this.folder)
  }

  async begin(name: string): Promise<Writing> {
    const temp = tempName(join(this.folder, name))
    return { temp, file: await this.disk.create(temp) }
  }

  /** Gives up what was written; a place that does not answer keeps a leftover until the next run. */
  async giveUp({ temp, file }: Writing): Promise<void> {
    await file.close().catch(() => undefined)
    await this.disk.remove(temp).catch(() => undefined)
  }

  pathOf(name: string): string {
    return join(this.folder, name)
  }

  bytesOf(path: string): Bytes {
    return this.disk.read(path)
  }

  /** Takes over a finished copy, under its name, and drops what the rule no longer keeps. Throws the system's error. */
  async keep(temp: string, listing: BackupListing): Promise<void> {
    const { backups } = await this.shelf()
    await this.disk.replace(temp, this.pathOf(listing.name))
    const all = [...backups.filter(({ name }) => name !== listing.name), listing]
    await this.writeIndex(all)
    await this.prune(all)
  }

  /** A copy of a backup of another place: what arrives is read back. Throws EDIGEST, `Cancelled`, or the system's error. */
  async copyFrom(other: Place, listing: BackupListing, signal: AbortSignal, taken: (bytes: number) => void) {
    const writing = await this.begin(listing.name)
    try {
      for await (const portion of other.bytesOf(other.pathOf(listing.name))) {
        goOn(signal)
        await writing.file.write(portion)
        taken(portion.length)
      }
      await writing.file.sync()
      await writing.file.close()
      if ((await this.digestOf(writing.temp)) !== listing.sha256) throw coded('EDIGEST', 'copy differs')
      await this.keep(writing.temp, listing)
    } catch (error) {
      await this.giveUp(writing)
      throw error
    }
  }

  async digestOf(path: string): Promise<string> {
    const hash = createHash('sha256')
    for await (const portion of this.bytesOf(path)) hash.update(portion)
    return hash.digest('hex')
  }

  async shelf(): Promise<Shelf> {
    const [names, text] = await Promise.all([
      this.disk.list(this.folder),
      this.disk.readText(join(this.folder, INDEX)),
    ])
    const there = new Set(names)
    const backups = parsedIndex(text).filter(({ name }) => there.has(name))
    const known = new Set(backups.map(({ name }) => name))
    return { backups, strays: names.filter((name) => isBackupName(name) && !known.has(name)) }
  }

  /** Files first: what the index names and is not there, the next reading of the shelf leaves out. */
  private async prune(all: readonly BackupListing[]): Promise<void> {
    const kept = keptOf(all)
    const gone = all.filter(({ name }) => !kept.has(name))
    if (gone.length === 0) return
    for (const { name } of gone) await this.disk.remove(this.pathOf(name))
    await this.disk.syncFolder(this.folder)
    await this.writeIndex(all.filter(({ name }) => kept.has(name)))
  }

  private writeIndex(all: readonly BackupListing[]): Promise<void> {
    const backups = all.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
    return this.disk.writeText(
      join(this.folder, INDEX),
      `${JSON.stringify({ version: 1, backups }, null, 2)}\n`,
    )
  }

  private async mustBeThere(): Promise<void> {
    if (this.firm) await this.disk.makeFolder(this.folder)
    else if (!(await this.isThere())) throw coded('ENOENT', 'not there')
  }

  private async removeLeftovers(): Promise<void> {
    const names = await this.disk.list(this.folder)
    for (const name of names.filter((one) => one.endsWith('.tmp'))) await this.disk.remove(this.pathOf(name))
  }
}

function parsedIndex(text: string | null): BackupListing[] {
  try {
    return backupIndexSchema.parse(JSON.parse(text ?? '')).backups
  } catch {
    return []
  }
}
