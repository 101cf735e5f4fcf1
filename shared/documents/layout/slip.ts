import { formatCivil } from '../../util/civilTime'
import { type Block, PAGE, PAGES, type PrintDefinition, type Underlay } from '../definition'
import { encodeSheetCode } from '../qrPayload'
import type { FormMeta } from '../registry'
import { runs } from '../runs'
import { type Sheet, small, type Voided } from './frame'
import { MM, PAPER_SIZES, SMALL } from './measures'
import { qrCode } from './qrCode'
import { markBlock, markOf } from './underlay'

// A slip of two parts side by side on A5 landscape: a narrow stub that stays, a line to cut along, and the wide part
// that goes. Further pages (附页) belong to the part that goes, and have no line.
const { width: WIDTH, height: HEIGHT } = PAPER_SIZES['A5-landscape']
const SIDE = 9 * MM
const TOP = 8 * MM
const QR = 52
const BOTTOM = QR + 6 * MM
const GAP = 12 * MM

/** Widths of the two parts and of a whole page within its margins, in points. */
export const STUB_WIDTH = 52 * MM
export const COPY_WIDTH = WIDTH - 2 * SIDE - GAP - STUB_WIDTH
export const SLIP_WIDTH = WIDTH - 2 * SIDE

const CUT_COLUMN = 12

/** How a slip is cut: width of the narrow part on the left and of the gap around the line, points; what each part is. */
export interface SlipCut {
  narrow: number
  gap: number
  names: readonly [narrow: string, wide: string]
}

function cutOf({ meta, cut }: Slip): SlipCut {
  return cut ?? { narrow: STUB_WIDTH, gap: GAP, names: [meta.parts[0] ?? '', meta.parts[1] ?? ''] }
}

export interface Slip {
  meta: FormMeta
  sheet: Sheet
  voided: Voided | null | undefined
  /** Under the head of each part: the narrow one on the left, the wide one on the right. */
  stub: Block[]
  copy: Block[]
  /** What had no room on the first page; empty for none. It belongs to the wide part. */
  annex: Block[]
  /** Where the parts are not a narrow stub and a wide copy. */
  cut?: SlipCut
}

function cutLine(): Block {
  const dashed = (length: number): Block => ({
    canvas: [
      {
        type: 'line',
        x1: CUT_COLUMN / 2,
        y1: 0,
        x2: CUT_COLUMN / 2,
        y2: length,
        lineWidth: 0.7,
        dash: { length: 4 },
      },
    ],
  })
  const words = ['裁', '切', '线'].map(
    (text): Block => ({ text, fontSize: 7.5, alignment: 'center', noWrap: true }),
  )
  const half = HEIGHT / 2 - 26
  return { stack: [dashed(half), ...words, dashed(half)], width: CUT_COLUMN, margin: [0, 8, 0, 0] }
}

/** On the first page the line to cut along, and a mark on each part: cut apart, each must bear it. */
function underlayOf(word: string | null, { narrow, gap }: SlipCut): Underlay {
  const marked = (width: number): Block =>
    word === null ? { text: '', width } : markBlock(word, width, HEIGHT)
  const left = SIDE + narrow + gap / 2 - CUT_COLUMN / 2
  return {
    first: { columns: [marked(left), cutLine(), marked(WIDTH - left - CUT_COLUMN)], columnGap: 0 },
    further: marked(WIDTH),
  }
}

function stubHead(slip: Slip): Block {
  const { meta, sheet } = slip
  const { officeName } = sheet.office
  return {
    stack: [
      {
        columns: [
          { text: meta.title, bold: true, fontSize: 12, noWrap: true, width: '*' },
          { text: cutOf(slip).names[0], bold: true, fontSize: SMALL, noWrap: true, width: 'auto' },
        ],
      },
      { text: runs(officeName, sheet.coverage, 16), fontSize: 8 },
      small(`No: ${sheet.number}`, sheet, { bold: true }),
      small(`${meta.code}　第 ${sheet.version} 次　${formatCivil(sheet.printedAt)}`, sheet, {
        fontSize: 7.5,
      }),
    ],
    margin: [0, 0, 0, 3],
  }
}

