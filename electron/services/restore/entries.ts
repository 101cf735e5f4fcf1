import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { beginning, plainBytes, type Progress } from './plain'
import { BackupTrouble, type Noticed } from './trouble'

/** A file of the archive inside a backup. */
export interface BackupEntry {
  name: string
  text: string
}

/** A backup that is being read from its beginning, one entry at a time: memory stays flat. */
export interface BackupReading {
  readonly progress: Readonly<Progress>
  /** The next entry; null behind the last, when the file was read to its end. Throws BackupTrouble or the system's error. */
  next(): Promise<BackupEntry | null>
  /** Gives the reading up. */
  close(): Promise<void>
}

/** Far more than a portion: a file that unpacks into gigabytes must not fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024

/** Begins to read a backup file. Nothing is read before the first `next`. */
export function readBackup(path: string, password: string): BackupReading {
  const progress = beginning()
  const archive = extract()
  let piped: Promise<unknown> | null = null
  let failure: unknown = null
  let seen = 0
  const entries = archive[Symbol.asyncIterator]()

  const start = (): void => {
    const source = Readable.from(plainBytes(path, password, progress), { objectMode: false })
    piped = pipeline(source, createGunzip(), archive).catch((error: unknown) => {
      failure = error
    })
  }
  const why = (error: unknown): unknown => {
    if (progress.trouble) return progress.trouble
    const system = [failure, error].find((one) => one instanceof Error && Reflect.has(one, 'syscall'))
    // Its bytes are as they were written, but they are no archive of ours; or whoever wrote it broke off.
    return system ?? new BackupTrouble(seen === 0 ? foreign : brokenOff)
  }

  return {
    progress,
    async next() {
      if (!piped) start()
      try {
        const { value, done } = await entries.next()
        if (!done) {
          seen += 1
          return await entryOf(value)
        }
        await piped
      } catch (error) {
        throw why(error)
      }
      if (failure) throw why(failure)
      return null
    },
    async close() {
      archive.destroy()
      await piped
    },
  }
}

/** As `tar-stream` gives it, whichever of its two sets of types is at hand. */
type TarEntry = AsyncIterable<unknown> & { header: { name: string; size?: number } }

const foreign: Noticed = { kind: 'foreign' }
const brokenOff: Noticed = { kind: 'truncated' }

async function entryOf(entry: TarEntry): Promise<BackupEntry> {
  const { name, size = 0 } = entry.header
  if (size > MOST_BYTES) throw new BackupTrouble(foreign)
  const parts: Buffer[] = []
  for await (const part of entry) parts.push(part as Buffer)
  return { name, text: Buffer.concat(parts).toString('utf8') }
}
