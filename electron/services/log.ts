import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeQueue } from './queue'

export type LogLevel = 'info' | 'warn' | 'error'

/** Where the log lives and when a file is full. */
export interface LogOptions {
  path: string
  clock: () => Date
  maxBytes?: number
  keep?: number
}

/** Codes and ids only: what a resident said or is called never enters (architecture, Style 7). */
export interface Log {
  /** Never throws and never waits: a full disk must not stop the work through its log. */
  write(level: LogLevel, code: string, ids?: readonly (string | number)[]): void
  flush(): Promise<void>
}

const PLAIN = /^[\w.:-]{1,64}$/
const RECORD_NUMBER = /^\p{L}{0,8}-([A-Z]{2}-\d{4}-[A-Z]?\d+)$/u

/** An id as it is, a record's number without its prefix; any other text could be about a person. */
function clean(word: string | number): string {
  const text = String(word)
  return PLAIN.test(text) ? text : (RECORD_NUMBER.exec(text)?.[1] ?? '?')
}

/** `2026-11-21T08:00:00.000Z info start.usable 812`: a text that is no id becomes `?`. */
export function formatEntry(
  at: Date,
  level: LogLevel,
  code: string,
  ids: readonly (string | number)[],
): string {
  return [at.toISOString(), level, clean(code), ...ids.map(clean)].join(' ')
}

/** Opens a log that keeps `keep` older files of about `maxBytes` as `<path>.1`, `<path>.2` … */
export function openLog({ path, clock, maxBytes = 1_000_000, keep = 4 }: LogOptions): Log {
  const queue = makeQueue()
  const rotate = async (): Promise<void> => {
    await rm(`${path}.${keep}`, { force: true })
    for (let at = keep - 1; at >= 0; at -= 1)
      await rename(at === 0 ? path : `${path}.${at}`, `${path}.${at + 1}`).catch(() => undefined)
  }
  const append = async (entry: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    )
    if (size + entry.length > maxBytes && size > 0) await rotate()
    await appendFile(path, entry, { mode: 0o600 })
  }
  return {
    write(level, code, ids = []) {
      const entry = `${formatEntry(clock(), level, code, ids)}\n`
      void queue(() => append(entry)).catch(() => undefined)
    },
    flush: () => queue(async () => undefined),
  }
}