function copyHead(slip: Slip): Block {
  const { meta, sheet } = slip
  const { estateName, officeName } = sheet.office
  const side = 60
  return {
    stack: [
      {
        text: runs(`${estateName}　${officeName}`, sheet.coverage, 36),
        fontSize: SMALL,
        alignment: 'center',
      },
      {
        columns: [
          { text: '', width: side },
          {
            text: meta.title,
            bold: true,
            fontSize: 15,
            alignment: 'center',
            characterSpacing: 3,
            width: '*',
          },
          { text: cutOf(slip).names[1], bold: true, alignment: 'right', noWrap: true, width: side },
        ],
      },
      {
        columns: [
          small(`No: ${sheet.number}`, sheet, { bold: true, width: '*' }),
          small(
            `${meta.code}　打印版次：第 ${sheet.version} 次　打印时间：${formatCivil(sheet.printedAt)}`,
            sheet,
            {
              alignment: 'right',
              fontSize: 8,
              width: 'auto',
            },
          ),
        ],
      },
    ],
    margin: [0, 0, 0, 3],
  }
}

/** A code on each part: the stub is scanned into its record, the copy comes back with its owner. */
function slipFoot(slip: Slip): Block {
  const { meta, sheet } = slip
  const { narrow, gap } = cutOf(slip)
  const { number, version } = sheet
  const code = (): Block => qrCode(encodeSheetCode({ number, version, form: meta.code }), QR)
  const low: [number, number, number, number] = [4, QR - 12, 0, 0]
  const named = `${number}　第 ${version} 次打印`
  return {
    columns: [
      code(),
      {
        text: runs(`${number}\n第 ${version} 次打印`, sheet.coverage, 14),
        fontSize: 7.5,
        width: narrow - QR,
        margin: [4, QR - 22, 0, 0],
      },
      { text: '', width: gap },
      small(named, sheet, { fontSize: 8, width: '*', margin: low }),
      small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, sheet, {
        fontSize: 8,
        width: 'auto',
        margin: [0, QR - 12, 8, 0],
      }),
      code(),
    ],
    margin: [SIDE, 2, SIDE, 0],
  }
}

/** Head of the 附页, which goes with the wide part. */
function annexHead(slip: Slip): Block {
  const { meta, sheet, voided } = slip
  const title = `${voided ? '【作废】' : ''}${meta.title}（${cutOf(slip).names[1]}附页）`
  return {
    columns: [
      small(title, sheet, { bold: true, width: '*' }),
      small(`No: ${sheet.number}　${meta.code}`, sheet, { alignment: 'right', width: 'auto' }),
    ],
    margin: [SIDE, TOP - 14, SIDE, 0],
  }
}

/** A whole slip of two parts. What stands in a part must fit its page: longer text goes to `annex`. */
export function slipForm(slip: Slip): PrintDefinition {
  const { meta, sheet, voided, stub, copy, annex } = slip
  const [first, ...others] = annex
  const cut = cutOf(slip)
  const { narrow, gap } = cut
  return {
    title: `${meta.title} ${sheet.number}`,
    author: sheet.office.officeName,
    createdAt: sheet.printedAt,
    paper: meta.paper,
    margins: [SIDE, TOP, SIDE, BOTTOM],
    continuedHead: annexHead(slip),
    foot: slipFoot(slip),
    underlay: underlayOf(markOf(Boolean(voided), sheet.office.demo), cut),
    content: [
      {
        columns: [
          { stack: [stubHead(slip), ...stub], width: narrow },
          // A column instead of a gap: pdfmake would hand a gap down to the columns within the parts.
          { text: '', width: gap },
          { stack: [copyHead(slip), ...copy], width: SLIP_WIDTH - gap - narrow },
        ],
      },
      ...(first ? [{ ...first, pageBreak: 'before' as const }, ...others] : []),
    ],
  }
}
