import { shrinkTo, unpackingOf } from '../reading/pictureSize'
import { ScanError } from '../types'
import { type Surface, surface } from './canvas'
import type { Pages } from './pages'

/** Longer side of a page that is kept, in points: A4 at 300 dpi has 3508. */
const LONG = 3600

/**
 * A picture of any size that a camera makes, smaller while it is unpacked: JPEG can be unpacked at halves, fourths and
 * eighths of its size, so that 200 megapixels need not lie in memory.
 */
async function smaller(data: ArrayBuffer): Promise<VideoFrame> {
  const decoder = new ImageDecoder({ data, type: 'image/jpeg', desiredWidth: LONG, desiredHeight: LONG })
  try {
    return (await decoder.decode()).image
  } finally {
    decoder.close()
  }
}

async function unpacked(file: Blob): Promise<Surface> {
  // The whole file: how large a picture is may stand behind any length of notes.
  const data = await file.arrayBuffer()
  const whole = unpackingOf(new Uint8Array(data)) === 'whole'
  const image = whole ? await createImageBitmap(file) : await smaller(data)
  const shown =
    image instanceof ImageBitmap
      ? { width: image.width, height: image.height }
      : { width: image.displayWidth, height: image.displayHeight }
  const share = shrinkTo(LONG, shown)
  const page = surface(Math.round(shown.width * share), Math.round(shown.height * share))
  page.context.drawImage(image, 0, 0, page.canvas.width, page.canvas.height)
  image.close()
  return page
}

/** A picture file as its one page. Throws ScanError: damaged, or too large to be unpacked. */
export function picturePages(file: Blob): Pages {
  return {
    count: 1,
    async draw() {
      try {
        return await unpacked(file)
      } catch (error) {
        throw error instanceof ScanError ? error : new ScanError('damaged', error)
      }
    },
    close() {},
  }
}
