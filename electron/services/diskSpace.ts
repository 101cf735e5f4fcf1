import { statfs } from 'node:fs/promises'

/** Bytes that may still be written where the given folders live: the tightest of them. Throws the system's error. */
export async function freeBytes(folders: readonly string[]): Promise<number> {
  const free = await Promise.all(
    folders.map(async (folder) => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    }),
  )
  return Math.min(...free)
}
