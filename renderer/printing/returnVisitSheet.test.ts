import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it, vi } from 'vitest'
import { encodeSheetCode } from '../../shared/documents/qrPayload'
import { returnVisitSheetForm, returnVisitSheetMissing } from '../../shared/documents/returnVisitSheet/form'
import { phonesOf, type ReturnVisitSheetInput, rowTexts } from '../../shared/documents/returnVisitSheet/input'
import { NOTE, sheetSums } from '../../shared/documents/returnVisitSheet/sums'
import {
  blankReturnVisits,
  longestReturnVisits,
  reservedReturnVisits,
  shortReturnVisits,
  typicalReturnVisits,
} from '../../shared/documents/samples/returnVisits'
import { coverage } from './fonts/coverage'
import { holds } from './testing/formChecks'
import { expectPictures } from './testing/pictures'
import { pagePictures, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, ReturnVisitSheetInput, number][] = [
  ['short', shortReturnVisits(coverage), 1],
  ['typical', typicalReturnVisits(coverage), 2],
  ['longest', longestReturnVisits(coverage), 5],
  ['reserved', reservedReturnVisits(coverage), 1],
  ['blank', blankReturnVisits(coverage), 1],
]
const HEADS = [
  '扫码',
  '编号',
  '日期',
  '楼座/房号',
  '用户',
  '回访内容及处理结果',
  '用户满意度',
  '用户签名',
  '回访人员',
]

/** The codes of a page, read in windows down the column in which they stand. */
function codesOn(page: PNG, dpi: number): string[] {
  const points = (length: number): number => Math.round((length / 72) * dpi)
  const [left, width, height] = [points(28), points(64), points(64)]
  const found = new Set<string>()
  for (let y = 0; y + height <= page.height; y += points(6)) {
    const cut = new PNG({ width, height })
    PNG.bitblt(page, cut, left, y, width, height, 0, 0)
    const code = jsQR(new Uint8ClampedArray(cut.data), width, height)
    if (code) found.add(code.data)
  }
  return [...found]
}

describe.each(samples)('《回访工作记录表》, %s', (name, input, count) => {
  const made = print(returnVisitSheetForm(input))

  it('looks as it did', async () => {
    await expectPictures(await made, `return-visit-sheet-${name}`, count)
  })

  it('repeats its head on every page that has rows, and counts its pages', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`)
      expect(page).toContain('KF-HF-01')
      // The last may hold what the letters mean, the sums and the signature alone.
      if (/客服-HF/.test(page)) for (const head of HEADS) expect(page).toContain(head)
    })
  })

  it('holds every text of every row, whole', async () => {
    const text = squeezed((await pageTexts(await made)).join(''))
    const phones = phonesOf(input.rows ?? [])
    for (const row of input.rows ?? []) {
      for (const said of Object.values(rowTexts(row, phones)).flatMap((one: string) => one.split('\n'))) {
        expect(holds(text, squeezed(said)), said).toBe(true)
      }
    }
  })

  it('has the code of each row, readable as scanned', async () => {
    const pages = await pagePictures(await made, 150)
    const codes = pages.flatMap((page) => codesOn(page, 150))
    const wanted = (input.rows ?? []).map(({ record: { number }, version }) =>
      encodeSheetCode({ number, version, form: 'KF-HF-01' }),
    )
    expect(codes.sort()).toEqual(wanted.sort())
  })

  it('ends with what the letters mean, its sums, and the signature', async () => {
    const pages = await pageTexts(await made)
    const last = squeezed(pages.at(-1) ?? '')
    expect(pages.filter((page) => page.includes('回访人员签名'))).toEqual([pages.at(-1)])
    expect(last).toContain(squeezed(NOTE))
    expect(last).toContain('合计：回访')
  })

  it('lies on A4 landscape', async () => {
    expect((await pdfInfo(await made))['Page size']).toMatch(/^841\.89 x 595\.28/)
  })
})

it('adds up by satisfaction, without what is void', () => {
  const { rows } = typicalReturnVisits(coverage)
  expect(sheetSums(rows ?? [])).toBe('合计：回访 13 次，其中 A 满意 7 次、B 较满意 3 次、C 不满意 3 次')
})

it('shows nobody’s phone, because several people sign one sheet', async () => {
  const text = squeezed(
    (await pageTexts(await print(returnVisitSheetForm(typicalReturnVisits(coverage))))).join(''),
  )
  expect(text).not.toContain('13800138000')
  expect(text).toContain('回电（电话略）')
})

it('names the characters that no font has, by the number of their row', () => {
  const input = shortReturnVisits((codePoint) => (codePoint > 0xffff ? null : ''))
  const [row] = input.rows ?? []
  if (row?.record.entry) row.record.entry.content = '𠮷女士'
  expect(returnVisitSheetMissing(input)).toEqual([{ field: '客服-HF-2026-0001', characters: ['𠮷'] }])
})
