import { describe, expect, it, vi } from 'vitest'
import { complaintReceiptForm } from '../../shared/documents/complaintReceipt/form'
import { complaintVisitForm } from '../../shared/documents/complaintVisit/form'
import type { PrintDefinition } from '../../shared/documents/definition'
import { parseSheetCode } from '../../shared/documents/qrPayload'
import { shortSample, typicalSample, voidedSample } from '../../shared/documents/samples/complaints'
import { longestSample } from '../../shared/documents/samples/longestComplaint'
import { longestReceipt, typicalReceipt } from '../../shared/documents/samples/receipts'
import { createEngine } from './engine/engine'
import { coverage } from './fonts/coverage'
import { loadFontFile } from './testing/fontFolder'
import { codeIn } from './testing/pictures'
import { pagePictures, pageTexts, pdfInfo } from './testing/poppler'

vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine(loadFontFile)

const mixed: PrintDefinition[] = [
  complaintVisitForm(typicalSample(coverage)),
  complaintReceiptForm(longestReceipt(coverage)),
  complaintVisitForm(longestSample(coverage)),
  complaintVisitForm(voidedSample(coverage)),
  complaintReceiptForm(typicalReceipt(coverage)),
  complaintVisitForm(shortSample(coverage)),
]

describe('many forms as one PDF', () => {
  const made = engine.renderBatch(mixed, '投诉 6 份')
  const each = Promise.all(mixed.map((form) => engine.render(form)))

  it('has each form as it is printed by itself: head, foot, mark, own count of pages', async () => {
    const pages = (await Promise.all((await each).map(pageTexts))).flat()
    expect(await pageTexts(await made)).toEqual(pages)
  })

  it('looks the same, page by page', async () => {
    const alone = await Promise.all((await each).map((form) => pagePictures(form, 50)))
    const pages = await pagePictures(await made, 50)
    expect(pages.map(({ width, height }) => [width, height])).toEqual(
      alone.flat().map(({ width, height }) => [width, height]),
    )
    const same = alone.flat().map((page, index) => pages[index]?.data.equals(page.data))
    expect(same.filter((equal) => !equal)).toEqual([])
  })

  it('carries the code of each form on its pages', async () => {
    const codes = (await pagePictures(await made, 150)).map((page) => codeIn(page, 150, 'right', 45))
    expect(codes[0]).toContain('客服-TS-2026-0042')
    expect(codes.at(-1)).toContain('客服-TS-2026-0001')
    expect(codes.map((code) => parseSheetCode(code)?.form)).not.toContain(undefined)
  })

  it('has its own title, and the same bytes each time', async () => {
    expect((await pdfInfo(await made)).Title).toBe('投诉 6 份')
    const again = await engine.renderBatch(mixed, '投诉 6 份')
    expect(Buffer.compare(await made, again)).toBe(0)
  })
})

it('tells how far it is, always forward, up to the end', async () => {
  const shares: number[] = []
  await engine.renderBatch(mixed, 'all', (share) => void shares.push(share))
  expect(shares.length).toBeGreaterThan(mixed.length)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  // The next single form tells nobody.
  const count = shares.length
  await engine.render(complaintVisitForm(shortSample(coverage)))
  expect(shares).toHaveLength(count)
})

it('embeds its fonts once: a form of a batch is far smaller than one by itself', async () => {
  const forms = Array.from({ length: 20 }, (_, index) => {
    const input = typicalSample(coverage)
    input.sheet.number = `客服-TS-2026-${String(index + 1).padStart(4, '0')}`
    return complaintVisitForm(input)
  })
  const [first] = forms
  if (!first) throw new Error('there are forms')
  const one = await engine.render(first)
  const batch = await engine.renderBatch(forms, 'all')
  expect(batch.length / forms.length).toBeLessThan(one.length / 3)
})

it('refuses a batch of nothing', async () => {
  await expect(engine.renderBatch([], 'none')).rejects.toThrow('no forms')
})
