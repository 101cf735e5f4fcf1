import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import jsQR from 'jsqr'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { expect } from 'vitest'
import { type Corner, cornerPictures, pagePictures } from './poppler'

/** Fine enough to see a missing stroke of a label, small enough to keep in the repository. */
const DPI = 72
/** Share of points that another version of poppler may draw differently. */
const TOLERANCE = 0.002

const folder = fileURLToPath(new URL('../../../shared/documents/__pictures__/', import.meta.url))

/** The page against its reference. `UPDATE_PICTURES=1` writes references anew; look at them before they are kept. */
function difference(name: string, page: PNG): number {
  const file = `${folder}${name}.png`
  if (process.env.UPDATE_PICTURES) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, PNG.sync.write(page, { colorType: 0 }))
    return 0
  }
  if (!existsSync(file)) throw new Error(`there is no reference picture ${name}`)
  const reference = PNG.sync.read(readFileSync(file))
  expect([page.width, page.height]).toEqual([reference.width, reference.height])
  const changed = pixelmatch(page.data, reference.data, undefined, page.width, page.height, {
    threshold: 0.25,
  })
  return changed / (page.width * page.height)
}

/** Compares each page with `<name>-<page>.png`; there must be `count` of them. */
export async function expectPictures(pdf: Uint8Array, name: string, count: number): Promise<void> {
  const pages = await pagePictures(pdf, DPI)
  expect(pages).toHaveLength(count)
  const changed = pages.map((page, index) => difference(`${name}-${index + 1}`, page))
  expect(changed.filter((share) => share > TOLERANCE)).toEqual([])
}

/** How much of a page the code is looked for in, mm each way. */
const SIDE = 60

/** What a scanner reads in the same lower corner of each page, where it is pointed: `side` mm each way. */
export async function codesOf(pdf: Uint8Array, dpi: number, corner: Corner, side = SIDE): Promise<string[]> {
  return (await cornerPictures(pdf, dpi, corner, side)).map((page) => codeIn(page, dpi, corner, side))
}

/** What a scanner reads in the lower corner of a page, where it is pointed: `side` mm each way. */
export function codeIn(page: PNG, dpi: number, corner: Corner, side = SIDE): string {
  const length = Math.round((side / 25.4) * dpi)
  const cut = new PNG({ width: length, height: length })
  const x = corner === 'left' ? 0 : page.width - length
  PNG.bitblt(page, cut, x, page.height - length, length, length, 0, 0)
  return jsQR(new Uint8ClampedArray(cut.data), length, length)?.data ?? ''
}
