import type { PagePart } from './assemble'
import type { FromAssembler, ToAssembler } from './protocol'

type Made = Uint8Array<ArrayBuffer> | null

/**
 * A worker that puts sheets together from these files, one after the other; null for a sheet whose file is damaged, and
 * for every sheet once the worker has broken down. To be ended.
 */
export function startAssembler(sources: readonly Blob[]): {
  sheet: (parts: readonly PagePart[]) => Promise<Made>
  end: () => void
} {
  const worker = new Worker(new URL('./assembleWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToAssembler) => worker.postMessage(message, [])
  let settle: (made: Made) => void = () => undefined
  // One that has run out of memory says so once, and then answers nothing for ever.
  let broken = false
  worker.addEventListener('message', ({ data }: MessageEvent<FromAssembler>) => settle(data.bytes))
  worker.addEventListener('error', () => {
    broken = true
    settle(null)
  })
  post({ sources })
  return {
    sheet: (parts) =>
      new Promise((resolve) => {
        if (broken) return resolve(null)
        settle = resolve
        post({ sheet: parts })
      }),
    end: () => worker.terminate(),
  }
}
