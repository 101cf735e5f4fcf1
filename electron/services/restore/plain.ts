import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Decrypter } from 'age-encryption'
import { BackupTrouble, type Noticed } from './trouble'

/** How far a reading is, and what was found out on the way. */
export interface Progress {
  /** Bytes of the file that were read so far. */
  at: number
  /** All of them were read. */
  ended: boolean
  /** Why the reading stopped; set before whoever reads on is told by the stream. */
  trouble: BackupTrouble | null
  /** SHA-256 of the file, once it was read to its end. */
  sha256: string
}

/** Beginning of every age file that a password opens; another is none of ours. */
const HEAD = 'age-encryption.org/v1\n-> scrypt '
/** The words of the library for a header that the password does not open. */
const NO_MATCH = 'no identity matched'
/** No header that a password opens is shorter. */
const HEADER_BYTES = 150
const CHUNK = 256 * 1024

/** A reading that stands at the beginning. */
export function beginning(): Progress {
  return { at: 0, ended: false, trouble: null, sha256: '' }
}

/**
 * What a backup file holds under its encryption, in portions of 64 KB, each known to be as it was written. Throws
 * `BackupTrouble` and notes it in `progress`; throws the system's error.
 */
export async function* plainBytes(
  path: string,
  password: string,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  try {
    const plain = await decrypted(path, password, progress)
    for await (const portion of plain as unknown as AsyncIterable<Uint8Array>) yield portion
  } catch (error) {
    progress.trouble ??= error instanceof BackupTrouble ? error : null
    if (progress.trouble || isSystemError(error)) throw progress.trouble ?? error
    progress.trouble = new BackupTrouble(brokenOff(progress))
    throw progress.trouble
  }
}

async function decrypted(
  path: string,
  password: string,
  progress: Progress,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(password)
  const source = ReadableStream.from(fileBytes(path, progress)) as ReadableStream<Uint8Array<ArrayBuffer>>
  try {
    return await decrypter.decrypt(source)
  } catch (error) {
    if (error instanceof BackupTrouble || isSystemError(error)) throw error
    const message = error instanceof Error ? error.message : ''
    if (message.startsWith(NO_MATCH)) throw new BackupTrouble({ kind: 'password' })
    throw new BackupTrouble(progress.at < HEADER_BYTES ? { kind: 'truncated' } : { kind: 'damaged', at: 0 })
  }
}

/** The last part has a mark of its own: it fails alike when it was changed and when there should be more. */
function brokenOff({ at, ended }: Progress): Noticed {
  return ended ? { kind: 'truncated' } : { kind: 'damaged', at }
}

async function* fileBytes(path: string, progress: Progress): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let first = true
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes = new Uint8Array(chunk as Uint8Array)
    if (first && !isOurs(bytes)) throw new BackupTrouble({ kind: 'foreign' })
    first = false
    hash.update(bytes)
    progress.at += bytes.length
    yield bytes
  }
  if (first) throw new BackupTrouble({ kind: 'foreign' })
  progress.sha256 = hash.digest('hex')
  progress.ended = true
}

function isOurs(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, HEAD.length)).toString('latin1') === HEAD
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof Reflect.get(error, 'syscall') === 'string'
}
