import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, type Result, refuse } from '../../shared/util/result'
import { replaceFile } from './atomicFile'

const PART = '.part'
/** A page that begins without end must not use up the files that a process may hold open. */
const MOST_OPEN = 4

/** What the store needs from outside: where the copies go, the time in their names, tokens that nobody guesses. */
export interface BackupOptions {
  folder: string
  clock: () => Date
  newToken: () => string
}

/** Streamed copies of the database. A copy has its final name only once it is whole and flushed. */
export interface BackupStore {
  begin(label: string): Promise<string>
  /** Refuses `copy.unknownToken`. Throws the system's error; the copy is then given up. */
  append(token: string, chunk: string): Promise<Result<Record<string, never>>>
  /** Answers the path of the finished copy. Refuses `copy.unknownToken`. */
  finish(token: string): Promise<Result<{ path: string }>>
  /** Gives up what is unfinished. */
  close(): Promise<void>
}

interface Writing {
  path: string
  handle: FileHandle
}

/** Opens the store; leftovers of a process that ended in the middle are removed at the next `begin`. */
export function openBackups({ folder, clock, newToken }: BackupOptions): BackupStore {
  const writings = new Map<string, Writing>()

  const giveUp = async (token: string): Promise<void> => {
    const writing = writings.get(token)
    if (!writing) return
    writings.delete(token)
    await writing.handle.close()
    await rm(writing.path + PART, { force: true })
  }
  const removeLeftovers = async (): Promise<void> => {
    const ours = new Set([...writings.values()].map(({ path }) => path + PART))
    const left = (await readdir(folder)).map((name) => join(folder, name))
    await Promise.all(left.filter((path) => path.endsWith(PART) && !ours.has(path)).map((path) => rm(path)))
  }

  return {
    async begin(label) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      for (const token of [...writings.keys()].slice(0, -(MOST_OPEN - 1))) await giveUp(token)
      await removeLeftovers()
      const stamp = clock().toISOString().replaceAll(/[:.]/g, '-')
      const token = newToken()
      const path = join(folder, `${stamp}-${label}-${token.slice(0, 8)}.backup`)
      writings.set(token, { path, handle: await open(path + PART, 'wx', 0o600) })
      return token
    },
    async append(token, chunk) {
      const writing = writings.get(token)
      if (!writing) return refuse('copy.unknownToken')
      try {
        await writing.handle.appendFile(chunk)
        return accept({})
      } catch (error) {
        await giveUp(token)
        throw error
      }
    },
    async finish(token) {
      const writing = writings.get(token)
      if (!writing) return refuse('copy.unknownToken')
      try {
        await writing.handle.sync()
        await writing.handle.close()
        writings.delete(token)
        await replaceFile(writing.path + PART, writing.path)
        return accept({ path: writing.path })
      } catch (error) {
        await giveUp(token)
        throw error
      }
    },
    async close() {
      await Promise.all([...writings.keys()].map(giveUp))
    },
  }
}
