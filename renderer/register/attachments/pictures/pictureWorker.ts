import {
  keepsItsBytes,
  PICTURE_QUALITY,
  planPicture,
  scaledSize,
  staysPng,
} from '../../../../shared/domain/register/picture'
import { pictureHead } from '../../../../shared/domain/register/pictureHead'
import type { Prepared } from './protocol'

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

// One picture at a time: the screen must not wait while it is decoded, turned and packed.
globalThis.addEventListener('message', (event: MessageEvent<Blob>) => {
  // A file that was taken away meanwhile must be answered too: who waits has no other sign of it.
  void prepare(event.data)
    .catch((): Prepared => ({ type: 'refused', refusal: { key: 'attachment.pictureUnreadable' } }))
    .then((prepared) => scope.postMessage(prepared, []))
})

async function prepare(file: Blob): Promise<Prepared> {
  const head = pictureHead(new Uint8Array(await file.arrayBuffer()))
  const plan = planPicture(head, file.size)
  if (!plan.ok) return { type: 'refused', refusal: plan.refusal }
  if (!plan.value.scale || !head) return { type: 'asItIs' }
  const blob = await drawAnew(file).catch(() => null)
  if (blob) {
    const sizes = { before: file.size, after: blob.size }
    return keepsItsBytes(head, plan.value, sizes) ? { type: 'asItIs' } : { type: 'anew', blob }
  }
  // What nobody can look at gains nothing by being scaled; but a place is never kept unasked.
  if (!plan.value.mustChange) return { type: 'asItIs' }
  return { type: 'refused', refusal: { key: 'attachment.pictureUnreadable' } }
}

/** The picture upright and at most `PICTURE_EDGE` long, without a word of what its file said besides. */
async function drawAnew(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const { width, height } = scaledSize(bitmap.width, bitmap.height)
    const jpeg = await encoded(bitmap, width, height, 'image/jpeg')
    if (file.type !== 'image/png') return jpeg
    // Screenshots and drawings are small, and sharp, as PNG; photographs are not.
    const png = await encoded(bitmap, width, height, 'image/png')
    return staysPng({ png: png.size, jpeg: jpeg.size }) ? png : jpeg
  } finally {
    bitmap.close()
  }
}

function encoded(bitmap: ImageBitmap, width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  if (type === 'image/jpeg') {
    // JPEG knows no transparency: without paper under it, it would be black.
    context.fillStyle = 'white'
    context.fillRect(0, 0, width, height)
  }
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas.convertToBlob({ type, quality: PICTURE_QUALITY })
}
