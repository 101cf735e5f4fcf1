import type { PrintPort, PrintReply } from './protocol'

/** Starts the print worker, as the client takes it. */
export function openPort(): PrintPort {
  const worker = new Worker(new URL('./printWorker.ts', import.meta.url), { type: 'module', name: 'print' })
  return {
    ask: (request) => worker.postMessage(request, []),
    listen(onReply, onBroken) {
      worker.addEventListener('message', ({ data }: MessageEvent<PrintReply>) => onReply(data))
      worker.addEventListener('error', ({ message }) => onBroken(message))
    },
    close: () => worker.terminate(),
  }
}
