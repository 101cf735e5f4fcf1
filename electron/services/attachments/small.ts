import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileTypeOf } from '../../../shared/domain/register/fileType'
import { replaceFile, tempName } from '../atomicFile'
import { sealing } from '../backup/seal'
import type { FileKeys } from './content'
import { writeFlushed } from './digest'

/**
 * Small pictures of kept ones, for lists: `<folder>.small/ab/<sha256 of the whole picture>`, sealed like the files
 * themselves. They are derived: in no backup, sent to nobody, drawn anew by the page where one is missing.
 */
export class SmallPictures {
  constructor(
    private readonly folder: string,
    private readonly keys: FileKeys,
  ) {}

  /** Where the small picture of a file lies, if it was drawn. */
  placeOf(sha256: string): string {
    return join(`${this.folder}.small`, sha256.slice(0, 2), sha256)
  }

  /** Keeps one; false where the bytes are no picture. Throws the system's error. */
  async keep(sha256: string, bytes: Uint8Array): Promise<boolean> {
    const type = fileTypeOf(bytes)
    if (!type.ok || type.value.kind !== 'image') return false
    const place = this.placeOf(sha256)
    const temp = tempName(place)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    try {
      const recipient = await this.keys.recipient()
      await writeFlushed(recipient === null ? [bytes] : sealing(once(bytes), { recipient }), temp)
      await replaceFile(temp, place)
      return true
    } finally {
      await rm(temp, { force: true })
    }
  }

  /** Removes one, if there is any: its picture was erased, or is sealed from now on. */
  async remove(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true })
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
