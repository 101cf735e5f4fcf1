import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Waits before another try when a virus scanner holds the target for a moment (Windows only). */
const RETRY_MS = [20, 80, 250]

let serial = 0

/** A temp name in the target's own folder, so that the rename never crosses a file system. */
export function tempName(path: string): string {
  serial += 1
  return `${path}.${process.pid}-${serial}.tmp`
}

/**
 * Flushes a folder, so that a rename or a new name in it survives a power cut.
 * Windows cannot open folders for this and needs no such flush.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Renames over the target and flushes the folder. Throws the system's error. */
export async function replaceFile(temp: string, path: string): Promise<void> {
  const waits = process.platform === 'win32' ? RETRY_MS : []
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(temp, path)
      break
    } catch (error) {
      const wait = waits[attempt]
      if (wait === undefined) throw error
      await pause(wait)
    }
  }
  await syncFolder(dirname(path))
}

async function fill(handle: FileHandle, data: string | Uint8Array): Promise<void> {
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file whole or not at all: temp + flush + rename + flush of the folder (quality 1).
 * Throws the system's error (`ENOSPC`, `EACCES` …) and leaves the former content as it was.
 */
export async function writeFileAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temp = tempName(path)
  try {
    await fill(await open(temp, 'wx', 0o600), data)
    await replaceFile(temp, path)
  } catch (error) {
    await rm(temp, { force: true })
    throw error
  }
}
