import { middleSquare, PICTURE_QUALITY, SMALL_PICTURE_EDGE } from '../../../../shared/domain/register/picture'

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

// Told where a kept picture lies: it is read and decoded here, so that the window holds nothing of it.
globalThis.addEventListener('message', (event: MessageEvent<string>) => {
  void draw(event.data)
    .catch(() => null)
    .then((bytes) => scope.postMessage(bytes, bytes ? [bytes.buffer] : []))
})

async function draw(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await fetch(url)
  if (!answer.ok) return null
  const bitmap = await createImageBitmap(await answer.blob(), { imageOrientation: 'from-image' })
  const canvas = new OffscreenCanvas(SMALL_PICTURE_EDGE, SMALL_PICTURE_EDGE)
  const context = canvas.getContext('2d')
  if (!context) return null
  // JPEG knows no transparency: without paper under it, it would be black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, SMALL_PICTURE_EDGE, SMALL_PICTURE_EDGE)
  context.imageSmoothingQuality = 'high'
  const { x, y, side } = middleSquare(bitmap.width, bitmap.height)
  context.drawImage(bitmap, x, y, side, side, 0, 0, SMALL_PICTURE_EDGE, SMALL_PICTURE_EDGE)
  bitmap.close()
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: PICTURE_QUALITY })
  return new Uint8Array(await blob.arrayBuffer())
}
