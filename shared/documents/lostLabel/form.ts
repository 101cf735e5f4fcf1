import type { LostItem } from '../../domain/lostItem/types'
import { CATEGORY_WORDS } from '../lostClaim/words'
import type { Block, Cell, PrintDefinition } from '../definition'
import { excerpt } from '../excerpt'
import type { Printing, Sheet } from '../layout/frame'
import { MM, PAPER_SIZES } from '../layout/measures'
import { qrCode } from '../layout/qrCode'
import { markedPages, markOf } from '../layout/underlay'
import { type MissingText, missingTexts } from '../missing'
import { encodeSheetCode } from '../qrPayload'
import { forms } from '../registry'
import { type Coverage, runs } from '../runs'
import { when } from '../when'

/** What of a found item its label reads. */
export type ItemOnLabel = Pick<LostItem, 'number' | 'intake'>

const CODE = 20 * MM
const SIDE = 3 * MM
const GAP = 2 * MM
const TEXT = 60 * MM - 2 * SIDE - CODE - GAP
const NAME_SIZE = 10.5
const SIZE = 8

/** What stands on a label beside its code: kind and count, when and where; and below both, where it lies. */
function labelTexts({ intake }: ItemOnLabel): { name: string; lines: string[]; shelf: string } {
  const kind = `${CATEGORY_WORDS[intake.category]}　${intake.quantity} 件`
  const lines = [kind, `上交 ${when(intake.handedInAt).slice(0, 10)}`, `捡于 ${intake.foundPlace}`]
  return { name: intake.name, lines, shelf: `存放 ${intake.storedAt}` }
}

/** One label: the number over its width, words on the left, the code for the shelf count on the right. */
function label(item: ItemOnLabel, version: number, coverage: Coverage): Block {
  const { name, lines, shelf } = labelTexts(item)
  const code = encodeSheetCode({ number: item.number, version, form: forms.lostLabel.code })
  const part = (text: string, fontSize: number, most: number, width = TEXT): Block => ({
    text: runs(excerpt(text, { lines: most, width, size: fontSize }, '…'), coverage, width / fontSize),
    fontSize,
    bold: fontSize === NAME_SIZE,
  })
  return {
    stack: [
      { text: runs(item.number, coverage, 30), bold: true, fontSize: 10.5, noWrap: true },
      {
        columns: [
          {
            stack: [part(name, NAME_SIZE, 2), ...lines.map((text, at) => part(text, SIZE, at === 2 ? 2 : 1))],
            width: TEXT,
          },
          { text: '', width: GAP },
          { ...qrCode(code, CODE), margin: [0, 3, 0, 0] },
        ],
      },
      part(shelf, SIZE, 1, TEXT + GAP + CODE),
    ],
  }
}

const NOTHING: Block = { text: '' }

/** 失物标签 (KF-SW-02), 60 × 40 mm, for a label printer. */
export function lostLabelForm({ sheet, item }: { sheet: Sheet; item: ItemOnLabel }): PrintDefinition {
  return {
    title: `${forms.lostLabel.title} ${item.number}`,
    author: sheet.office.officeName,
    createdAt: sheet.printedAt,
    paper: 'label',
    margins: [SIDE, 2 * MM, SIDE, MM],
    continuedHead: NOTHING,
    foot: NOTHING,
    ...markedPages(markOf(false, sheet.office.demo), 'label'),
    content: [label(item, sheet.version, sheet.coverage)],
  }
}

const ACROSS = 3
const DOWN = 7

/** A label and the print version that its code says. */
export interface NumberedLabel {
  item: ItemOnLabel
  version: number
}

/** 21 labels of 70 × 42.4 mm on each A4 sheet, without margins, as self-adhesive sheets are cut. */
export function lostLabelsForm(labels: readonly NumberedLabel[], printing: Printing): PrintDefinition {
  const { width, height } = PAPER_SIZES.A4
  const cell = { width: width / ACROSS, height: height / DOWN }
  const left = (cell.width - 60 * MM) / 2 + SIDE
  const cells = labels.map(
    ({ item, version }): Cell => ({
      stack: [label(item, version, printing.coverage)],
      margin: [left, 3 * MM, left, 0],
    }),
  )
  const rows = Array.from({ length: Math.ceil(cells.length / ACROSS) }, (_, row) =>
    Array.from({ length: ACROSS }, (__, column): Cell => cells[row * ACROSS + column] ?? { text: '' }),
  )
  return {
    title: forms.lostLabels.title,
    author: printing.office.officeName,
    createdAt: printing.printedAt,
    paper: 'A4',
    margins: [0, 0, 0, 0],
    continuedHead: NOTHING,
    foot: NOTHING,
    ...markedPages(markOf(false, printing.office.demo), 'A4'),
    content: [
      {
        table: {
          widths: Array.from({ length: ACROSS }, () => cell.width),
          body: rows,
          // A hair less than a seventh: seven rows must stay on their page.
          heights: rows.map(() => cell.height - 0.01),
          dontBreakRows: true,
        },
        layout: 'bare',
      },
    ],
  }
}

/** Characters of these labels that no font has, by field: to be said before they are printed. */
export function labelMissing(items: readonly ItemOnLabel[], coverage: Coverage): MissingText[] {
  const texts = items.flatMap(({ intake }) => [
    ['物品名称', intake.name] as const,
    ['捡获地点', intake.foundPlace] as const,
    ['存放位置', intake.storedAt] as const,
  ])
  return missingTexts(texts, coverage)
}
