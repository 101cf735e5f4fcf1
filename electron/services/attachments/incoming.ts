import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { PORTION_BYTES, type StoredFile, tooBig } from '../../../shared/domain/register/attachment'
import { SIGNATURE_BYTES } from '../../../shared/domain/register/fileType'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { SourceLost } from './source'
import type { AttachmentStore } from './store'

/** More at once are a mistake or an attack: the one that was begun first is given up. */
const MOST_UNDER_WAY = 8

/** A file that is to come; `size` in bytes, of the whole. */
export interface Announced {
  name: string
  size: number
  maxBytes: number
}

type Nothing = Record<string, never>

/** Files that come in portions, written as they come: none is held here but for what waits to be written. */
export interface Incoming {
  /** Begins one; `onEnd` is called once, when `finish` or `giveUp` is. Refuses attachment.tooBig. */
  begin(file: Announced, store: AttachmentStore, onEnd?: () => void): Result<{ token: string }>
  /** Takes the next bytes and answers when there is room for more. Refuses as `finish`. Throws the system's error. */
  append(token: string, bytes: Uint8Array): Promise<Result<Nothing>>
  /**
   * Keeps what came. Refuses attachment.interrupted where it is not of the size that was announced, and as
   * `AttachmentStore.store`. Throws the system's error.
   */
  finish(token: string): Promise<Result<StoredFile>>
  /** Nothing of it stays. */
  giveUp(token: string): void
}

export function openIncoming(): Incoming {
  const underWay = new Map<string, { upload: Upload; onEnd: () => void }>()
  const takeOut = (token: string): Upload | null => {
    const found = underWay.get(token)
    if (!found) return null
    underWay.delete(token)
    found.onEnd()
    return found.upload
  }
  const giveUp = (token: string): void => takeOut(token)?.giveUp()
  return {
    begin(file, store, onEnd = () => undefined) {
      if (file.size > file.maxBytes) return tooBig(file.maxBytes)
      const [oldest] = underWay.keys()
      if (oldest !== undefined && underWay.size >= MOST_UNDER_WAY) giveUp(oldest)
      const token = randomUUID()
      underWay.set(token, { upload: new Upload(file, store), onEnd })
      return accept({ token })
    },
    // One that was refused stays until it is asked for: the next call is to hear why.
    append: async (token, bytes) =>
      underWay.get(token)?.upload.append(bytes) ?? refuse('attachment.interrupted'),
    finish: async (token) => takeOut(token)?.finish() ?? refuse('attachment.interrupted'),
    giveUp,
  }
}

/** One file, handed on to the store portion by portion. */
class Upload {
  private readonly pipe = new PassThrough({ highWaterMark: PORTION_BYTES })
  private got = 0
  /** What the store makes of it; null before the first bytes. */
  private outcome: Promise<Result<StoredFile>> | null = null

  constructor(
    private readonly file: Announced,
    private readonly store: AttachmentStore,
  ) {
    // Said by whoever reads; without anybody to hear it, it would end the program.
    this.pipe.on('error', () => undefined)
  }

  async append(bytes: Uint8Array): Promise<Result<Nothing>> {
    this.got += bytes.length
    if (this.got > this.file.size) this.giveUp()
    const outcome = this.begun(bytes).then((end) => (end.ok ? accept({}) : end))
    outcome.catch(() => undefined)
    if (this.pipe.destroyed) return outcome
    if (this.pipe.write(bytes)) return accept({})
    const waiting = new AbortController()
    const room = once(this.pipe, 'drain', { signal: waiting.signal }).then(() => accept({}))
    room.catch(() => undefined)
    try {
      // Ended early, as refused or because the disk said no: nobody would make room.
      return await Promise.race([room, outcome])
    } finally {
      waiting.abort()
    }
  }

  finish(): Promise<Result<StoredFile>> {
    if (this.got !== this.file.size) this.giveUp()
    const outcome = this.begun(new Uint8Array())
    this.pipe.end()
    return outcome
  }

  giveUp(): void {
    this.pipe.destroy(new SourceLost())
  }

  private begun(first: Uint8Array): Promise<Result<StoredFile>> {
    if (this.outcome) return this.outcome
    const { name, maxBytes } = this.file
    const source = { head: first.slice(0, SIGNATURE_BYTES), portions: this.pipe }
    this.outcome = this.store.store(source, name, maxBytes).finally(() => this.pipe.destroy())
    // Heard by the next call, which may come after it failed: nobody listens until then.
    this.outcome.catch(() => undefined)
    return this.outcome
  }
}
