import type { Block, Cell, PrintDefinition } from '../definition'
import { fits } from '../excerpt'
import { paragraphs } from '../layout/grid'
import { DENSE_PAD_X, RULE } from '../layout/measures'
import { SLIP_WIDTH, slipForm } from '../layout/slip'
import { slipValueWidth } from '../layout/slipGrid'
import { type MissingText, missingTexts } from '../missing'
import { forms } from '../registry'
import type { Coverage } from '../runs'
import { type LostClaimInput, type LostClaimTexts, lostClaimTexts } from './input'
import { receiptPart } from './receipt'
import { CLAIM_CUT, stubShape } from './shapes'
import { LONG_ROWS, stubPart } from './stub'

/** What stands on the 附页 alone. */
const NOTES = [
  ['查找线索', 'clues'],
  ['附注', 'remarks'],
] as const satisfies readonly (readonly [string, keyof LostClaimTexts])[]

/** Pairs of one line each that a hand-written form has room for, and the record may not. */
const SHORT = [
  ['物品名称', 'name'],
  ['捡获地点', 'foundPlace'],
  ['存放位置', 'storedAt'],
  ['捡获人', 'finder'],
  ['认领人', 'claimant'],
  ['核对结果', 'check'],
] as const satisfies readonly (readonly [string, keyof LostClaimTexts])[]

/** Every text that has no room on the stub, whole, with its label. */
function annexTexts(texts: LostClaimTexts, coverage: Coverage): (readonly [string, string])[] {
  const shape = stubShape(coverage)
  const roomy = { width: slipValueWidth(shape, 1), size: shape.size }
  const narrow = { width: slipValueWidth(shape, 2), size: shape.size, lines: 1 }
  const said = texts.finderRole === '' ? texts.finder : `${texts.finder}　${texts.finderRole}`
  const short = SHORT.map(([label, key]) => [label, key === 'finder' ? said : texts[key]] as const)
  return [
    ...short.filter(([, text]) => !fits(text, narrow)),
    ...LONG_ROWS.filter(([, key, lines]) => !fits(texts[key], { ...roomy, lines })).map(
      ([label, key]) => [label, texts[key]] as const,
    ),
    ...NOTES.map(([label, key]) => [label, texts[key]] as const).filter(([, text]) => text !== ''),
  ]
}

const LABEL = 62
const WIDTHS = [LABEL, SLIP_WIDTH - LABEL - 4 * DENSE_PAD_X - 3 * RULE]

function annexRows(texts: LostClaimTexts, coverage: Coverage): Block[] {
  const rows = annexTexts(texts, coverage).map(([label, text]): Cell[] => [
    { text: label, bold: true, alignment: 'center', noWrap: true },
    paragraphs(text, coverage, WIDTHS[1] ?? 0),
  ])
  return rows.length === 0 ? [] : [{ table: { widths: WIDTHS, body: rows }, layout: 'dense' }]
}

/**
 * 《失物认领单》 (KF-SW-01) on A5 landscape: the receipt that the finder takes along, and the stub with the claim and all
 * signatures. What has no room follows whole on an 附页 of the stub, with 查找线索 and 附注, which never leave.
 */
export function lostClaimForm(input: LostClaimInput): PrintDefinition {
  const { sheet, item } = input
  const texts = lostClaimTexts(input)
  return slipForm({
    meta: forms.lostClaim,
    sheet,
    voided: item.void,
    stub: receiptPart(texts, input),
    copy: stubPart(texts, input),
    annex: annexRows(texts, sheet.coverage),
    cut: CLAIM_CUT,
  })
}

const FREE_TEXTS = [
  ['物品名称', 'name'],
  ['特征', 'features'],
  ['捡获地点', 'foundPlace'],
  ['存放位置', 'storedAt'],
  ['捡获人', 'finder'],
  ['捡获人', 'finderRole'],
  ['值班经理', 'receivedBy'],
  ['清点人', 'countedBy'],
  ['查找线索', 'clues'],
  ['附注', 'remarks'],
  ['认领人', 'claimant'],
  ['认领时说明', 'stated'],
  ['核对结果', 'check'],
  ['经办人', 'handledBy'],
  ['处理意见', 'outcome'],
] as const satisfies readonly (readonly [string, keyof LostClaimTexts])[]

/** Every free text that the form shows, with its label on it. */
export function lostClaimLabelled(input: LostClaimInput): (readonly [string, string])[] {
  const texts = lostClaimTexts(input)
  return [
    ['小区', input.sheet.office.estateName],
    ['管理处', input.sheet.office.officeName],
    ...FREE_TEXTS.map(([label, key]) => [label, texts[key]] as const),
    ['作废原因', input.item.void?.reason ?? ''],
  ]
}

/** Characters of this form that no font has, by field: to be said before it is printed. */
export function lostClaimMissing(input: LostClaimInput): MissingText[] {
  return missingTexts(lostClaimLabelled(input), input.sheet.coverage)
}
