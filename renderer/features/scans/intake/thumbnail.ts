/** Width of the small picture of a page, in pixels: sharp at 96 on a screen of double density. */
const WIDTH = 192

/** A small picture of a page, as an address for as long as the window lives; null where it cannot be made. */
export async function thumbnail(image: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(image, { resizeWidth: WIDTH, resizeQuality: 'medium' })
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    bitmap.close()
    return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 }))
  } catch {
    return null
  }
}
