import { readFile } from 'node:fs/promises'
import { type Sentinel, sentinel } from '../../shared/ipc/channels'
import { writeFileAtomic } from './atomicFile'
import { errorCode } from './systemRefusal'

/** What reading found: `damaged` when there is a file but no sentinel in it. */
export interface SentinelReading {
  value: Sentinel | null
  damaged: boolean
}

/** Reads the sentinel (quality 1). Throws the system's error, save that a missing file is simply null. */
export async function readSentinel(path: string): Promise<SentinelReading> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { value: null, damaged: false }
    throw error
  }
  try {
    return { value: sentinel.parse(JSON.parse(text)), damaged: false }
  } catch {
    return { value: null, damaged: true }
  }
}

/** Replaces the sentinel whole or not at all. Throws the system's error. */
export async function writeSentinel(path: string, value: Sentinel): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`)
}
