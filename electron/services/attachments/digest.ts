import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { bytesOfFile } from '../fileBytes'

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** SHA-256 of bytes in hexadecimal, taken in portions. */
export async function digestOf(chunks: Chunks): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

/** SHA-256 of a file in hexadecimal, read in portions. Throws the system's error. */
export function digestOfFile(path: string): Promise<string> {
  return digestOf(bytesOfFile(path))
}

/** More came than was allowed: a file may grow while it is read. */
export class TooManyBytes extends Error {
  override name = 'TooManyBytes'
}

/** Counts and digests bytes on their way to somewhere else. */
export class Measure {
  private readonly hash = createHash('sha256')
  size = 0

  constructor(private readonly maxBytes: number = Number.POSITIVE_INFINITY) {}

  /** The same portions. Throws `TooManyBytes`. */
  async *through(chunks: Chunks): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.size += chunk.length
      if (this.size > this.maxBytes) throw new TooManyBytes()
      this.hash.update(chunk)
      yield chunk
    }
  }

  /** Of all that came through; to be asked once, at the end. */
  sha256(): string {
    return this.hash.digest('hex')
  }
}

/** Writes portions into a new file and flushes it. Throws the system's error. */
export async function writeFlushed(chunks: Chunks, path: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
