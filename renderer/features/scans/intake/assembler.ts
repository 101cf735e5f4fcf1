import type { PagePart } from './assemble'
import type { FromAssembler, ToAssembler } from './protocol'

/** A worker that puts sheets together from these files; null for a sheet whose file is damaged. To be ended. */
export function startAssembler(sources: readonly Blob[]): {
  sheet: (parts: readonly PagePart[]) => Promise<Uint8Array<ArrayBuffer> | null>
  end: () => void
} {
  const worker = new Worker(new URL('./assembleWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToAssembler) => worker.postMessage(message, [])
  post({ sources })
  return {
    sheet: (parts) =>
      new Promise((resolve) => {
        worker.addEventListener('message', ({ data }: MessageEvent<FromAssembler>) => resolve(data.bytes), {
          once: true,
        })
        worker.addEventListener('error', () => resolve(null), { once: true })
        post({ sheet: parts })
      }),
    end: () => worker.terminate(),
  }
}
