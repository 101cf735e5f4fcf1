import { createHash } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { writeFileAtomic } from '../atomicFile'
import { SEALED_BEGINNING } from '../backup/seal'
import { errorCode } from '../systemRefusal'

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
 * Throws the system's error when it cannot be written.
 */
export async function bringFile(
  { beside, own, target, identity }: FilePlaces,
  sha256: string,
): Promise<Brought> {
  const place = join(target, sha256.slice(0, 2), sha256)
  let found: Brought = 'missing'
  for (const path of [place, pathBeside(beside, sha256), join(own, sha256.slice(0, 2), sha256)]) {
    const bytes = await bytesOf(path)
    if (!bytes) continue
    if ((await plainDigest(bytes, identity)) !== sha256) {
      found = 'altered'
      continue
    }
    if (path !== place) {
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await writeFileAtomic(place, bytes)
    }
    return 'there'
  }
  return found
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

async function plainDigest(bytes: Buffer, identity: string): Promise<string | null> {
  const digest = (plain: Uint8Array): string => createHash('sha256').update(plain).digest('hex')
  if (!bytes.subarray(0, SEALED_BEGINNING.length).equals(Buffer.from(SEALED_BEGINNING))) return digest(bytes)
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return digest(await decrypter.decrypt(bytes))
  } catch {
    return null
  }
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    // A stick with bad spots: the file is as good as not there, and may be in the other place.
    if (['ENOENT', 'ENOTDIR', 'EIO', 'EISDIR'].includes(errorCode(error))) return null
    throw error
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
