import { ATTACHMENT_BYTES_CEILING } from '../../../../shared/domain/register/attachment'
import { fileTypeOf, SIGNATURE_BYTES } from '../../../../shared/domain/register/fileType'
import { accept, type Result, refuse } from '../../../../shared/util/result'
import type { Prepared } from './protocol'

/**
 * A picture as it is to be kept: scaled, upright, and without the place where it was taken (`planPicture`). Any other
 * file is handed back as it is; main says what is wrong with it. Refusals: attachment.pictureTooLarge,
 * attachment.pictureUnreadable.
 */
export async function preparePicture(file: File): Promise<Result<File>> {
  if (file.size > ATTACHMENT_BYTES_CEILING) return accept(file)
  const mime = await pictureTypeOf(file)
  if (mime === null) return accept(file)
  // Its own bytes say what it is, never its name; the worker tells graphics from photographs by it.
  const prepared = await inWorker(file.slice(0, file.size, mime))
  if (prepared.type === 'refused') return { ok: false, refusal: prepared.refusal }
  if (prepared.type === 'asItIs') return accept(file)
  const { blob } = prepared
  return accept(new File([blob], nameFor(file.name, blob.type), { type: blob.type }))
}

async function pictureTypeOf(file: File): Promise<string | null> {
  const head = await file
    .slice(0, SIGNATURE_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  const type = fileTypeOf(new Uint8Array(head))
  return type.ok && type.value.kind === 'image' ? type.value.mime : null
}

/** `走廊.png` that became a JPEG is called `走廊.jpg`. */
export function nameFor(name: string, type: string): string {
  if (type !== 'image/jpeg') return name
  return /\.jpe?g$/i.test(name) ? name : `${name.replace(/\.(?:png|webp)$/i, '')}.jpg`
}

/** A worker for each picture: what decoding took is given back when it ends. */
async function inWorker(file: Blob): Promise<Prepared> {
  const worker = new Worker(new URL('./pictureWorker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Prepared>((resolve) => {
      const failed = refuse('attachment.pictureUnreadable')
      worker.addEventListener('message', (event: MessageEvent<Prepared>) => resolve(event.data))
      worker.addEventListener('error', () => resolve({ type: 'refused', refusal: failed.refusal }))
      worker.postMessage(file, [])
    })
  } finally {
    worker.terminate()
  }
}
