import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../systemRefusal'
import { wholeLength } from './logTail'

const LOG = /^\d+\.log$/
const MANIFEST = /^MANIFEST-\d+$/

/** A file whose broken-off end was taken away, and how many bytes that were. */
export interface TornLog {
  file: string
  bytes: number
}

/**
 * Takes away what a kill or a power cut left half written at the end of Chromium's databases in the profile, before
 * Chromium opens them. LevelDB skips such a rest, but then writes on behind it; the start after that finds damage in the
 * middle of the log, and Chromium throws the whole database away, the drafts with it
 * (https://github.com/google/leveldb/issues/1287). Nothing that was ever confirmed stands there: a confirmed commit was
 * flushed whole. Must be called while no database is open. Throws the system's error.
 */
export async function trimTornLogs(profile: string): Promise<TornLog[]> {
  const folder = join(profile, 'IndexedDB')
  const databases = (await namesIn(folder)).filter((name) => name.endsWith('.leveldb'))
  const torn: TornLog[] = []
  for (const name of databases) {
    const database = join(folder, name)
    for (const file of await reusedIn(database)) {
      const bytes = await trim(join(database, file))
      if (bytes > 0) torn.push({ file, bytes })
    }
  }
  return torn
}

/** The files that LevelDB goes on writing in: the newest log, and the manifest in force. */
async function reusedIn(database: string): Promise<string[]> {
  const names = await namesIn(database)
  const newest = names
    .filter((name) => LOG.test(name))
    .sort((a, b) => Number.parseInt(a) - Number.parseInt(b))
    .at(-1)
  const current = names.includes('CURRENT') ? (await readFile(join(database, 'CURRENT'), 'utf8')).trim() : ''
  return [newest ?? '', current].filter(
    (name) => names.includes(name) && (LOG.test(name) || MANIFEST.test(name)),
  )
}

/** Answers how many bytes were taken away. */
async function trim(path: string): Promise<number> {
  const handle = await open(path, 'r+')
  try {
    const bytes = await handle.readFile()
    const whole = wholeLength(bytes) ?? bytes.length
    if (whole === bytes.length) return 0
    await handle.truncate(whole)
    await handle.sync()
    return bytes.length - whole
  } finally {
    await handle.close()
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
