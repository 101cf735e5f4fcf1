import { describe, expect, it, vi } from 'vitest'
import { labelMissing, lostLabelForm, lostLabelsForm } from '../../shared/documents/lostLabel/form'
import { lostNoticeForm, noticeMissing, noticeRow, postedPlace } from '../../shared/documents/lostNotice/form'
import { roughPlace } from '../../shared/documents/lostNotice/roughPlace'
import { lostShelfForm, shelfMissing } from '../../shared/documents/lostShelf/form'
import { encodeSheetCode } from '../../shared/documents/qrPayload'
import { sampleSheet } from '../../shared/documents/samples/complaints'
import { lostItemsSample, shelfSample } from '../../shared/documents/samples/lost'
import { coverage } from './fonts/coverage'
import { codeIn, expectPictures } from './testing/pictures'
import { formText, pagePictures, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const sheet = sampleSheet(coverage, '客服-SW-2026-0001', 3)
const SHELF_ITEMS = lostItemsSample(40, coverage)
/** Two of them were posted, the second one again at another place. */
const POSTED = SHELF_ITEMS.map((item, index) => ({
  ...item,
  notices: [
    ...(index < 2 ? [{ postedAt: '2026-11-21T02:00:00.000Z', place: '大堂' }] : []),
    ...(index === 1 ? [{ postedAt: '2026-11-21T05:00:00.000Z', place: '南门公告栏' }] : []),
  ],
}))

describe('失物标签, 60 × 40 mm', () => {
  it.each([
    ['typical', 0],
    ['short', 1],
    ['longest', 2],
  ] as const)('%s: looks as it did, and its code is read', async (name, index) => {
    const [item] = SHELF_ITEMS.slice(index)
    if (!item) throw new Error('no sample')
    const made = await print(lostLabelForm({ sheet, item }))
    await expectPictures(made, `lost-label-${name}`, 1)
    expect((await pdfInfo(made))['Page size']).toMatch(/^170\.0\d+ x 113\.3/)
    const [page] = await pagePictures(made, 203)
    const code = encodeSheetCode({ number: item.number, version: 3, form: 'KF-SW-02' })
    expect(page && codeIn(page, 203, 'right', 40)).toBe(code)
    const text = await formText(made)
    expect(text).toContain(item.number)
    expect(text).toContain('上交2026-11-21')
  })

  it('21 stand on a sheet of A4; the 22nd begins the next', async () => {
    const labels = SHELF_ITEMS.map((item) => ({ item, version: 1 }))
    const made = await print(lostLabelsForm(labels.slice(0, 22), sheet))
    await expectPictures(made, 'lost-labels', 2)
    const pages = await pageTexts(made)
    expect(pages.map((page) => page.match(/客服-SW/g)?.length)).toEqual([21, 1])
    expect(await pageTexts(await print(lostLabelsForm(labels.slice(0, 21), sheet)))).toHaveLength(1)
    expect(labelMissing([], coverage)).toEqual([])
  })
})

describe('《招领公告》', () => {
  it.each([
    ['short', 1, 1],
    ['typical', 8, 1],
    ['longest', 40, 2],
  ] as const)('%s: looks as it did', async (name, count, pages) => {
    const items = (count === 1 ? SHELF_ITEMS : POSTED).slice(0, count)
    const made = await print(lostNoticeForm({ sheet, items }))
    await expectPictures(made, `lost-notice-${name}`, pages)
  })

  it('says kind, day and rough place of each, the law, and leaves room for the seal', async () => {
    const items = SHELF_ITEMS.slice(0, 8)
    const text = await formText(await print(lostNoticeForm({ sheet, items })))
    items.forEach((item, index) => {
      for (const said of noticeRow(item, index)) expect(text).toContain(squeezed(said))
    })
    for (const said of ['第三百一十八条', '一年内无人认领', '盖章', '以现行法律为准'])
      expect(text).toContain(said)
  })

  it('names the place of the latest posting, and leaves a line where none is known', async () => {
    expect(postedPlace(POSTED)).toBe('南门公告栏')
    expect(postedPlace([...POSTED].reverse())).toBe('南门公告栏')
    expect(postedPlace(SHELF_ITEMS)).toBe('')
    expect(await formText(await print(lostNoticeForm({ sheet, items: POSTED })))).toContain(
      '张贴地点：南门公告栏',
    )
    const unprintable = POSTED.slice(0, 1).map((item) => ({
      ...item,
      notices: [{ postedAt: '2026-11-21T05:00:00.000Z', place: '大堂\u{10ffff}' }],
    }))
    expect(noticeMissing({ sheet, items: unprintable })).toEqual([
      { field: '张贴地点', characters: ['\u{10ffff}'] },
    ])
  })

  it('says nothing that only the owner should know: no name, feature, value, exact place, finder or shelf', async () => {
    const text = await formText(await print(lostNoticeForm({ sheet, items: SHELF_ITEMS.slice(0, 8) })))
    const secrets = ['皮钱包', '旅行箱', '拉链', '260', '100元', '2单元', 'B区128号', '孙二娘', 'A柜', '1234']
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(noticeMissing({ sheet, items: [] })).toEqual([])
  })

  it.each([
    ['3号楼2单元电梯厅', '3号楼'],
    ['１２ 栋门口长椅下', '12栋'],
    ['地下二层车库 B 区 128 号车位', '车库'],
    ['南门岗亭东侧第二个花坛', '南门'],
    ['单身公寓里谁也说不清的地方', '小区内'],
    ['', '小区内'],
  ])('of %s it says %s', (place, rough) => {
    expect(roughPlace(place)).toBe(rough)
  })
})

describe('《失物盘点表》', () => {
  it.each([
    ['short', 1, true, 1],
    ['typical', 20, true, 2],
    ['longest', 70, true, 4],
    ['going-on', 12, false, 1],
  ] as const)('%s: looks as it did', async (name, length, finished, pages) => {
    const count = shelfSample(length, coverage, finished)
    const made = await print(lostShelfForm({ sheet, count }))
    await expectPictures(made, `lost-shelf-${name}`, pages)
    const text = await formText(made)
    for (const { number, name: thing } of count.lines) {
      expect(text).toContain(number)
      expect(text).toContain(squeezed(thing))
    }
  })

  it('says what is missing, what left, and what was there though it should not be', async () => {
    const text = await formText(await print(lostShelfForm({ sheet, count: shelfSample(14, coverage) })))
    for (const said of [
      '应存14件，已点10件，期间离库2件，缺失2件',
      '客服-SW-2026-0099',
      '正在查监控',
      '缺失',
    ]) {
      expect(text).toContain(said)
    }
    expect(shelfMissing({ sheet, count: shelfSample(3, coverage) })).toEqual([])
  })
})
