import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { BackupOffer } from '../../../shared/ipc/restoreChannels'
import type { Output } from '../../../shared/ipc/channels'
import { BACKUP_ENTRIES } from '../../../shared/schema/backup'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { digestOfFile } from '../attachments/digest'
import { makeQueue } from '../queue'
import { readPassword } from '../vault/password'
import type { Secrets } from '../vault/sealed'
import { type BackupReading, readBackup } from './entries'
import { Inspector, type Inspected } from './inspect'
import { lookAt, namesOtherSheet, type Offered, offerOf, offersIn } from './offers'
import { BackupTrouble, refusalOfTrouble } from './trouble'

/** How long one answer of `more` reads, ms, and how much text it carries at most. */
const SLICE_MS = 200
const SLICE_CHARS = 6_000_000

/** Tables that stand behind the list of what was erased, whatever else a release has. */
const BEHIND_ERASURES = ['audit', 'auditDetails']

type Purpose = 'inspect' | 'read' | 'erasures'

interface Session {
  offered: Offered
  password: string
  purpose: Purpose
  reading: BackupReading
  inspector: Inspector
}

/** What reading backups needs from outside. */
export interface RestoresOptions {
  /** Folders where this machine keeps its backups. */
  folders: () => Promise<readonly string[]>
  /** How many of these files are neither beside the backup nor in the office's own store. */
  missingOf: (beside: string, sha256: readonly string[]) => Promise<number>
}

/** Backups that are being looked at. One token a file; the page never names a path. */
export interface Restores {
  offer(path: string): Promise<BackupOffer>
  known(): Promise<BackupOffer[]>
  /** See `restore.newer`; none where the token is not known. */
  newer(token: string, than: { officeId: string; madeAt: string }): Promise<BackupOffer[]>
  /** See `restore.begin`. */
  begin(token: string, typed: string, purpose: Purpose): Promise<Result<Record<string, never>>>
  /** See `restore.more`. */
  more(token: string): Promise<Result<Output<'restore.more'>>>
  end(token: string): Promise<void>
  /** Folder of the backup, and what opens the files beside it, once it was read to its end. */
  opened(token: string): { folder: string; secrets: Secrets } | null
}

/** Opens it with nothing chosen yet. */
export function openRestores(options: RestoresOptions): Restores {
  return new FileRestores(options)
}

class FileRestores implements Restores {
  private readonly queue = makeQueue()
  private readonly offers = new Map<string, Offered>()
  private readonly sessions = new Map<string, Session>()
  private readonly found = new Map<string, { inspected: Inspected; password: string }>()

  constructor(private readonly options: RestoresOptions) {}

  async offer(path: string): Promise<BackupOffer> {
    return this.remember(await lookAt(path))
  }

  async known(): Promise<BackupOffer[]> {
    const folders = await this.options.folders()
    const found = (await Promise.all(folders.map(offersIn))).flat()
    const newestFirst = found.sort((a, b) => ((a.listing?.madeAt ?? '') < (b.listing?.madeAt ?? '') ? 1 : -1))
    return newestFirst.map((offered) => this.remember(offered))
  }

  async newer(token: string, than: { officeId: string; madeAt: string }): Promise<BackupOffer[]> {
    const offered = this.offers.get(token)
    if (!offered) return []
    const found = await offersIn(dirname(offered.path))
    return found
      .filter(({ listing }) => listing?.officeId === than.officeId && listing.madeAt > than.madeAt)
      .map((one) => this.remember(one))
  }

  begin(token: string, typed: string, purpose: Purpose): Promise<Result<Record<string, never>>> {
    return this.queue(async () => {
      const offered = this.offers.get(token)
      if (!offered) return refuse('restore.unknown')
      await this.stop(token)
      const password = readPassword(typed)
      const reading = readBackup(offered.path, password)
      const session = { offered, password, purpose, reading, inspector: new Inspector() }
      this.sessions.set(token, session)
      return accept({})
    })
  }

