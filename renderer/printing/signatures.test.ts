import { expect, it, vi } from 'vitest'
import { complaintVisitForm } from '../../shared/documents/complaintVisit/form'
import { A4_WIDTH, MM } from '../../shared/documents/layout/measures'
import { typicalSample } from '../../shared/documents/samples/complaints'
import { longText } from '../../shared/documents/samples/longText'
import { coverage } from './fonts/coverage'
import { pagePictures, pageTexts } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

function withSummary(length: number) {
  const input = typicalSample(coverage)
  input.complaint.summary = longText(length)
  return complaintVisitForm(input)
}

it('never puts signatures on a page of their own, wherever the text before them ends', async () => {
  for (let length = 0; length <= 900; length += 90) {
    const pages = await pageTexts(await print(withSummary(length)))
    const signed = pages.filter((page) => page.includes('签名：'))
    // All four boxes on one page, with the two lines that come before them.
    expect(signed).toHaveLength(1)
    expect(signed[0]?.match(/签名：/g)).toHaveLength(4)
    expect(signed[0]).toContain('关联编号')
    expect(signed[0]).toContain('关闭时间')
  }
})

/** Lengths of white below and right of the left edge of the block's first box, in millimetres. */
it('leaves 12 × 45 mm for the hand', async () => {
  const dpi = 72
  const input = typicalSample(coverage)
  const { judgement } = input.complaint
  if (!judgement) throw new Error('the sample is judged')
  // Five boxes: three in a row is the narrowest there is.
  input.complaint.judgement = { ...judgement, cause: 'fees' }
  const pages = await pagePictures(await print(complaintVisitForm(input)), dpi)
  const page = pages.at(-1)
  if (!page) throw new Error('the form has pages')
  const dark = (x: number, y: number): boolean => (page.data[(y * page.width + x) * 4] ?? 255) < 200
  // A third of the width, free of ink over the whole height of the hand's room: rows of the page without any ink in it.
  const left = Math.round((14 * MM * dpi) / 72) + 4
  const right = left + Math.floor((45 * MM * dpi) / 72)
  expect(A4_WIDTH / 3).toBeGreaterThan(45 * MM)
  let longest = 0
  let free = 0
  for (let y = 0; y < page.height * 0.9; y += 1) {
    const inked = Array.from({ length: right - left }, (_, at) => dark(left + at, y)).some(Boolean)
    free = inked ? 0 : free + 1
    longest = Math.max(longest, free)
  }
  expect((longest / dpi) * 25.4).toBeGreaterThanOrEqual(12)
})
