import { constants, type FSWatcher, type Stats, watch } from 'node:fs'
import { access, lstat, mkdir, open, readdir, rename } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ATTACHMENT_BYTES_CEILING, tooBig } from '../../shared/domain/register/attachment'
import { FILE_TYPES, fileTypeOf } from '../../shared/domain/register/fileType'
import type { ScanFolderState } from '../../shared/ipc/channels'
import { accept, type Result, refuse } from '../../shared/util/result'
import { errorCode } from './systemRefusal'

/** Where what was read is put: nothing is deleted. */
export const READ_FOLDER = '已读入'

const ENDINGS = new Set(
  [...FILE_TYPES.jpeg.endings, ...FILE_TYPES.png.endings, ...FILE_TYPES.pdf.endings].map((one) => `.${one}`),
)
/** More files at once are no scans of a day's paper. */
const MOST_FILES = 2_000

/** The folder into which the office's scanner writes (domain 10). Only plain files directly in it are ever touched. */
export interface ScanFolder {
  /** The folder, what is wrong with it, and the names of files that are complete and not read yet, oldest first. */
  state(): Promise<ScanFolderState>
  /** Watches another folder from now on, or none. */
  use(folder: string | null): void
  /** The bytes of a complete file, once. Refusals: scan.notInFolder, scan.notAPage, those of `fileTypeOf`, attachment.tooBig. */
  take(name: string): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>>
  /**
   * Moves a file that was taken into `已读入`. Refusals: scan.notInFolder; scan.notMoved, it is then not offered again;
   * scan.changedMeanwhile, it is then offered once more.
   */
  done(name: string): Promise<Result<Record<string, never>>>
  close(): void
}

export interface ScanFolderOptions {
  folder: string | null
  /** Something is there to be read, or the folder came or went. */
  onChange: () => void
  /** How often the folder is looked at where the system reports nothing (network shares), ms. */
  pollMs: number
  /** How long a file keeps its size before it counts as complete, ms. */
  settleMs: number
}

/** A file as it was seen: `mark` changes with its content. */
interface Seen {
  mark: string
  since: number
  mtimeMs: number
}

/** Begins to watch. Nothing here throws: a folder that is gone is a state, and looked for again. */
export function openScanFolder(options: ScanFolderOptions): ScanFolder {
  const watching = new Watching(options)
  watching.use(options.folder)
  return watching
}

class Watching implements ScanFolder {
  private folder: string | null = null
  private seen = new Map<string, Seen>()
  /** Handed over, refused or not to be moved: left alone until their content changes. */
  private readonly settled = new Map<string, string>()
  private problem: string | null = null
  private watcher: FSWatcher | null = null
  private timer: NodeJS.Timeout | null = null
  private told = ''

  constructor(private readonly options: ScanFolderOptions) {}

  use(folder: string | null): void {
    this.close()
    this.folder = folder
    this.seen = new Map()
    this.settled.clear()
    this.problem = null
    this.told = ''
    if (folder !== null) void this.round()
  }