  more(token: string): Promise<Result<Output<'restore.more'>>> {
    return this.queue(async () => {
      const session = this.sessions.get(token)
      if (!session) return refuse('restore.unknown')
      try {
        const answer = await this.readOn(token, session)
        if (!answer.ok || answer.value.done) await this.stop(token)
        return answer
      } catch (error) {
        await this.stop(token)
        if (!(error instanceof BackupTrouble)) throw error
        return this.explain(session, error)
      }
    })
  }

  end(token: string): Promise<void> {
    return this.queue(() => this.stop(token))
  }

  opened(token: string): { folder: string; secrets: Secrets } | null {
    const found = this.found.get(token)
    const offered = this.offers.get(token)
    if (!found || !offered) return null
    const { identity, fieldKey } = found.inspected.keys
    return { folder: dirname(offered.path), secrets: { password: found.password, identity, fieldKey } }
  }

  private remember(offered: Offered): BackupOffer {
    const known = [...this.offers].find(([, { path }]) => path === offered.path)?.[0]
    const token = known ?? randomUUID()
    this.offers.set(token, offered)
    return offerOf(token, offered)
  }

  private async stop(token: string): Promise<void> {
    const session = this.sessions.get(token)
    this.sessions.delete(token)
    await session?.reading.close()
  }

  private async readOn(token: string, session: Session): Promise<Result<Output<'restore.more'>>> {
    const { reading, inspector, purpose, offered, password } = session
    if (purpose === 'erasures') return readErasures(session)
    const entries: Output<'restore.more'>['entries'] = []
    const bytes = offered.bytes
    const until = performance.now() + SLICE_MS
    for (let chars = 0; chars < SLICE_CHARS && performance.now() < until; ) {
      const entry = await reading.next()
      if (!entry) {
        const inspected = await this.finish(session)
        if (!inspected.ok) return inspected
        this.found.set(token, { inspected: inspected.value, password })
        const { inspection } = inspected.value
        return accept({ at: bytes, bytes, done: true, entries, inspection })
      }
      const taken = await inspector.take(entry)
      if (!taken.ok) return taken
      // The secrets stay here.
      if (purpose === 'read' && entry.name !== BACKUP_ENTRIES.keys) entries.push(entry)
      chars += entry.text.length
    }
    return accept({ at: Math.min(reading.progress.at, bytes), bytes, done: false, entries, inspection: null })
  }

  private async finish({ inspector, reading, offered }: Session): Promise<Result<Inspected>> {
    const beside = dirname(offered.path)
    const inspected = await inspector.finish((sha256) => this.options.missingOf(beside, sha256))
    const listed = offered.listing?.sha256
    if (inspected.ok && listed !== undefined && listed !== reading.progress.sha256) {
      return refuse('restore.notAsListed')
    }
    return inspected
  }

  /** A password that does not open a file: is it another sheet's, or were the file's first bytes changed? */
  private async explain({ offered, password }: Session, trouble: BackupTrouble): Promise<Result<never>> {
    const { listing, path, bytes } = offered
    if (trouble.noticed.kind === 'password' && listing) {
      if (namesOtherSheet(listing, password)) {
        return refuse('restore.otherSheet', 'password', { sheet: listing.sheetId })
      }
      if ((await digestOfFile(path)) !== listing.sha256) {
        return refusalOfTrouble(new BackupTrouble({ kind: 'damaged', at: 0 }), bytes, listing)
      }
    }
    return refusalOfTrouble(trouble, bytes, listing)
  }
}

/** Reads on till the list of what was erased is over: what stands behind it is not wanted. */
async function readErasures({ reading, offered }: Session): Promise<Result<Output<'restore.more'>>> {
  const entries: Output<'restore.more'>['entries'] = []
  const { bytes } = offered
  const until = performance.now() + SLICE_MS
  while (performance.now() < until) {
    const entry = await reading.next()
    const name = entry?.name ?? BACKUP_ENTRIES.end
    const over =
      name === BACKUP_ENTRIES.end || BEHIND_ERASURES.some((table) => name.startsWith(`tables/${table}/`))
    if (over) return accept({ at: bytes, bytes, done: true, entries, inspection: null })
    if (entry && (name === BACKUP_ENTRIES.manifest || name.startsWith('tables/erasures/')))
      entries.push(entry)
  }
  return accept({ at: Math.min(reading.progress.at, bytes), bytes, done: false, entries, inspection: null })
}
