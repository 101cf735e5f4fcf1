import type { Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { tooBig } from '../../../shared/domain/register/attachment'
import { type FileType, fileTypeOf, SIGNATURE_BYTES } from '../../../shared/domain/register/fileType'
import { objectionToSize } from '../../../shared/domain/register/picture'
import { pictureHead } from '../../../shared/domain/register/pictureHead'
import { type Result, refuse } from '../../../shared/util/result'
import { bytesOfFile } from '../fileBytes'
import { errorCode } from '../systemRefusal'

/**
 * Bytes to be kept: those of a file of the system, those that the page holds, or portions of which `head` begins the
 * first; portions that end early throw `SourceLost`.
 */
export type Source =
  | { path: string }
  | { bytes: Uint8Array }
  | { head: Uint8Array; portions: AsyncIterable<Uint8Array> }

/** A file changed, went, or broke off while it was read: what came of it is not the file. */
export class SourceLost extends Error {
  override name = 'SourceLost'
}

/**
 * What the bytes are, before any of them is written. Refuses attachment.tooBig, attachment.fileGone,
 * attachment.unreadable and those of `fileTypeOf` and `objectionToSize`.
 */
export async function looked(source: Source, maxBytes: number): Promise<Result<FileType>> {
  if ('head' in source) return typeOf(source.head)
  if ('bytes' in source) return source.bytes.length > maxBytes ? tooBig(maxBytes) : typeOf(source.bytes)
  try {
    const found = await statOf(source.path)
    if (!found?.isFile()) return refuse('attachment.fileGone')
    return found.size > maxBytes ? tooBig(maxBytes) : typeOf(await headOf(source.path))
  } catch (error) {
    return refuse('attachment.unreadable', undefined, { code: errorCode(error) })
  }
}

/** The bytes of a source in portions. Throws `SourceLost`. */
export function chunksOf(source: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if ('path' in source) return wholeFile(source.path)
  return 'bytes' in source ? [source.bytes] : source.portions
}

/** What lies at a path; null for nothing. Throws the system's error. */
export async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
    throw error
  }
}

/** A file as it was when it was opened, or `SourceLost`: half a letter must not be kept as the letter. */
async function* wholeFile(path: string): AsyncGenerator<Uint8Array> {
  let read = 0
  try {
    const before = await stat(path)
    for await (const bytes of bytesOfFile(path)) {
      read += bytes.length
      yield bytes
    }
    // One that was unpacked for the mouse only may be gone by now; what was read of it is whole.
    const after = await statOf(path)
    if (read === before.size && (after?.mtimeMs ?? before.mtimeMs) === before.mtimeMs) return
  } catch {
    // Its own trouble, not that of the disk which it is written to: said as what it is.
  }
  throw new SourceLost()
}

/** The type of a file by its first bytes; a picture that nobody could look at is none. */
function typeOf(head: Uint8Array): Result<FileType> {
  const type = fileTypeOf(head)
  if (!type.ok || type.value.kind !== 'image') return type
  return objectionToSize(pictureHead(head)) ?? type
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
