import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type StoredFile, tooBig } from '../../../shared/domain/register/attachment'
import {
  attachmentName,
  type FileType,
  fileTypeOf,
  SIGNATURE_BYTES,
} from '../../../shared/domain/register/fileType'
import type { FileState } from '../../../shared/ipc/channels'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { replaceFile, syncFolder, tempName, writeFileAtomic } from '../atomicFile'
import { sealing } from '../backup/seal'
import { bytesOfFile } from '../fileBytes'
import { makeQueue } from '../queue'
import { isSystemError } from '../systemRefusal'
import { type Content, contentOf, type FileKeys, FilesLocked, isSealedFile } from './content'
import { digestOf, Measure, TooManyBytes, writeFlushed } from './digest'
import { SmallPictures } from './small'
import { chunksOf, looked, type Source, SourceLost, statOf } from './source'

/** A stored file: what it is by its own signature, how long, and its bytes. */
export interface FoundFile extends Content {
  type: FileType
}

/**
 * 附件 as files outside the profile (domain 10): `<folder>/ab/<sha256>`, the same bytes once. Every file is flushed,
 * renamed, and read back before it is called stored; nothing here changes what one says, and only
 * erasure by law deletes one. Where the
 * office has a vault a file is age ciphertext for it; its name is the SHA-256 of the plain bytes all the same.
 */
export interface AttachmentStore {
  /**
   * Keeps bytes. Refuses attachment.tooBig, attachment.fileGone, attachment.unreadable, attachment.interrupted,
   * attachment.notReadBack and those of `fileTypeOf` and `objectionToSize`.
   * Throws the system's error (`ENOSPC`, `EACCES` …); nothing of the file is then left.
   */
  store(source: Source, name: string, maxBytes: number): Promise<Result<StoredFile>>
  /**
   * Reads a file through and compares it with its name; one that was sound and has not been touched is not read again,
   * unless `thorough`: a disk forgets without touching anything. Throws `FilesLocked`.
   */
  check(sha256: string, thorough?: boolean): Promise<FileState>
  /** The file of a SHA-256 in small hexadecimal letters, or null: for serving and copying. Throws `FilesLocked`. */
  find(sha256: string): Promise<FoundFile | null>
  /** The small picture of a kept one, or null where none was drawn yet. Throws `FilesLocked`. */
  findSmall(sha256: string): Promise<FoundFile | null>
  /**
   * Keeps the small picture of a kept one; false where there is no such file, or the bytes are no picture. Throws the
   * system's error.
   */
  keepSmall(sha256: string, bytes: Uint8Array): Promise<boolean>
  /**
   * Seals the files that were kept before there was a vault, one after another: each is read back before it takes the
   * plain one's place. What is not as its name says stays as it is. Goes on where it was broken off.
   */
  sealPlain(): Promise<SealedFiles>
  /** A file sealed for the office, to leave this machine; null where there is none. Throws `FilesLocked`. */
  sealed(sha256: string): Promise<SealedFile | null>
  /**
   * Takes a sealed file that comes from elsewhere. False where it is not sealed, or does not hold what its name says;
   * nothing of it is then left. Throws `FilesLocked`, the system's error, and what `portions` throw.
   */
  receive(sha256: string, portions: AsyncIterable<Uint8Array>): Promise<boolean>
  /** Deletes a file for good: of records that were erased by law only (domain 13). False where there was none. */
  erase(sha256: string): Promise<boolean>
}

/** A file as it may leave the machine. */
export interface SealedFile {
  /** Of what it holds. */
  bytes: number
  /** Ciphertext, in portions. */
  read(): AsyncIterable<Uint8Array>
}

/** How many files were sealed, and how many had to stay as they are. */
export interface SealedFiles {
  sealed: number
  left: number
}

const NAME = /^[0-9a-f]{64}$/
const INCOMING = 'incoming'
/** Ending of a file beside the folder: for whom every file was sealed, so that not each start looks at each of them. */
const SEALED_FOR = 'sealed-for'
const NO_VAULT: FileKeys = { recipient: async () => null, identity: async () => null }

