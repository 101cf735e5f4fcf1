import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import jsQR from 'jsqr'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { describe, expect, it, vi } from 'vitest'
import { complaintVisitForm } from '../../shared/documents/complaintVisit/form'
import type { ComplaintVisitInput } from '../../shared/documents/complaintVisit/input'
import { parseSheetCode } from '../../shared/documents/qrPayload'
import { shortSample, typicalSample, voidedSample } from '../../shared/documents/samples/complaints'
import { blankSample, longestSample } from '../../shared/documents/samples/longestComplaint'
import { coverage } from './fonts/coverage'
import { pagePictures } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

/** Fine enough to see a missing stroke of a label, small enough to keep in the repository. */
const DPI = 72
/** Share of points that another version of poppler may draw differently. */
const TOLERANCE = 0.002

const folder = fileURLToPath(new URL('../../shared/documents/__pictures__/', import.meta.url))

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

/** The bottom right corner, where a scanner is pointed: 60 mm to each side. */
function corner(page: PNG, dpi: number): PNG {
  const side = Math.round((60 / 25.4) * dpi)
  const cut = new PNG({ width: side, height: side })
  PNG.bitblt(page, cut, page.width - side, page.height - side, side, side, 0, 0)
  return cut
}

const samples: [string, ComplaintVisitInput, number][] = [
  ['short', shortSample(coverage), 2],
  ['typical', typicalSample(coverage), 2],
  ['voided', voidedSample(coverage), 2],
  ['longest', longestSample(coverage), 7],
  ['blank', blankSample(coverage), 2],
]

describe.each(samples)('《投诉来访记录》, %s', (name, input, count) => {
  const made = print(complaintVisitForm(input))

  it('looks as it did', async () => {
    const pages = await pagePictures(await made, DPI)
    expect(pages).toHaveLength(count)
    const changed = pages.map((page, index) => difference(`complaint-visit-${name}-${index + 1}`, page))
    expect(changed.filter((share) => share > TOLERANCE)).toEqual([])
  })

  it('carries its number and version as a code on every page, readable as scanned', async () => {
    for (const page of await pagePictures(await made, 150)) {
      const { data, width, height } = corner(page, 150)
      const code = jsQR(new Uint8ClampedArray(data), width, height)
      const { sheet } = input
      expect(code?.data).toContain(sheet.number)
      expect(parseSheetCode(code?.data ?? '')).toMatchObject({ version: sheet.version, form: 'KF-TS-01' })
    }
  })
})
