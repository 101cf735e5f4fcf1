import { describe, expect, it, vi } from 'vitest'
import {
  personCopyForm,
  type PersonCopyInput,
  personCopyMissing,
} from '../../shared/documents/personCopy/form'
import { forms } from '../../shared/documents/registry'
import { printable } from '../../shared/documents/runs'
import { blankCopy, longestCopy, shortCopy, typicalCopy } from '../../shared/documents/samples/personCopies'
import { coverage } from './fonts/coverage'
import { holds } from './testing/formChecks'
import { expectPictures } from './testing/pictures'
import { formText, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const SAMPLES: readonly [string, PersonCopyInput, number][] = [
  ['blank', blankCopy(coverage), 1],
  ['short', shortCopy(coverage), 1],
  ['typical', typicalCopy(coverage), 1],
  ['longest', longestCopy(coverage), 11],
]

describe.each(SAMPLES)('《个人信息副本》, %s', (name, input, count) => {
  const made = print(personCopyForm(input))

  it('looks as it did', async () => {
    await expectPictures(await made, `person-copy-${name}`, count)
  })

  it('holds every fact under its label and the record it is from', async () => {
    const text = await formText(await made)
    for (const { title, facts } of input.entries) {
      expect(text).toContain(squeezed(title))
      for (const [label, value] of facts) {
        expect(text).toContain(label)
        for (const line of printable(value).split('\n').map(squeezed))
          expect(holds(text, line), line).toBe(true)
      }
    }
    expect(text.includes('没有查到本人的个人信息')).toBe(input.entries.length === 0)
  })

  it('says on every page whose it is, which form and which page', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, at) => {
      expect(page).toContain(`第 ${at + 1} 页 / 共 ${count} 页`)
      expect(page).toContain(forms.personCopy.code)
      expect(squeezed(page)).toContain(squeezed(printable(input.name)))
    })
    for (const said of ['翠湖花园管理处', '李晓梅', '2026-11-21 15:30', '个人信息副本'])
      expect(pages[0]).toContain(said)
  })

  it('tells the person their rights once, at the end', async () => {
    const text = await formText(await made)
    expect(text.match(/第四十五条/g)).toHaveLength(1)
    expect(text).toContain('可以请求更正、补充（第四十六条）')
  })

  it('is the same file each time, of A4, small enough to send', async () => {
    expect(Buffer.from(await print(personCopyForm(input))).equals(Buffer.from(await made))).toBe(true)
    const info = await pdfInfo(await made)
    expect(info['Page size']).toContain('A4')
    expect((await made).length).toBeLessThanOrEqual(400 * 1024)
  })
})

it('has no name where a file manager or a print queue shows it', async () => {
  const info = await pdfInfo(await print(personCopyForm(typicalCopy(coverage))))
  expect(info.Title).toBe('个人信息副本 2026-11-21 15:30')
})

it('names the characters that no font has, by field', () => {
  const input = { ...shortCopy(coverage), name: '张\u{10ffff}' }
  input.entries = [{ title: '车辆 粤\u{10fffe}', facts: [['车主', '李\u{10fffd}']] }]
  expect(personCopyMissing(input).map(({ field }) => field)).toEqual(['姓名', '记录', '车主'])
})
