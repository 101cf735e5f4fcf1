import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../atomicFile'
import { fileName, parseFileName } from './files'
import type { FileState } from './snapshot'

/** The file on the disk is not as it was left: what is known of it must be read anew before writing. */
export class ChangedOutside extends Error {
  override name = 'ChangedOutside'
}

/**
 * The file that a line goes to: the newest one if device and month are the same, else a new one. A file that is being
 * written anew (`finished`, its name) takes no more lines.
 */
export function targetFile(
  files: readonly FileState[],
  device: string,
  month: string,
  finished: string | null = null,
): FileState {
  const newest = files.at(-1)
  const name = newest ? parseFileName(newest.name) : null
  if (newest && newest.name !== finished && name?.device === device && name.month === month) return newest
  const next = fileName({ ordinal: (name?.ordinal ?? 0) + 1, device, month })
  return { name: next, size: 0, mtimeMs: 0, lines: 0, lastAt: 0, lastDigest: '', plain: false, problems: [] }
}

/**
 * Appends with one write and flushes the data (and, for a new file, its folder). Opens the file each time:
 * a handle kept open would go on writing into a file that somebody has deleted.
 * Throws `ChangedOutside`, or the system's error; the caller must then read the folder anew.
 */
export async function appendBlock(
  folder: string,
  file: FileState,
  block: Buffer,
): Promise<{ size: number; mtimeMs: number }> {
  const isNew = file.size === 0
  const handle = await openForAppend(join(folder, file.name), isNew)
  try {
    const before = await handle.stat()
    if (before.size !== file.size) throw new ChangedOutside()
    await handle.writeFile(block)
    // The flush changes neither of what is asked beside it, and is what a save waits for.
    const [{ size, mtimeMs }] = await Promise.all([handle.stat(), handle.datasync()])
    if (isNew) await syncFolder(folder)
    return { size, mtimeMs }
  } finally {
    await handle.close()
  }
}

/** Creates only what should be new: a known file that is gone must not be begun again without its lines. */
async function openForAppend(path: string, isNew: boolean) {
  try {
    const { O_APPEND, O_CREAT, O_WRONLY } = constants
    return await open(path, isNew ? O_APPEND | O_CREAT | O_WRONLY : O_APPEND | O_WRONLY, 0o600)
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') throw new ChangedOutside()
    throw error
  }
}