/** Opens the store in `folder`, which is made when it is first needed. Without `keys` files lie as they are. */
export function openAttachments(folder: string, keys: FileKeys = NO_VAULT): AttachmentStore {
  const sound = new Map<string, string>()
  const small = new SmallPictures(folder, keys)
  const beside = makeQueue()
  let ready: Promise<void> | null = null
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

  const check = async (sha256: string, thorough = false): Promise<FileState> => {
    const path = placeOf(sha256)
    const found = await statOf(path)
    if (!found?.isFile()) return 'missing'
    const mark = `${found.size} ${found.mtimeMs} ${found.ino}`
    if (!thorough && sound.get(sha256) === mark) return 'sound'
    if ((await digestOfKept(path, keys)) !== sha256) return 'altered'
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

  const prepared = async (): Promise<void> => {
    ready ??= prepare(folder)
    await ready.catch((error: unknown) => {
      ready = null
      throw error
    })
  }

  const sealAll = async (): Promise<SealedFiles> => {
    const recipient = await keys.recipient()
    if (recipient === null || (await keys.identity()) === null || !(await statOf(folder))) return NOTHING
    const marker = `${folder}.${SEALED_FOR}`
    if ((await readFile(marker, 'utf8').catch(() => '')) === recipient) return NOTHING
    await prepared()
    const done = { sealed: 0, left: 0 }
    for await (const sha256 of keptFiles(folder)) {
      const path = placeOf(sha256)
      if (await isSealedFile(path)) continue
      // Drawn in the open, as its picture lay: it is drawn anew.
      await small.remove(sha256)
      if (await sealKept(path, tempName(join(folder, INCOMING)), sha256, keys)) done.sealed += 1
      else done.left += 1
    }
    await writeFileAtomic(marker, recipient)
    return done
  }

  return {
    async store(source, name, maxBytes) {
      const type = await looked(source, maxBytes)
      if (!type.ok) return type
      await prepared()
      const temp = tempName(join(folder, INCOMING))
      try {
        const measure = new Measure(maxBytes)
        await writeKept(measure.through(chunksOf(source)), temp, await keys.recipient())
        const written = { sha256: measure.sha256(), size: measure.size }
        if (!(await settle(temp, written.sha256))) return refuse('attachment.notReadBack')
        const { kind, mime } = type.value
        return accept({ ...written, kind, mime, name: attachmentName(name, type.value) })
      } catch (error) {
        if (error instanceof TooManyBytes) return tooBig(maxBytes)
        if (error instanceof SourceLost) return refuse('attachment.interrupted')
        throw error
      } finally {
        await rm(temp, { force: true })
      }
    },
    check,
    find: async (sha256) => (NAME.test(sha256) ? foundAt(placeOf(sha256), keys) : null),
    findSmall: async (sha256) => (NAME.test(sha256) ? foundAt(small.placeOf(sha256), keys) : null),
    async keepSmall(sha256, bytes) {
      const isKept = async () => NAME.test(sha256) && (await statOf(placeOf(sha256)))?.isFile() === true
      if (!(await isKept()) || !(await small.keep(sha256, bytes))) return false
      // Erased by law in between.
      if (await isKept()) return true
      await small.remove(sha256)
      return false
    },
    sealPlain: () => beside(sealAll),
    async sealed(sha256) {
      const path = placeOf(sha256)
      return NAME.test(sha256) && (await statOf(path))?.isFile() ? sealedOf(path, keys) : null
    },
    async receive(sha256, portions) {
      await prepared()
      const temp = tempName(join(folder, INCOMING))
      try {
        await writeFlushed(portions, temp)
        const isIt = (await isSealedFile(temp)) && (await digestOfKept(temp, keys)) === sha256
        return isIt && (await settle(temp, sha256))
      } finally {
        await rm(temp, { force: true })
      }
    },
    async erase(sha256) {
      const path = placeOf(sha256)
      if (!NAME.test(sha256) || !(await statOf(path))) return false
      await small.remove(sha256)
      await rm(path)
      sound.delete(sha256)
      await syncFolder(join(path, '..'))
      return true
    },
  }
}

const NOTHING: SealedFiles = { sealed: 0, left: 0 }

/** What lies at a place, with the type that its own bytes say; null where that is nothing that is kept. */
async function foundAt(path: string, keys: FileKeys): Promise<FoundFile | null> {
  if (!(await statOf(path))?.isFile()) return null
  try {
    const content = await contentOf(path, keys)
    const type = fileTypeOf(await beginningOf(content))
    return type.ok ? { ...content, type: type.value } : null
  } catch (error) {
    if (error instanceof FilesLocked || isSystemError(error)) throw error
    return null
  }
}

/** Writes bytes as they are kept: sealed where there is somebody to seal them for. Throws the system's error. */
async function writeKept(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  recipient: string | null,
): Promise<void> {
  await writeFlushed(recipient === null ? chunks : sealing(chunks, { recipient }), path)
}

/** Replaces a plain file by its sealed one; false where it is not what its name says. Throws the system's error. */
async function sealKept(path: string, temp: string, sha256: string, keys: FileKeys): Promise<boolean> {
  try {
    await writeKept(bytesOfFile(path), temp, await keys.recipient())
    // Of what was written, not of what was read: this is the only copy from the next line on.
    if ((await digestOfKept(temp, keys)) !== sha256) return false
    await replaceFile(temp, path)
    return true
  } finally {
    await rm(temp, { force: true })
  }
}

/** SHA-256 of what a kept file holds; null where it can no longer be opened. Throws the system's error, `FilesLocked`. */
async function digestOfKept(path: string, keys: FileKeys): Promise<string | null> {
  try {
    return await digestOf((await contentOf(path, keys)).read())
  } catch (error) {
    if (error instanceof FilesLocked || isSystemError(error)) throw error
    return null
  }
}

/** A kept file sealed, on the way where it does not lie so yet. Throws `FilesLocked` where nobody is to seal it for. */
async function sealedOf(path: string, keys: FileKeys): Promise<SealedFile> {
  const [recipient, content] = await Promise.all([keys.recipient(), contentOf(path, keys)])
  if (recipient === null) throw new FilesLocked()
  const isSealed = await isSealedFile(path)
  return {
    bytes: content.size,
    read: () => (isSealed ? bytesOfFile(path) : sealing(content.read(), { recipient })),
  }
}

async function* keptFiles(folder: string): AsyncGenerator<string> {
  for (const part of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of await readdir(join(folder, part))) if (NAME.test(name)) yield name
}

async function beginningOf({ read, size }: Content): Promise<Uint8Array> {
  for await (const bytes of read(0, Math.min(size, SIGNATURE_BYTES) - 1)) return bytes
  return new Uint8Array(0)
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
