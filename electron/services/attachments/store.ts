import { createReadStream, type Stats } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { tooBig, type StoredFile } from '../../../shared/domain/register/attachment'
import {
  attachmentName,
  type FileType,
  fileTypeOf,
  SIGNATURE_BYTES,
} from '../../../shared/domain/register/fileType'
import type { FileState } from '../../../shared/ipc/channels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { replaceFile, syncFolder, tempName } from '../atomicFile'
import { errorCode } from '../systemRefusal'
import { digestOfFile, writeThrough } from './digest'

/** Bytes to be kept: those of a file of the system, or those that the page holds. */
export type Source = { path: string } | { bytes: Uint8Array }

/** A stored file opened for reading: what it is by its own signature, and how long. */
export interface FoundFile {
  path: string
  type: FileType
  size: number
}

/**
 * 附件 as files outside the profile (domain 10): `<folder>/ab/<sha256>`, the same bytes once. Every file is flushed,
 * renamed, and read back before it is called stored; nothing here ever deletes or changes one.
 */
export interface AttachmentStore {
  /**
   * Keeps bytes. Refuses attachment.tooBig, attachment.fileGone, attachment.notReadBack and those of `fileTypeOf`.
   * Throws the system's error (`ENOSPC`, `EACCES` …); nothing of the file is then left.
   */
  store(source: Source, name: string, maxBytes: number): Promise<Result<StoredFile>>
  /** Reads a file through and compares it with its name; one that was sound and has not been touched is not read again. */
  check(sha256: string): Promise<FileState>
  /** The file of a SHA-256 in small hexadecimal letters, or null: for serving and copying. */
  find(sha256: string): Promise<FoundFile | null>
}

const NAME = /^[0-9a-f]{64}$/
const INCOMING = 'incoming'

/** Opens the store in `folder`, which is made when it is first needed. */
export function openAttachments(folder: string): AttachmentStore {
  const sound = new Map<string, string>()
  let ready: Promise<void> | null = null
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

  const check = async (sha256: string): Promise<FileState> => {
    const path = placeOf(sha256)
    const found = await statOf(path)
    if (!found?.isFile()) return 'missing'
    const mark = `${found.size} ${found.mtimeMs} ${found.ino}`
    if (sound.get(sha256) === mark) return 'sound'
    if ((await digestOfFile(path)) !== sha256) return 'altered'
    sound.set(sha256, mark)
    return 'sound'
  }

  const settle = async (temp: string, sha256: string): Promise<boolean> => {
    // Bytes that came a second time mend a file that has been altered since.
    if ((await check(sha256)) === 'sound') return true
    await makeFolder(folder, sha256.slice(0, 2))
    await replaceFile(temp, placeOf(sha256))
    return (await check(sha256)) === 'sound'
  }

  return {
    async store(source, name, maxBytes) {
      const type = await looked(source, maxBytes)
      if (!type.ok) return type
      ready ??= prepare(folder)
      await ready.catch((error: unknown) => {
        ready = null
        throw error
      })
      const temp = tempName(join(folder, INCOMING))
      try {
        const written = await writeThrough(chunksOf(source), temp, maxBytes)
        if (!written) return tooBig(maxBytes)
        if (!(await settle(temp, written.sha256))) return refuse('attachment.notReadBack')
        const { kind, mime } = type.value
        return accept({ ...written, kind, mime, name: attachmentName(name, type.value) })
      } finally {
        await rm(temp, { force: true })
      }
    },
    check,
    async find(sha256) {
      if (!NAME.test(sha256)) return null
      const path = placeOf(sha256)
      const found = await statOf(path)
      if (!found?.isFile()) return null
      const type = fileTypeOf(await headOf(path))
      return type.ok ? { path, type: type.value, size: found.size } : null
    },
  }
}

/** What the bytes are, before any of them is written. */
async function looked(source: Source, maxBytes: number): Promise<Result<FileType>> {
  if ('bytes' in source) {
    return source.bytes.length > maxBytes ? tooBig(maxBytes) : fileTypeOf(source.bytes)
  }
  const found = await statOf(source.path)
  if (!found?.isFile()) return refuse('attachment.fileGone')
  return found.size > maxBytes ? tooBig(maxBytes) : fileTypeOf(await headOf(source.path))
}

function chunksOf(source: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return 'bytes' in source ? [source.bytes] : createReadStream(source.path)
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

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
    throw error
  }
}

/** Makes the folder, and removes what a process left that ended in the middle of a file. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await syncFolder(join(folder, '..'))
  const left = (await readdir(folder)).filter((name) => name.startsWith(`${INCOMING}.`))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}

async function makeFolder(folder: string, name: string): Promise<void> {
  const made = await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
  if (made !== undefined) await syncFolder(folder)
}
