import type { PNG } from 'pngjs'
import { describe, expect, it, vi } from 'vitest'
import { complaintReceiptForm } from '../../shared/documents/complaintReceipt/form'
import { complaintVisitForm } from '../../shared/documents/complaintVisit/form'
import type { PrintDefinition } from '../../shared/documents/definition'
import { shortSample, typicalSample } from '../../shared/documents/samples/complaints'
import type { ScreenSignature } from '../../shared/domain/register/types'
import { coverage } from './fonts/coverage'
import { pagePictures, pageTexts } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 60_000 })

const DPI = 72

/** Two strokes: a wave and a line under it. */
function signature(role: string): ScreenSignature {
  const wave = Array.from({ length: 60 }, (_, at) => [
    Math.round((at * 1000) / 59),
    Math.round(150 + 150 * Math.sin(at / 3)),
  ]).flat()
  const drawing = { width: 1000, height: 400, strokes: [wave, [50, 400, 950, 380], [500, 10]] }
  const at = '2026-11-21T07:30:00.000Z'
  return { digest: 'd', role, by: '王建国', at, pointer: 'pen', version: 1, drawing }
}

function visit(drawn: ScreenSignature[], sample = typicalSample(coverage)): PrintDefinition {
  return complaintVisitForm({ ...sample, sheet: { ...sample.sheet, drawn } })
}

/** Where two pages of the same size differ, in pixels; null where they are the same. */
function difference(one: PNG, other: PNG) {
  const box = { left: one.width, right: -1, top: one.height, bottom: -1 }
  for (let at = 0; at < one.width * one.height; at += 1) {
    if (one.data[at * 4] === other.data[at * 4]) continue
    const [x, y] = [at % one.width, Math.floor(at / one.width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box.right < 0 ? null : box
}

describe('屏幕签字 on paper (domain 10, forms "On every form")', () => {
  it('is drawn into the box of its role, with its day, and moves nothing else', async () => {
    const blank = await print(visit([]))
    const signed = await print(visit([signature('投诉人')]))
    const before = await pagePictures(blank, DPI)
    const after = await pagePictures(signed, DPI)
    expect(after.length).toBe(before.length)
    const boxes = before.map((page, at) => difference(page, after[at] ?? page))
    const [changed, ...others] = boxes.filter((box) => box !== null)
    expect(others).toEqual([])
    // Within one box: a third of the page wide at most, the height of the hand's room and the date.
    expect((changed?.right ?? 0) - (changed?.left ?? 0)).toBeLessThan(200)
    expect((changed?.bottom ?? 0) - (changed?.top ?? 0)).toBeLessThan(60)
    const texts = (await pageTexts(signed)).join('')
    expect(texts).toContain('日期：2026年11月21日')
    expect(texts.match(/签名：/g)).toHaveLength(4)
  })

  it('gives a box to a role that the record alone would not ask for', async () => {
    const role = '投诉人'
    const unsigned = (await pageTexts(await print(visit([], shortSample(coverage))))).join('')
    expect(unsigned).not.toContain(`${role}签名：`)
    const texts = (await pageTexts(await print(visit([signature(role)], shortSample(coverage))))).join('')
    expect(texts).toContain(`${role}签名：`)
  })

  it('stands on both parts of the receipt', async () => {
    const { sheet, complaint } = typicalSample(coverage)
    const texts = async (drawn: ScreenSignature[]) =>
      (await pageTexts(await print(complaintReceiptForm({ sheet: { ...sheet, drawn }, complaint })))).join('')
    expect((await texts([signature('接待人')])).match(/日期：2026年11月21日/g)).toHaveLength(2)
    expect(await texts([])).not.toContain('日期：2026年11月21日')
  })

  it('gives the same bytes for the same version', async () => {
    const [one, other] = [
      await print(visit([signature('投诉人')])),
      await print(visit([signature('投诉人')])),
    ]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})
