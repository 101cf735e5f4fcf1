import { desk } from '../../../platform/desk'
import { attachmentUrl } from '../files'

let last: Promise<unknown> = Promise.resolve()
const underWay = new Map<string, Promise<boolean>>()

/**
 * Draws the small picture of a kept one and has it kept beside it; false where it cannot be drawn or kept. One after the
 * other, each once at a time: so many pictures at once would not find room.
 */
export function drawSmall(sha256: string): Promise<boolean> {
  const begun = underWay.get(sha256)
  if (begun) return begun
  const drawn = last
    .then(() => drawAndKeep(sha256))
    .catch(() => false)
    .finally(() => underWay.delete(sha256))
  last = drawn
  underWay.set(sha256, drawn)
  return drawn
}

async function drawAndKeep(sha256: string): Promise<boolean> {
  const bytes = await inWorker(attachmentUrl(sha256))
  if (!bytes) return false
  const answer = await desk.invoke('attachments.keepSmall', { sha256, bytes })
  return answer.ok && answer.value.kept
}

/** A worker for each picture: what decoding took is given back when it ends. Null where it could not be read. */
async function inWorker(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const worker = new Worker(new URL('./smallWorker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<Uint8Array<ArrayBuffer> | null>) =>
        resolve(event.data),
      )
      worker.addEventListener('error', () => resolve(null))
      worker.postMessage(url, [])
    })
  } finally {
    worker.terminate()
  }
}
