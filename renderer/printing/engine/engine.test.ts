import { expect, it, vi } from 'vitest'
import { complaintVisitForm } from '../../../shared/documents/complaintVisit/form'
import { runs } from '../../../shared/documents/runs'
import { shortSample, typicalSample } from '../../../shared/documents/samples/complaints'
import { longestSample } from '../../../shared/documents/samples/longestComplaint'
import { coverage } from '../fonts/coverage'
import { loadFontFile } from '../testing/fontFolder'
import { barePage } from '../testing/lines'
import { pageTexts } from '../testing/poppler'
import { createEngine } from './engine'

vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine(loadFontFile)
const print = engine.render

it('gives the same bytes for the same print, whatever was printed before', async () => {
  const first = await print(complaintVisitForm(typicalSample(coverage)))
  await print(complaintVisitForm(longestSample(coverage)))
  await print(complaintVisitForm(shortSample(coverage)))
  const again = await print(complaintVisitForm(typicalSample(coverage)))
  expect(Buffer.compare(first, again)).toBe(0)
})

it('gives other bytes for another version', async () => {
  const input = typicalSample(coverage)
  const first = await print(complaintVisitForm(input))
  input.sheet.version += 1
  expect(Buffer.compare(first, await print(complaintVisitForm(input)))).not.toBe(0)
})

it("does not carry one document's characters into the text of another", async () => {
  // ⼀ (a radical) and 一 share a glyph: whoever came first must not name it for all.
  const page = (text: string) => barePage([{ text: runs(text, coverage) }], 400)
  await print(page('⼀⼆⼈'))
  expect((await pageTexts(await print(page('一二人'))))[0]?.trim()).toBe('一二人')
})

it('tells parts of one fallback font apart', async () => {
  const text = '𠮷𪚥𡚸𤭢𨋢𬘭'
  const [page] = await pageTexts(await print(barePage([{ text: runs(text, coverage) }], 400)))
  expect(page?.trim()).toBe(text)
})

it('fetches a fallback font only when a text needs it, and each font once', async () => {
  const asked: string[] = []
  const fresh = createEngine((file) => {
    asked.push(file)
    return loadFontFile(file)
  })
  await fresh.render(barePage([{ text: runs('㐀𫝀', coverage) }], 400))
  await fresh.render(barePage([{ text: runs('㐀𫝀𫝁', coverage) }], 400))
  expect(asked.filter((file) => file.startsWith('HanaMin')).length).toBeLessThanOrEqual(1)
  expect(new Set(asked).size).toBe(asked.length)
})

it('says which font is missing instead of printing without it', async () => {
  const broken = createEngine(async (file) => {
    if (file.startsWith('HanaMinB')) throw new Error(`no ${file}`)
    return loadFontFile(file)
  })
  const unseen = barePage(
    [{ text: [{ text: '𪛀', font: 'HanaMinB.CJK-Unified-Ideographs-Extension-B-99' }] }],
    400,
  )
  await expect(broken.render(unseen)).rejects.toThrow('Extension-B-99')
})