  close(): void {
    this.watcher?.close()
    this.watcher = null
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  async state(): Promise<ScanFolderState> {
    await this.look()
    // Who asks may be the first to find out; what changes after that is news again.
    this.tell()
    return { folder: this.folder, problem: this.problem, files: this.ready() }
  }

  async take(name: string): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>> {
    const path = this.pathOf(name)
    const mark = this.seen.get(name)?.mark
    if (path === null || mark === undefined || !this.ready().includes(name)) return refuse('scan.notInFolder')
    const taken = await readPlain(path, mark).catch((error: unknown) =>
      refuse('scan.notInFolder', undefined, { code: errorCode(error) }),
    )
    // Once a start: a file of which something could not be kept must not come back without end.
    this.settled.set(name, mark)
    return taken
  }

  async done(name: string): Promise<Result<Record<string, never>>> {
    const path = this.pathOf(name)
    const taken = this.settled.get(name)
    if (path === null || this.folder === null || taken === undefined) return refuse('scan.notInFolder')
    try {
      // What was written since is on no page that was read: it stays and is offered again.
      if (markOf(await lstat(path)) !== taken) return refuse('scan.changedMeanwhile', undefined, { name })
      const target = join(this.folder, READ_FOLDER)
      await mkdir(target, { recursive: true })
      await rename(path, await freeName(target, name))
      return accept({})
    } catch {
      return refuse('scan.notMoved', undefined, { name })
    }
  }

  /** The path of a file that was seen directly in the folder; names that lead elsewhere have never been seen there. */
  private pathOf(name: string): string | null {
    return this.folder !== null && this.seen.has(name) ? join(this.folder, name) : null
  }

  private ready(): string[] {
    const now = Date.now()
    return [...this.seen]
      .filter(([name, { mark, since }]) => {
        return now - since >= this.options.settleMs && this.settled.get(name) !== mark
      })
      .toSorted(([a, one], [b, other]) => one.mtimeMs - other.mtimeMs || (a < b ? -1 : 1))
      .map(([name]) => name)
  }

  /** One look, and the next one planned: soon while a file is still being written. */
  private async round(): Promise<void> {
    const folder = this.folder
    await this.look()
    if (folder === null || this.folder !== folder) return
    this.tell()
    this.attend(folder)
    const growing = [...this.seen].some(
      ([name, { mark, since }]) =>
        Date.now() - since < this.options.settleMs && this.settled.get(name) !== mark,
    )
    this.plan(growing ? this.options.settleMs : this.options.pollMs)
  }

  private plan(ms: number): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.round(), ms)
    this.timer.unref()
  }

  private tell(): void {
    const now = `${this.problem} ${this.ready().join('/')}`
    if (now === this.told) return
    this.told = now
    this.options.onChange()
  }

  /** The system's own word that something changed; shares often give none, and one that fails is no loss. */
  private attend(folder: string): void {
    if (this.watcher || this.problem) return
    try {
      this.watcher = watch(folder, { persistent: false }, () =>
        this.plan(Math.min(200, this.options.settleMs)),
      )
      this.watcher.on('error', () => {
        this.watcher?.close()
        this.watcher = null
      })
    } catch {
      this.watcher = null
    }
  }

  private async look(): Promise<void> {
    const { folder } = this
    if (folder === null) return
    try {
      const found = await filesIn(folder)
      if (this.folder !== folder) return
      const before = this.seen
      const now = Date.now()
      this.seen = new Map(
        found.map(({ name, mark, mtimeMs }) => {
          const known = before.get(name)
          return [name, { mark, mtimeMs, since: known?.mark === mark ? known.since : now }]
        }),
      )
      this.problem = null
    } catch (error) {
      this.seen = new Map()
      this.watcher?.close()
      this.watcher = null
      this.problem = ['EACCES', 'EPERM'].includes(errorCode(error))
        ? 'scan.folderUnreadable'
        : 'scan.folderMissing'
    }
  }
}

/** Files that may be scans, by name and ending; no links, no hidden or half-named ones. */
async function filesIn(folder: string): Promise<{ name: string; mark: string; mtimeMs: number }[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((one) => one.isFile() && !/^[.~]/.test(one.name))
    .map(({ name }) => name)
    .filter((name) => ENDINGS.has(extname(name).toLowerCase()))
    .slice(0, MOST_FILES)
  const found = await Promise.all(
    names.map(async (name) => {
      // Gone between the two questions: somebody else moved it.
      const stats = await lstat(join(folder, name)).catch(() => null)
      if (!stats?.isFile() || stats.size === 0) return []
      return [{ name, mark: markOf(stats), mtimeMs: stats.mtimeMs }]
    }),
  )
  return found.flat()
}

/** Changes with the content of a file. */
function markOf({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string {
  return `${size} ${mtimeMs}`
}

/** No link that took the place of a file since it was seen; Windows knows no such flag, there its mark tells. */
const PLAIN_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

/** The bytes of a file that is a picture or a PDF by its own signature, as it was seen. */
async function readPlain(path: string, mark: string): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>> {
  const handle = await open(path, PLAIN_ONLY)
  try {
    const stats = await handle.stat()
    if (!stats.isFile() || markOf(stats) !== mark) return refuse('scan.notInFolder')
    const { size } = stats
    if (size > ATTACHMENT_BYTES_CEILING) return tooBig(ATTACHMENT_BYTES_CEILING)
    const bytes = new Uint8Array(await handle.readFile())
    const type = fileTypeOf(bytes)
    if (!type.ok) return type
    return type.value.kind === 'audio' ? refuse('scan.notAPage') : accept({ bytes })
  } finally {
    await handle.close()
  }
}

/** `扫描.pdf`, or `扫描 (2).pdf` where that is taken: nothing is overwritten. */
async function freeName(folder: string, name: string): Promise<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : `${stem} (${copy})${ending}`)
    if (!(await exists(path))) return path
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
