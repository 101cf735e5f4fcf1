import { type ReadPages, ScanError } from './types'
import { openPort } from './worker/openPort'
import type { ScanPort, ScanReply, ScanRequest } from './worker/protocol'

/** A started worker keeps for the next file so long, in milliseconds: a pile is read with one worker. */
const IDLE_MS = 30_000

/** One question at a time; answers come in order. */
class Reader {
  private settle: ((reply: ScanReply) => void) | null = null
  private broken = false

  constructor(private readonly port: ScanPort) {
    port.listen(
      (reply) => this.settle?.(reply),
      (cause) => {
        this.broken = true
        this.settle?.({ kind: 'failed', fault: 'broken', cause })
      },
    )
  }

  /** The answer; rejects with ScanError, or with the signal's reason. */
  ask(request: ScanRequest, signal: AbortSignal | undefined): Promise<ScanReply> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(signal?.reason)
      if (signal?.aborted) return abort()
      signal?.addEventListener('abort', abort, { once: true })
      this.settle = (reply) => {
        signal?.removeEventListener('abort', abort)
        if (reply.kind === 'failed') reject(new ScanError(reply.fault, reply.cause))
        else resolve(reply)
      }
      if (this.broken) this.settle({ kind: 'failed', fault: 'broken', cause: 'the worker has ended' })
      else this.port.ask(request)
    })
  }

  forget(): void {
    this.port.ask({ kind: 'close' })
  }

  end(): void {
    this.port.close()
  }
}

/**
 * The reader of scanned files over workers that `open` starts: each reading has a worker of its own while it lasts.
 * A worker that was left in the middle of a page is ended; one that is done waits a while for the next file.
 */
export function pageReader(open: () => ScanPort): ReadPages {
  let idle: Reader | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(): Reader {
    clearTimeout(timer)
    const reader = idle ?? new Reader(open())
    idle = null
    return reader
  }

  function giveBack(reader: Reader): void {
    reader.forget()
    if (idle) return reader.end()
    idle = reader
    timer = setTimeout(() => {
      idle?.end()
      idle = null
    }, IDLE_MS)
  }

  return async function* readPages(file, { signal } = {}) {
    signal?.throwIfAborted()
    const reader = take()
    let done = false
    try {
      const opened = await reader.ask({ kind: 'open', file }, signal)
      const pages = opened.kind === 'opened' ? opened.pages : 0
      for (let page = 1; page <= pages; page += 1) {
        const reply = await reader.ask({ kind: 'page', page }, signal)
        if (reply.kind === 'read') yield reply.reading
      }
      done = true
    } finally {
      if (done) giveBack(reader)
      else reader.end()
    }
  }
}

/** Reads the pages of a scanned or photographed file in a worker (domain 10). */
export const readPages: ReadPages = pageReader(openPort)
