import { describe, expect, it, vi } from 'vitest'
import { longestWeek, shortWeek, typicalWeek } from '../../shared/documents/samples/months'
import {
  type WeeklySheetInput,
  weeklySheetForm,
  weeklySheetMissing,
  weeklySheetTexts,
} from '../../shared/documents/weeklySheet/form'
import { coverage } from './fonts/coverage'
import { holds } from './testing/formChecks'
import { expectPictures } from './testing/pictures'
import { pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'
import { chineseWords } from './testing/words'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, WeeklySheetInput, number][] = [
  ['short', shortWeek(coverage, chineseWords), 2],
  ['typical', typicalWeek(coverage, chineseWords), 3],
  ['longest', longestWeek(coverage, chineseWords), 4],
]

describe.each(samples)('《客户服务周报》, %s', (name, input, count) => {
  const made = print(weeklySheetForm(input))

  it('looks as it did', async () => {
    await expectPictures(await made, `weekly-sheet-${name}`, count)
  })

  it('holds every text, whole', async () => {
    const text = squeezed((await pageTexts(await made)).join(''))
    for (const [label, said] of weeklySheetTexts(input)) {
      expect(holds(text, squeezed(said)), `${label}：${said}`).toBe(true)
    }
  })

  it('says its week and its pages, on upright A4', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`)
      expect(page).toContain('KF-YB-02')
    })
    if (name !== 'longest') expect(pages[0]).toContain('2026-11-16 至 2026-11-22')
    expect((await pdfInfo(await made))['Page size']).toContain('A4')
  })
})

it('names the characters that no font has', () => {
  const input = shortWeek((codePoint) => (codePoint > 0xffff ? null : ''), chineseWords)
  input.sheet.printedBy = '𠮷女士'
  expect(weeklySheetMissing(input)).toEqual([{ field: '打印人', characters: ['𠮷'] }])
})
