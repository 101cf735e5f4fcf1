import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { Archive } from './archive'
import { type Bytes, opening } from './seal'

/** One entry of an archive: its bytes are to be read, or skipped, before the next one comes. */
export interface ArchiveEntry {
  name: string
  size: number
  content: Bytes
}

/**
 * Walks through a backup's entries in their order, portion by portion. `source`: the bytes of the file. Throws where
 * the password is another one (`no identity matched…`), the file is damaged, or it ends too early.
 * @param digest told every byte of the tar inside, for whoever compares.
 */
export async function* readArchive(
  source: Bytes,
  password: string,
  digest: (portion: Uint8Array) => void = () => undefined,
): AsyncGenerator<ArchiveEntry> {
  const gunzip = createGunzip()
  const sealed = Readable.from(opening(source, { password }), { objectMode: false })
  sealed.on('error', (error) => gunzip.destroy(error))
  const plain = Readable.from(noted(sealed.pipe(gunzip) as Bytes, digest), { objectMode: false })
  const tar = extract()
  plain.on('error', (error) => tar.destroy(error))
  plain.pipe(tar)
  try {
    for await (const entry of tar) {
      yield { name: entry.header.name, size: entry.header.size ?? 0, content: entry as Bytes }
      // Whatever of it nobody read: the next entry comes only after it.
      entry.resume()
    }
  } finally {
    for (const stream of [sealed, gunzip, plain]) stream.destroy()
  }
}

/** Reads a backup through: what it comes to, to be compared with what was written. Throws as `readArchive`. */
export async function checkArchive(source: Bytes, password: string): Promise<Archive> {
  const digest = createHash('sha256')
  let entries = 0
  for await (const entry of readArchive(source, password, (portion) => void digest.update(portion))) {
    let size = 0
    for await (const portion of entry.content) size += portion.length
    if (size !== entry.size) throw new Error('entry is short')
    entries += 1
  }
  return { tarSha256: digest.digest('hex'), entries }
}

async function* noted(source: Bytes, digest: (portion: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const portion of source) {
    digest(portion)
    yield portion
  }
}
