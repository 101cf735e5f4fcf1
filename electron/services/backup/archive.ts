import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Pack, pack as newPack } from 'tar-stream'
import { type Bytes, sealing } from './seal'

/** Takes the bytes of a finished or growing file; answers when the portion is taken. Throws the system's error. */
export type TakeBytes = (portion: Uint8Array) => Promise<void>

/** What an archive turned out to be. */
export interface Archive {
  /** SHA-256 of the tar inside, before compression: what reading it back must come to. */
  tarSha256: string
  entries: number
}

/** An archive being written: entries one after another, each whole. */
export interface ArchiveWriter {
  /** Adds an entry; answers when its bytes are on their way. Throws what `take` threw. */
  add(name: string, content: string | Uint8Array): Promise<void>
  /** Ends the archive; answers when `take` has had the last byte. Throws what `take` threw. */
  finish(): Promise<Archive>
  /** Gives it up: nothing more is taken. */
  abandon(): Promise<void>
}

/**
 * Writes a backup's inside (docs/backup-format.md): tar, then gzip, then age under the password. Only what is between
 * two entries is in memory: whoever adds the next one waits until `take` has had the former.
 */
export function writeArchive(password: string, take: TakeBytes): ArchiveWriter {
  return new TarWriter(password, take)
}

class TarWriter implements ArchiveWriter {
  private readonly pack: Pack = newPack()
  private readonly digest = createHash('sha256')
  private entries = 0
  private readonly taken: Promise<void>
  private failure: Error | null = null

  constructor(password: string, take: TakeBytes) {
    // Said by `taken`; without a listener it would end the process.
    this.pack.on('error', () => undefined)
    this.taken = this.run(password, take).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error))
      // An entry that is just being added would wait for ever.
      this.pack.destroy(this.failure)
    })
  }

  async add(name: string, content: string | Uint8Array): Promise<void> {
    const bytes =
      typeof content === 'string'
        ? Buffer.from(content)
        : Buffer.from(content.buffer, content.byteOffset, content.length)
    this.throwFailure()
    await new Promise<void>((resolve) => {
      // Nobody reads the time of an entry: the manifest has the backup's.
      const header = { name, size: bytes.length, mtime: new Date(0) }
      const entry = this.pack.entry(header, () => resolve())
      entry.on('error', () => resolve())
      entry.end(bytes)
    })
    await this.caughtUp()
    this.entries += 1
  }

  async finish(): Promise<Archive> {
    this.throwFailure()
    this.pack.finalize()
    await this.taken
    this.throwFailure()
    return { tarSha256: this.digest.digest('hex'), entries: this.entries }
  }

  async abandon(): Promise<void> {
    this.pack.destroy(new Error('abandoned'))
    await this.taken
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure
  }

  /** A failure that made the entry end is known only when the run behind it has ended. */
  private async caughtUp(): Promise<void> {
    if (this.pack.destroyed) await this.taken
    this.throwFailure()
  }

  private async run(password: string, take: TakeBytes): Promise<void> {
    // What goes wrong at either end ends both: the pipeline sees to it.
    await pipeline(this.digested(), createGzip(), async (zipped: Bytes) => {
      for await (const portion of sealing(zipped, { password })) await take(portion)
    })
  }

  private async *digested(): AsyncGenerator<Uint8Array> {
    for await (const portion of this.pack as AsyncIterable<Uint8Array>) {
      this.digest.update(portion)
      yield portion
    }
  }
}
