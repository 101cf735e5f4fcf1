import { createHash } from 'node:crypto'
import {
  BACKUP_ENTRIES,
  type BackupEnd,
  type BackupListing,
  type BackupManifest,
  backupManifestSchema,
  type BackupReason,
} from '../../../shared/schema/backup'
import { filesNamedBy } from '../../../shared/schema/backupFiles'
import type { JournalLine } from '../../../shared/ipc/channels'
import { type Secrets, sheetIdOf } from '../vault/sealed'
import { type Archive, type ArchiveWriter, writeArchive } from './archive'
import { backupName } from './names'
import type { Place, Writing } from './place'
import { checkArchive } from './readArchive'
import { Tee } from './tee'
import { Cancelled, coded, goOn } from './trouble'

/** Bytes of one portion of the journal. */
const PORTION = 4_000_000

/** How long a line may take that another window has committed. */
const JOURNAL_PATIENCE_MS = 10_000

/** What the page says at the end: where its chain stands, and what it gave. */
export type Ending = Pick<BackupEnd, 'to' | 'newestAt' | 'rows' | 'attachments'>

/** A backup on its way into one place: entries from the page, keys and journal from here. */
export class Session {
  readonly abort = new AbortController()
  private readonly tee = new Tee()
  private readonly hash = createHash('sha256')
  private readonly writer: ArchiveWriter
  private manifest: BackupManifest | null = null
  private bytes = 0

  private constructor(
    readonly place: Place,
    readonly reason: BackupReason,
    private readonly name: string,
    private readonly writing: Writing,
    private readonly secrets: Secrets,
  ) {
    this.writer = writeArchive(secrets.password, async (portion) => {
      goOn(this.abort.signal)
      this.hash.update(portion)
      this.bytes += portion.length
      await this.writing.file.write(portion)
    })
  }

  /** Begins one in a place that is ready. Throws the place's error. */
  static async begin(place: Place, reason: BackupReason, secrets: Secrets, now: string): Promise<Session> {
    const names = await place.disk.list(place.folder)
    const name = backupName(now, reason, new Set(names))
    return new Session(place, reason, name, await place.begin(name), secrets)
  }

  /** What was written while the backup is made belongs to it. */
  note(lines: readonly JournalLine[]): void {
    this.tee.note(lines)
  }

  get counts(): BackupManifest['counts'] {
    return this.manifest?.counts ?? {}
  }

  /** Adds an entry; the first is the manifest, after which the keys follow. Throws the place's error, or `Cancelled`. */
  async add(name: string, content: string): Promise<void> {
    goOn(this.abort.signal)
    if (!this.manifest) {
      const manifest = backupManifestSchema.parse(JSON.parse(content))
      await this.writer.add(BACKUP_ENTRIES.manifest, content)
      const { identity, fieldKey } = this.secrets
      await this.writer.add(BACKUP_ENTRIES.keys, JSON.stringify({ identity, fieldKey }))
      this.manifest = manifest
      return
    }
    await this.writer.add(name, content)
  }

  /**
   * Ends it: what was written meanwhile, the end, flushed, read back, under its name. Answers null where the journal
   * does not hold what the page has seen. Throws the place's error, EDIGEST, or `Cancelled`.
   */
  async finish(ending: Ending): Promise<{ listing: BackupListing; attachments: string[] } | null> {
    const manifest = this.manifest
    if (!manifest) throw new Cancelled('no manifest')
    const lines = await this.tee.between(manifest.from.seq, ending.to.seq, JOURNAL_PATIENCE_MS)
    if (!lines) return null
    for (const [at, portion] of portionsOf(lines).entries())
      await this.writer.add(BACKUP_ENTRIES.journal(at + 1), portion)
    const attachments = [...new Set([...ending.attachments, ...lines.flatMap(filesInEntry)])].sort()
    const end: BackupEnd = { ...ending, attachments }
    await this.writer.add(BACKUP_ENTRIES.end, JSON.stringify(end))
    const archive = await this.writer.finish()
    await this.settle(archive)
    const listing = this.listingOf(manifest, end)
    await this.place.keep(this.writing.temp, listing)
    return { listing, attachments }
  }

  /** Leaves nothing of it. */
  async giveUp(): Promise<void> {
    this.abort.abort()
    await this.writer.abandon()
    await this.place.giveUp(this.writing)
  }

  private async settle({ tarSha256, entries }: Archive): Promise<void> {
    const { temp, file } = this.writing
    await file.sync()
    await file.close()
    const read = await checkArchive(this.place.bytesOf(temp), this.secrets.password).catch(damaged)
    if (read.tarSha256 !== tarSha256 || read.entries !== entries) throw coded('EDIGEST', 'read back differs')
    goOn(this.abort.signal)
  }

  private listingOf(
    { madeAt, reason, officeId, dataVersion }: BackupManifest,
    { to }: BackupEnd,
  ): BackupListing {
    return {
      name: this.name,
      madeAt,
      reason,
      bytes: this.bytes,
      sha256: this.hash.digest('hex'),
      sheetId: sheetIdOf(this.secrets.password),
      officeId,
      dataVersion,
      lastSeq: to.seq,
    }
  }
}

/** A disk that fails says so with its code; anything else that stops the reading is damage. */
function damaged(error: unknown): never {
  if (error instanceof Error && /^E[A-Z]+$/.test(String(Reflect.get(error, 'code')))) throw error
  throw coded('EDIGEST', 'cannot be read back')
}

function portionsOf(lines: readonly string[]): string[] {
  const portions: string[] = []
  let lot: string[] = []
  let size = 0
  const close = (): void => {
    if (lot.length > 0) portions.push(`${lot.join('\n')}\n`)
    lot = []
    size = 0
  }
  for (const line of lines) {
    if (size + line.length > PORTION) close()
    lot.push(line)
    size += line.length
  }
  close()
  return portions
}

/** SHA-256 of the files that the rows of a journal entry name. */
function filesInEntry(body: string): string[] {
  const { writes } = JSON.parse(body) as { writes: { table: string; put?: Record<string, unknown> }[] }
  return writes.flatMap(({ table, put }) => (put ? filesNamedBy(table, put) : []))
}
