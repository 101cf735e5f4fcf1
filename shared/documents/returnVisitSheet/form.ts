import type { Block, Cell, PrintDefinition, TableBlock } from '../definition'
import { drawnSignature } from '../layout/drawnSignature'
import { isLong, paragraphs, valueText } from '../layout/grid'
import { listForm, listInner } from '../layout/list'
import { choices } from '../layout/marks'
import { RULE } from '../layout/measures'
import { qrCode } from '../layout/qrCode'
import { dateLine } from '../layout/signatures'
import { type MissingText, missingTexts } from '../missing'
import { encodeSheetCode } from '../qrPayload'
import { forms } from '../registry'
import { phonesOf, type ReturnVisitRow, type ReturnVisitSheetInput, rowTexts } from './input'
import { sumsTable } from './sums'

const SIZE = 9
const SMALL_SIZE = 8
/** 16 mm: each row has its own code, because each is a record of its own. */
const CODE = 45
const BLANK_ROWS = 7
/** A row whose text has more lines begins a page and runs over. */
const MOST_LINES = 26
const SATISFACTION = 74
/** 45 mm and more for the hand. */
const SIGNATURE = 130

const COLUMNS = [
  ['扫码', CODE],
  ['编号\n日期', 84],
  ['楼座/房号\n用户', 70],
  ['回访内容及处理结果', 0],
  ['用户满意度', SATISFACTION],
  ['用户签名', SIGNATURE],
  ['回访人员', 54],
] as const

const WIDTHS = (() => {
  const fixed = COLUMNS.reduce((sum, [, width]) => sum + width, 0)
  return COLUMNS.map(([, width]) => (width === 0 ? listInner(COLUMNS.length) - fixed : width))
})()

const CONTENT = WIDTHS[3] ?? 0

interface SheetRow {
  cells: Cell[]
  long: boolean
}

function satisfaction({ record: { entry } }: ReturnVisitRow): Block {
  const letters = (['A', 'B', 'C'] as const).map((label) => ({
    label,
    ticked: entry?.satisfaction === label,
  }))
  return choices(letters, SATISFACTION)
}

/** Room for the hand, or what was signed on the screen with its day. */
function signature({ drawn = [] }: ReturnVisitRow): Block {
  const signed = drawn.find(({ role }) => role === '用户')
  if (!signed) return { text: '' }
  const room = { width: SIGNATURE, height: CODE - 2 * SMALL_SIZE }
  const day: Block = { text: dateLine(signed, ''), fontSize: SMALL_SIZE, alignment: 'right', noWrap: true }
  return { stack: [drawnSignature(signed.drawing, room), day] }
}

function sheetRow(row: ReturnVisitRow, { sheet, rows }: ReturnVisitSheetInput): SheetRow {
  const { coverage } = sheet
  const { number } = row.record
  const texts = rowTexts(row, phonesOf(rows ?? []))
  const code = encodeSheetCode({ number, version: row.version, form: forms.returnVisitSheet.code })
  const small = texts.about
    .split('\n')
    .map((line): Block => valueText(line, coverage, WIDTHS[1] ?? 0, SMALL_SIZE))
  return {
    cells: [
      { ...qrCode(code, CODE), margin: [0, 1, 0, 1] },
      { stack: small },
      paragraphs(texts.who, coverage, WIDTHS[2] ?? 0, SIZE),
      paragraphs(texts.content, coverage, CONTENT, SIZE),
      satisfaction(row),
      signature(row),
      paragraphs(texts.visitedBy, coverage, WIDTHS[6] ?? 0, SIZE),
    ],
    long: isLong(texts.content, CONTENT, MOST_LINES),
  }
}

/** A row that nobody's number stands on. */
function emptyRow(): SheetRow {
  const cells: Cell[] = COLUMNS.map(() => ({ text: '' }))
  cells[4] = satisfaction({ record: { number: '', entry: null, void: null }, version: 1 })
  return { cells, long: false }
}

function tableOf(rows: SheetRow[]): TableBlock {
  const head: Cell[] = COLUMNS.map(([label]) => ({
    text: label,
    bold: true,
    fontSize: SIZE,
    alignment: 'center',
    verticalAlignment: 'middle',
  }))
  const long = rows.some((row) => row.long)
  return {
    table: {
      widths: WIDTHS,
      body: [head, ...rows.map(({ cells }) => cells)],
      heights: ['auto', ...rows.map(() => CODE)],
      headerRows: 1,
      keepWithHeaderRows: long || rows.length === 0 ? 0 : 1,
      dontBreakRows: !long,
    },
    layout: 'dense',
    margin: [0, -RULE, 0, 0],
    ...(long ? { pageBreak: 'before' as const } : {}),
  }
}

function tables(rows: SheetRow[]): TableBlock[] {
  const groups: SheetRow[][] = [[]]
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && !row.long && !last.some(({ long }) => long)) last.push(row)
    else groups.push([row])
  }
  return groups.filter((group, index) => group.length > 0 || groups.length === index + 1).map(tableOf)
}

/**
 * 《回访工作记录表》 (KF-HF-01) on A4 landscape: return visits of a period or a selection, a row each, with a code and
 * room for the signature of its 用户. A number on which nothing was written yet is a row for the hand.
 */
export function returnVisitSheetForm(input: ReturnVisitSheetInput): PrintDefinition {
  const { sheet, period, filter, rows } = input
  const body = rows ? rows.map((row) => sheetRow(row, input)) : Array.from({ length: BLANK_ROWS }, emptyRow)
  return listForm(forms.returnVisitSheet, sheet, { period, filter }, [...tables(body), sumsTable(rows)])
}

/** Characters of this sheet that no font has, by the number of their row: to be said before it is printed. */
export function returnVisitSheetMissing({
  sheet,
  period,
  filter,
  rows,
}: ReturnVisitSheetInput): MissingText[] {
  const { estateName, officeName } = sheet.office
  const head = [estateName, officeName, sheet.printedBy, period, filter]
  const phones = phonesOf(rows ?? [])
  return missingTexts(
    [
      ...head.map((text) => ['表头', text] as const),
      ...(rows ?? []).flatMap((row) =>
        Object.values(rowTexts(row, phones)).map((text: string) => [row.record.number, text] as const),
      ),
    ],
    sheet.coverage,
  )
}
