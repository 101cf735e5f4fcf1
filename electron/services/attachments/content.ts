import { hkdfSync } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Decrypter } from 'age-encryption'
import { SEALED_BEGINNING } from '../backup/seal'

/** Who opens kept files, and whom new ones are sealed for; both null while the office has no vault. */
export interface FileKeys {
  /** `age1…` */
  recipient(): Promise<string | null>
  /** `AGE-SECRET-KEY-1…`; null while the vault is locked. */
  identity(): Promise<string | null>
}

/** A file is sealed and its vault is locked, or gone. */
export class FilesLocked extends Error {
  override name = 'FilesLocked'
}

/** What a kept file holds, sealed or not. Offsets are those of the plain bytes, `end` included. */
export interface Content {
  size: number
  /** Portions of at most 64 KB. Throws where what lies on the disk is not what was sealed. */
  read(start?: number, end?: number): AsyncGenerator<Uint8Array>
}

/** Sizes of the age format (C2SP age, "Payload"): a nonce, then chunks that carry a tag each. */
const NONCE_BYTES = 16
const CHUNK = 64 * 1024
const TAG_BYTES = 16
const SEALED_CHUNK = CHUNK + TAG_BYTES
/** No header for one recipient is longer. */
const HEAD_BYTES = 1024
const LAST_HEADER_LINE = /\n--- [^\n]*\n/

/** Whether a file is a sealed one. Throws the system's error. */
export async function isSealedFile(path: string): Promise<boolean> {
  return withFile(path, async (handle) => beginsSealed(await bytesAt(handle, 0, SEALED_BEGINNING.length)))
}

/** What a kept file holds. Throws the system's error, `FilesLocked`, and where its header is damaged. */
export async function contentOf(path: string, keys: FileKeys): Promise<Content> {
  const { size } = await withFile(path, (handle) => layoutOf(handle, keys))
  return { size, read: (start = 0, end = size - 1) => readPart(path, keys, start, end) }
}

function beginsSealed(head: Uint8Array): boolean {
  return Buffer.from(head).toString('latin1', 0, SEALED_BEGINNING.length) === SEALED_BEGINNING
}

/** How the plain bytes lie in a file; `sealed` null where they lie as they are. */
interface Layout {
  size: number
  sealed: Sealed | null
}

interface Sealed {
  key: Uint8Array
  /** Where the first chunk begins. */
  from: number
  chunks: number
}

async function layoutOf(handle: FileHandle, keys: FileKeys): Promise<Layout> {
  const { size } = await handle.stat()
  const head = await bytesAt(handle, 0, HEAD_BYTES)
  if (!beginsSealed(head)) return { size, sealed: null }
  const identity = await keys.identity()
  if (identity === null) throw new FilesLocked()
  return openHeader(head, size, identity)
}

async function openHeader(head: Buffer, fileSize: number, identity: string): Promise<Layout> {
  const last = LAST_HEADER_LINE.exec(head.toString('latin1'))
  const headerSize = last ? last.index + last[0].length : head.length
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const fileKey = await decrypter.decryptHeader(new Uint8Array(head.subarray(0, headerSize)))
  const from = headerSize + NONCE_BYTES
  const nonce = head.subarray(headerSize, from)
  const chunks = Math.max(1, Math.ceil((fileSize - from) / SEALED_CHUNK))
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  return { size: fileSize - from - chunks * TAG_BYTES, sealed: { key, from, chunks } }
}

/** Looks anew how the file lies: since it was found, what was plain may have been sealed. */
async function* readPart(
  path: string,
  keys: FileKeys,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { sealed } = await layoutOf(handle, keys)
    for (let at = Math.floor(start / CHUNK); at * CHUNK <= Math.max(0, end); at += 1) {
      const plain = sealed ? await openChunk(handle, sealed, at) : await bytesAt(handle, at * CHUNK, CHUNK)
      const first = at * CHUNK
      yield plain.subarray(Math.max(0, start - first), end - first + 1)
      if (plain.length < CHUNK) return
    }
  } finally {
    await handle.close()
  }
}

/** One chunk of the payload: its number and whether it is the last one are its nonce, so none is lost or moved. */
async function openChunk(handle: FileHandle, { key, from, chunks }: Sealed, at: number): Promise<Uint8Array> {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(at, 5, 6)
  nonce[11] = at === chunks - 1 ? 1 : 0
  const bytes = await bytesAt(handle, from + at * SEALED_CHUNK, SEALED_CHUNK)
  return chacha20poly1305(key, nonce).decrypt(bytes)
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r')
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}
