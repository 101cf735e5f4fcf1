import { randomUUID } from 'node:crypto'
import { access, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accept, type Result, refuse } from '../../shared/util/result'
import { copyTo } from './attachments/copy'
import type { AttachmentStore } from './attachments/store'
import { replaceFile, writeFileAtomic } from './atomicFile'
import { safeFileName } from './fileNames'
import { errorCode } from './systemRefusal'

/** What a disk answers that was pulled out in the middle. */
const GONE: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'EIO',
  'ENOTCONN',
  'ESTALE',
])
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])

/** As many folders of one name are tried: somebody may export twice a day. */
const TRIES = 100

/** Virus scanners hold files for a moment (Windows). */
const REMOVE_TRIES = 3

/** An export under way: the folder that fills, and the name that it bears once it is whole. */
interface Leaving {
  parent: string
  half: string
  name: string
}

/**
 * 导出全部资料: folders that fill under a name that says they are not whole, and bear their own name only once they
 * are. Refusals: leaving.unknown, leaving.full, disk.gone; other trouble of the system is thrown.
 */
export class Leavings {
  private readonly open = new Map<string, Leaving>()
  /** The newest that is whole: where somebody may look at it. */
  private last: { token: string; folder: string } | null = null

  constructor(private readonly attachments: () => AttachmentStore) {}

  /** Makes a new folder in `parent`, named `halfName` until it is whole; nothing that was there is touched. */
  begin(parent: string, name: string, halfName: string): Promise<Result<{ token: string }>> {
    return told(async () => {
      const half = await newFolder(parent, safeFileName(halfName))
      const token = randomUUID()
      this.open.set(token, { parent, half, name: safeFileName(name) })
      return accept({ token })
    })
  }

  /** Writes a file below the folder, whole or not at all. */
  write(token: string, path: readonly string[], bytes: Uint8Array): Promise<Result<unknown>> {
    return this.put(token, path, async (place) => {
      await writeFileAtomic(place, bytes)
      return accept({})
    })
  }

  /** Copies an attachment, opened and checked. Refuses attachment.missing, attachment.altered too. */
  copy(token: string, path: readonly string[], sha256: string): Promise<Result<unknown>> {
    return this.put(token, path, (place) => copyTo(this.attachments(), sha256, place))
  }

  /** The folder is whole: it gets its name, with a number where that is taken. Answers where it lies. */
  finish(token: string): Promise<Result<{ folder: string }>> {
    return told(async () => {
      const leaving = this.open.get(token)
      if (!leaving) return refuse('leaving.unknown')
      const { parent, half, name } = leaving
      const folder = await freeName(parent, name)
      try {
        await replaceFile(half, folder)
      } catch (error) {
        // Renamed, and only the flush of the new name failed: whole under either name.
        if ((await isThere(half)) || !(await isThere(folder))) throw error
      }
      this.open.delete(token)
      this.last = { token, folder }
      return accept({ folder })
    })
  }

  /** Where the newest whole folder lies; null for any other token. */
  finished(token: string): string | null {
    return this.last?.token === token ? this.last.folder : null
  }

  /** Removes what did not become whole. What cannot be removed keeps the name that says so. */
  discard(token: string): Promise<Result<unknown>> {
    return told(async () => {
      const leaving = this.open.get(token)
      if (!leaving) return refuse('leaving.unknown')
      this.open.delete(token)
      await rm(leaving.half, { recursive: true, force: true, maxRetries: REMOVE_TRIES })
      return accept({})
    })
  }

  private put(
    token: string,
    path: readonly string[],
    write: (place: string) => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> {
    return told(async () => {
      const leaving = this.open.get(token)
      if (!leaving) return refuse('leaving.unknown')
      const place = join(leaving.half, ...path.map(safeFileName))
      if (path.length > 1) await mkdir(dirname(place), { recursive: true })
      return write(place)
    })
  }
}

/** What the chosen disk has to say, in words of an export; the rest is thrown. */
async function told<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const code = errorCode(error)
    if (FULL.has(code)) return refuse('leaving.full', undefined, { code })
    if (GONE.has(code)) return refuse('disk.gone', undefined, { code })
    throw error
  }
}

const numbered = (parent: string, name: string, at: number): string =>
  join(parent, at === 1 ? name : `${name} (${at})`)

async function newFolder(parent: string, name: string): Promise<string> {
  for (let at = 1; ; at += 1) {
    const folder = numbered(parent, name, at)
    try {
      await mkdir(folder, { mode: 0o700 })
      return folder
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || at === TRIES) throw error
    }
  }
}

/** A rename would swallow an empty folder of that name, where somebody made one. */
async function freeName(parent: string, name: string): Promise<string> {
  let at = 1
  while (at < TRIES && (await isThere(numbered(parent, name, at)))) at += 1
  return numbered(parent, name, at)
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
