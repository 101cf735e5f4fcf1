import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestOf } from '../attachments/digest'
import { isSealedFile } from '../attachments/content'
import { replaceFile, tempName } from '../atomicFile'
import { type Bytes, opening } from '../backup/seal'
import { errorCode, isSystemError } from '../systemRefusal'

/** Where files of a restore come from and go to. */
export interface FilePlaces {
  /** Folder of the backup; its files lie in `attachments/ab/<sha256>.age`. */
  beside: string
  /** The store of the office that is in use: what was added after the backup is only there. */
  own: string
  /** The store of the dataset that is being restored. */
  target: string
  /** Opens sealed files; from the backup's `keys.json`. */
  identity: string
}

/** `missing`: nowhere. `altered`: found, but with other bytes than its name says. */
export type Brought = 'there' | 'missing' | 'altered'

/**
 * Brings one file, as it is sealed, into a dataset's store; it counts only when what it holds comes to its SHA-256.
 * Portion by portion: an attachment may be as large as the memory that is left. Throws the system's error when it
 * cannot be written.
 */
export async function bringFile(
  { beside, own, target, identity }: FilePlaces,
  sha256: string,
): Promise<Brought> {
  const place = join(target, sha256.slice(0, 2), sha256)
  let found = await looked(() => plainDigest(place, identity), sha256)
  for (const path of [pathBeside(beside, sha256), join(own, sha256.slice(0, 2), sha256)]) {
    if (found === 'there') break
    const brought = await bringFrom(path, place, sha256, identity)
    if (brought !== 'missing') found = brought
  }
  return found
}

async function bringFrom(path: string, place: string, sha256: string, identity: string): Promise<Brought> {
  // Before anything is made for it: mostly a file is in the first place or nowhere.
  if (!(await isFile(path))) return 'missing'
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const temp = tempName(place)
  try {
    // What is written is what was digested: it is not read a second time, when it may be another.
    const brought = await looked(() => digestOfCopy(path, temp, identity), sha256)
    if (brought === 'there') await replaceFile(temp, place)
    return brought
  } finally {
    await rm(temp, { force: true })
  }
}

/** How many files are neither beside a backup nor in the store in use; only looked for, not read. */
export async function countMissing(beside: string, own: string, sha256: readonly string[]): Promise<number> {
  let missing = 0
  for (const one of sha256) {
    const there = (await isFile(pathBeside(beside, one))) || (await isFile(join(own, one.slice(0, 2), one)))
    if (!there) missing += 1
  }
  return missing
}

function pathBeside(folder: string, sha256: string): string {
  return join(folder, 'attachments', sha256.slice(0, 2), `${sha256}.age`)
}

/** A stick with bad spots: the file is as good as not there, and may be in the other place. */
class Unreadable extends Error {
  override name = 'Unreadable'
}

/** What a digest says of a file; one that does not open is altered. Throws the system's error. */
async function looked(digest: () => Promise<string>, sha256: string): Promise<Brought> {
  try {
    return (await digest()) === sha256 ? 'there' : 'altered'
  } catch (error) {
    if (error instanceof Unreadable) return 'missing'
    if (isSystemError(error)) throw error
    return 'altered'
  }
}

/** SHA-256 of what a file holds while its bytes, as they lie, go into a new file. */
async function digestOfCopy(path: string, copy: string, identity: string): Promise<string> {
  const handle = await open(copy, 'wx', 0o600)
  try {
    const digest = await plainDigest(path, identity, (portion) => handle.writeFile(portion))
    await handle.sync()
    return digest
  } finally {
    await handle.close()
  }
}

/** SHA-256 of what a file holds; `take` is given each portion as it lies. Throws where it does not open. */
async function plainDigest(
  path: string,
  identity: string,
  take: (portion: Uint8Array) => Promise<void> = async () => undefined,
): Promise<string> {
  const sealed = await isSealedFile(path).catch(sayUnreadable)
  const bytes = taken(portionsOf(path), take)
  return digestOf(sealed ? opening(bytes, { identity }) : bytes)
}

async function* taken(
  bytes: Bytes,
  take: (portion: Uint8Array) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const portion of bytes) {
    await take(portion)
    yield portion
  }
}

async function* portionsOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const portion of createReadStream(path)) yield portion as Uint8Array
  } catch (error) {
    sayUnreadable(error)
  }
}

function sayUnreadable(error: unknown): never {
  if (['ENOENT', 'ENOTDIR', 'EIO', 'EISDIR'].includes(errorCode(error))) throw new Unreadable()
  throw error
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
