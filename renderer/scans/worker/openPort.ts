import type { ScanPort, ScanReply } from './protocol'

/** Starts a scan worker, as the reader takes it. */
export function openPort(): ScanPort {
  const worker = new Worker(new URL('./scanWorker.ts', import.meta.url), { type: 'module', name: 'scans' })
  return {
    ask: (request) => worker.postMessage(request, []),
    listen(onReply, onBroken) {
      worker.addEventListener('message', ({ data }: MessageEvent<ScanReply>) => onReply(data))
      worker.addEventListener('error', ({ message }) => onBroken(message))
    },
    close: () => worker.terminate(),
  }
}
