import { mkdir, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { replaceFile, syncFolder, writeFileAtomic } from '../atomicFile'
import { bytesOfFile } from '../fileBytes'
import { errorCode } from '../systemRefusal'
import type { Bytes } from './seal'

/** A file being written. */
export interface NewFile {
  write(portion: Uint8Array): Promise<void>
  /** Everything written is on the disk when it answers. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** What a backup needs of the system's files, so that tests can be a disk that fails. All throw the system's error. */
export interface Disk {
  makeFolder(path: string): Promise<void>
  /** Names in a folder; none where there is no such folder. */
  list(path: string): Promise<string[]>
  /** Size of a file in bytes; null where there is none. */
  size(path: string): Promise<number | null>
  isFolder(path: string): Promise<boolean>
  /** A file that must not be there yet. */
  create(path: string): Promise<NewFile>
  read(path: string): Bytes
  /** null where there is none. */
  readText(path: string): Promise<string | null>
  /** Whole or not at all. */
  writeText(path: string, text: string): Promise<void>
  /** Renames over the target and flushes its folder. */
  replace(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Flushes the names in a folder. */
  syncFolder(path: string): Promise<void>
  /** What the system calls the disk that holds a folder. */
  device(path: string): Promise<number>
  /** Bytes that may still be written below a folder. */
  free(path: string): Promise<number>
}

async function unlessMissing<T, D>(work: Promise<T>, otherwise: D): Promise<T | D> {
  try {
    return await work
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return otherwise
    throw error
  }
}

/** The files of this machine. */
export const systemDisk: Disk = {
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: 0o700 })),
  list: (path) => unlessMissing(readdir(path), []),
  size: async (path) => {
    const found = await unlessMissing(stat(path), null)
    return found?.isFile() ? found.size : null
  },
  isFolder: async (path) => (await unlessMissing(stat(path), null))?.isDirectory() ?? false,
  create: async (path) => {
    const handle = await open(path, 'wx', 0o600)
    return {
      write: async (portion) => void (await handle.writeFile(portion)),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  read: (path) => bytesOfFile(path, 256 * 1024),
  readText: (path) => unlessMissing(readFile(path, 'utf8'), null),
  writeText: writeFileAtomic,
  replace: replaceFile,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
  device: async (path) => (await stat(path)).dev,
  free: async (path) => {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  },
}
