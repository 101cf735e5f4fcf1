import { rm } from 'node:fs/promises'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { replaceFile, tempName } from '../atomicFile'
import { isSystemError } from '../systemRefusal'
import { FilesLocked } from './content'
import { Measure, writeFlushed } from './digest'
import type { AttachmentStore } from './store'

/**
 * 另存: a copy of a stored file at `path`, whole or not at all. Refuses attachment.missing, attachment.altered where
 * what was read is not what the SHA-256 says. Throws the system's error.
 */
export async function copyTo(
  store: AttachmentStore,
  sha256: string,
  path: string,
): Promise<Result<{ path: string }>> {
  const found = await store.find(sha256)
  if (!found)
    return refuse((await store.check(sha256)) === 'missing' ? 'attachment.missing' : 'attachment.altered')
  const temp = tempName(path)
  try {
    const measure = new Measure()
    await writeFlushed(measure.through(found.read()), temp)
    if (measure.sha256() !== sha256) return refuse('attachment.altered')
    await replaceFile(temp, path)
    return accept({ path })
  } catch (error) {
    // A sealed file that no longer opens in its middle.
    if (error instanceof FilesLocked || isSystemError(error)) throw error
    return refuse('attachment.altered')
  } finally {
    await rm(temp, { force: true })
  }
}
