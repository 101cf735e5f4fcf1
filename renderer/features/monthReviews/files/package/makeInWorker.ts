import type { MadePackage, PackageOrder } from './make'

/** Makes and checks the package beside the screen; throws where it cannot be made, or is given up. */
export async function makeInWorker(order: PackageOrder, signal: AbortSignal): Promise<MadePackage> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./packageWorker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<MadePackage>((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<MadePackage>) => resolve(event.data))
      worker.addEventListener('error', () => reject(new Error('package failed')))
      signal.addEventListener('abort', () => reject(new Error('package cancelled')))
      worker.postMessage(order, [])
    })
  } finally {
    worker.terminate()
  }
}
