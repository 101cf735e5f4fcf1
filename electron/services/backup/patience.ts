import { setTimeout as pause } from 'node:timers/promises'
import { makeQueue } from '../queue'
import type { Disk, NewFile } from './disk'
import type { Bytes } from './seal'

/** A place that did not answer in time. */
function tooSlow(): Error {
  return Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })
}

/** A disk that may hang. */
export interface PatientDisk extends Disk {
  /** Whether a request is still unanswered, waited for or not. */
  isHanging(): boolean
}

/**
 * A disk that is waited for so long and no longer: a network share that hangs must not hang the desk. Throws an error
 * of code ETIMEDOUT. One request at a time, and none while one hangs: a share that is gone holds up one thread of the
 * system, never all of them. One for each place, so that no place waits for another.
 */
export function withPatience(disk: Disk, patienceMs: number): PatientDisk {
  const inTurn = makeQueue()
  let hanging = false
  let asking = false
  const soon = <T>(ask: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      if (hanging) throw tooSlow()
      asking = true
      const asked = ask()
      const settled = asked
        .then(
          () => undefined,
          () => undefined,
        )
        .finally(() => {
          asking = false
        })
      const given = new AbortController()
      const late = pause(patienceMs, 'late' as const, { signal: given.signal }).catch(
        () => 'answered' as const,
      )
      if ((await Promise.race([settled, late])) === 'late') {
        hanging = true
        void settled.then(() => {
          hanging = false
        })
        throw tooSlow()
      }
      given.abort()
      return asked
    })
  const file = ({ write, sync, close }: NewFile): NewFile => ({
    write: (portion) => soon(() => write(portion)),
    sync: () => soon(sync),
    close: () => soon(close),
  })
  return {
    isHanging: () => hanging || asking,
    makeFolder: (path) => soon(() => disk.makeFolder(path)),
    list: (path) => soon(() => disk.list(path)),
    size: (path) => soon(() => disk.size(path)),
    isFolder: (path) => soon(() => disk.isFolder(path)),
    create: async (path) => file(await soon(() => disk.create(path))),
    read: (path) => patientBytes(disk.read(path), soon),
    readText: (path) => soon(() => disk.readText(path)),
    writeText: (path, text) => soon(() => disk.writeText(path, text)),
    replace: (from, to) => soon(() => disk.replace(from, to)),
    remove: (path) => soon(() => disk.remove(path)),
    syncFolder: (path) => soon(() => disk.syncFolder(path)),
    device: (path) => soon(() => disk.device(path)),
    free: (path) => soon(() => disk.free(path)),
  }
}

async function* patientBytes(
  source: Bytes,
  soon: <T>(ask: () => Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  const portions = source[Symbol.asyncIterator]()
  let ended = false
  try {
    for (;;) {
      const { value, done } = await soon(() => portions.next())
      if (done) break
      yield value
    }
    ended = true
  } finally {
    // Let go of the file; a disk that hangs is not waited for again.
    if (!ended) void portions.return?.()?.catch(() => undefined)
  }
}
