import { pictureSize, shrinkTo } from '../reading/pictureSize'
import { ScanError } from '../types'
import { type Surface, surface } from './canvas'
import type { Pages } from './pages'

/** Longer side of a page that is kept, in points: A4 at 300 dpi has 3508. */
const LONG = 3600
/** More points than this are not unpacked at once: 320 MB as red, green, blue and cover. */
const MOST_POINTS = 80e6
/** Within so many bytes a picture says its size, behind its notes, colours and small preview. */
const HEAD_BYTES = 512 * 1024

/**
 * A picture of any size that a camera makes, smaller while it is unpacked: JPEG can be unpacked at halves, fourths and
 * eighths of its size, so that 200 megapixels never lie in memory. Others must be unpacked whole.
 */
async function huge(file: Blob): Promise<VideoFrame> {
  if (file.type !== 'image/jpeg') throw new ScanError('tooLarge')
  const decoder = new ImageDecoder({
    data: await file.arrayBuffer(),
    type: 'image/jpeg',
    desiredWidth: LONG,
    desiredHeight: LONG,
  })
  try {
    return (await decoder.decode()).image
  } finally {
    decoder.close()
  }
}

async function unpacked(file: Blob): Promise<Surface> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const size = pictureSize(head)
  const jpeg = head[0] === 0xff
  const typed = jpeg ? file.slice(0, file.size, 'image/jpeg') : file
  const large = size !== null && size.width * size.height > MOST_POINTS
  const image = large ? await huge(typed) : await createImageBitmap(file)
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
