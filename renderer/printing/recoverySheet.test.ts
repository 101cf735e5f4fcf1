import { describe, expect, it, vi } from 'vitest'
import jsQR from 'jsqr'
import {
  passwordGroups,
  recoverySheetForm,
  type RecoverySheetInput,
  recoverySheetMissing,
} from '../../shared/documents/recoverySheet/form'
import { howToKeep, howToUse, whatFor } from '../../shared/documents/recoverySheet/words'
import { sampleSheet } from '../../shared/documents/samples/complaints'
import { coverage } from './fonts/coverage'
import { expectPictures } from './testing/pictures'
import { formText, pagePictures, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const SHEET = {
  password: '2K7M-X9QD-HB4T-8WZN-PC5R-6YJA',
  sheetId: '3F2A1B',
  createdAt: '2026-11-21T01:05:00.000Z',
}

function inputOf(changes: Partial<RecoverySheetInput['printing']> = {}): RecoverySheetInput {
  return { printing: { ...sampleSheet(coverage), ...changes }, sheet: SHEET }
}

const LONGEST = {
  estateName: '𠮷祥如意翠湖花园国际生活广场二期南区（含商业街及会所配套）'.slice(0, 60),
  officeName: '深圳市某某某物业服务集团股份有限公司翠湖花园国际生活广场二期南区管理处',
  demo: false,
}

describe('《恢复单》', () => {
  it.each([
    ['typical', inputOf()],
    ['longest', inputOf({ office: LONGEST, printedBy: '阿卜杜热西提·买买提江' })],
    ['demo', inputOf({ office: { estateName: '演示小区', officeName: '演示管理处', demo: true } })],
  ])('%s: one page that looks as it did', async (name, input) => {
    const made = await print(recoverySheetForm(input))
    await expectPictures(made, `recovery-sheet-${name}`, 1)
    const [page = ''] = await pageTexts(made)
    expect(page).toContain('第 1 页 / 共 1 页')
    expect(page).toMatch(/KF-AQ-01.恢复单号 3F2A1B/)
  })

  it('says every group of the password, whose it is, and every word of what it is for', async () => {
    const input = inputOf()
    const text = await formText(await print(recoverySheetForm(input)))
    const { office, printedBy } = input.printing
    for (const said of [office.estateName, office.officeName, printedBy, '3F2A1B', '2026-11-2109:05'])
      expect(text).toContain(said)
    const groups = passwordGroups(SHEET.password)
    expect(groups).toHaveLength(6)
    groups.forEach((letters, index) => expect(text).toContain(`第${index + 1}组${letters}`))
    for (const { title, points } of [whatFor(), howToKeep('3F2A1B'), howToUse()]) {
      const lines = points.flatMap(({ text: words, command = '' }) => [words, command])
      for (const line of [title, ...lines]) expect(text).toContain(squeezed(line))
    }
  })

  it('has the password as its only code, so that a scanner types it as it is asked for', async () => {
    const [page] = await pagePictures(await print(recoverySheetForm(inputOf())), 150)
    if (!page) throw new Error('no page')
    expect(jsQR(new Uint8ClampedArray(page.data), page.width, page.height)?.data).toBe(SHEET.password)
  })

  it('does not give the password away where a file manager or a print queue shows it', async () => {
    const info = await pdfInfo(await print(recoverySheetForm(inputOf())))
    expect(info.Title).toBe('恢复单 3F2A1B')
    expect(JSON.stringify(info)).not.toContain('2K7M')
  })

  it('is the same file each time, and names what no font has', async () => {
    const [one, two] = await Promise.all([
      print(recoverySheetForm(inputOf())),
      print(recoverySheetForm(inputOf())),
    ])
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    expect(recoverySheetMissing(inputOf({ printedBy: '李\u{10ffff}' }))).toEqual([
      { field: '打印人', characters: ['\u{10ffff}'] },
    ])
  })
})
