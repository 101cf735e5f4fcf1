import { describe, expect, it, vi } from 'vitest'
import { lostClaimForm, lostClaimLabelled, lostClaimMissing } from '../../shared/documents/lostClaim/form'
import { type LostClaimInput, lostClaimTexts } from '../../shared/documents/lostClaim/input'
import { parseSheetCode } from '../../shared/documents/qrPayload'
import { printable } from '../../shared/documents/runs'
import {
  blankLost,
  handedOverLost,
  longestLost,
  shortLost,
  typicalLost,
  voidedLost,
} from '../../shared/documents/samples/lost'
import { formatCivil } from '../../shared/util/civilTime'
import { coverage } from './fonts/coverage'
import { instants } from './testing/formChecks'
import { codeIn, expectPictures } from './testing/pictures'
import { formText, pagePictures, pageTexts, pdfInfo, squeezed } from './testing/poppler'
import { print } from './testing/printing'

vi.setConfig({ testTimeout: 120_000 })

const samples: [string, LostClaimInput, number][] = [
  ['short', shortLost(coverage), 1],
  ['typical', typicalLost(coverage), 1],
  ['handed-over', handedOverLost(coverage), 1],
  ['voided', voidedLost(coverage), 1],
  ['longest', longestLost(coverage), 8],
  ['blank', blankLost(coverage), 1],
]

const LABELS =
  '物品名称 类别 数量 估价 特征 捡获时间 捡获地点 捡获人 电话 上交时间 存放位置 认领人 与失主关系 证件末四位 认领时说明 核对结果 认领时间 经办人 处理意见 拾获人 值班经理 清点人 主任 签名 日期 存根 拾获人回执 裁 切 线'.split(
    ' ',
  )

describe.each(samples)('《失物认领单》, %s', (name, input, count) => {
  const made = print(lostClaimForm(input))

  it('looks as it did', async () => {
    await expectPictures(await made, `lost-claim-${name}`, count)
  })

  it('has every label, so that a hand can fill what is empty', async () => {
    const text = await formText(await made)
    for (const label of LABELS) expect(text).toContain(label)
  })

  it('holds every text and time of the record, whole', async () => {
    const text = await formText(await made)
    for (const [label, said] of lostClaimLabelled(input)) {
      for (const line of printable(said).split('\n')) expect(text, label).toContain(squeezed(line))
    }
    // When it was stated and shown is for the record; the form says when it was given out.
    const { claims = [], ...rest } = input.item
    const times = [...instants(rest), ...claims.map(({ claimedAt }) => claimedAt ?? '')].filter(Boolean)
    for (const at of times) expect(text).toContain(squeezed(formatCivil(at)))
  })

  it('carries its code on both parts: each is scanned by itself', async () => {
    const { number, version } = input.sheet
    const [page] = await pagePictures(await made, 150)
    if (!page) throw new Error('no page')
    for (const corner of ['left', 'right'] as const) {
      const code = codeIn(page, 150, corner, 45)
      expect(code).toContain(number)
      expect(parseSheetCode(code)).toMatchObject({ version, form: 'KF-SW-01' })
    }
  })

  it('says on every page which record, form and page it is, and fits A5', async () => {
    const pages = await pageTexts(await made)
    pages.forEach((page, index) => {
      expect(page).toContain(`No: ${input.sheet.number}`)
      expect(page).toContain('KF-SW-01')
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`)
    })
    expect((await pdfInfo(await made))['Page size']).toMatch(/^595\.28 x 419\.53/)
  })

  it('is the same file each time', async () => {
    expect(Buffer.from(await print(lostClaimForm(input))).equals(Buffer.from(await made))).toBe(true)
  })
})

it('the part that leaves has nothing that helps a false claimant, and no phone', async () => {
  const input = longestLost(coverage)
  const { intake } = input.item
  if (!intake) throw new Error('the sample has an intake')
  Object.assign(intake, { features: '暗记甲', clues: '暗记乙', remarks: '暗记丙', storedAt: '暗记丁' })
  Object.assign(intake.finder, { phone: '13812345678' })
  const definition = lostClaimForm(input)
  const [page] = definition.content
  const left = JSON.stringify((page as { columns: unknown[] }).columns[0])
  expect(left).toContain('拾获人回执')
  expect(left).not.toMatch(/暗记|138 ?1234|1234567/)
  expect(JSON.stringify(definition)).toContain('暗记甲')
})

it('a claim that did not agree is not on the paper', () => {
  const input = typicalLost(coverage)
  const [claim] = input.item.claims ?? []
  if (!claim?.check) throw new Error('the sample was checked')
  const differs = { ...claim, claimedAt: null, check: { ...claim.check, outcome: 'differs' as const } }
  const texts = lostClaimTexts({ ...input, item: { ...input.item, claims: [differs] } })
  expect([texts.claimant, texts.stated, texts.check]).toEqual(['', '', ''])
})

it('names the characters that no font has, by field', () => {
  const input = typicalLost((codePoint) => (codePoint > 0xffff ? null : ''))
  if (input.item.intake) input.item.intake.features = '𠮷字'
  expect(lostClaimMissing(input)).toEqual([{ field: '特征', characters: ['𠮷'] }])
})
