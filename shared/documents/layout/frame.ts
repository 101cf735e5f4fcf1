import type { ScreenSignature } from '../../domain/register/types'
import { formatCivil } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { type Block, type Margin, PAGE, PAGES, type PrintDefinition, type TextBlock } from '../definition'
import { encodeSheetCode } from '../qrPayload'
import type { FormMeta } from '../registry'
import { type Coverage, runs } from '../runs'
import { paragraphs } from './grid'
import {
  A4_WIDTH,
  MARGIN_BOTTOM,
  MARGIN_SIDE,
  MARGIN_TOP,
  MM,
  PAD_X,
  QR_SIDE,
  RULE,
  SMALL,
  TITLE,
} from './measures'
import { qrCode } from './qrCode'
import { markedPages, markOf, VOID } from './underlay'

/** Who prints what is printed, where and when. */
export interface Printing {
  /** 小区 and 管理处; the sheets of a 演示 office say so on every page. */
  office: { estateName: string; officeName: string; demo: boolean }
  printedAt: Instant
  printedBy: string
  coverage: Coverage
}

/** Which print of which record this is. */
export interface Sheet extends Printing {
  number: string
  /** Print version, from 1. */
  version: number
  /** Who signed this content on the screen: drawn into the boxes of their roles. */
  drawn?: readonly ScreenSignature[]
}

/** That a record was voided: a sheet of it must not pass for a valid one. */
export interface Voided {
  reason: string
  by: string
  at: Instant
}

/** What a sheet says beside its code: which part of a form of several, and who alone may read it (内部限阅). */
export interface SheetMarks {
  part?: string
  note?: string
}

/** Small type on one line, for head and foot. */
export function small(text: string, sheet: Printing, more: Partial<TextBlock> = {}): TextBlock {
  return { text: runs(text, sheet.coverage, 60), fontSize: SMALL, noWrap: true, ...more }
}

/** 内部限阅, 上报联, KF-SG-02: what of them there is. */
function coded({ code }: FormMeta, { part, note }: SheetMarks): string {
  return [note, part, code].filter(Boolean).join('　')
}

/** Head of the first page: whose form, which form, which record, which print. */
export function formHead(meta: FormMeta, sheet: Sheet, marks: SheetMarks = {}): Block {
  const { estateName, officeName } = sheet.office
  return {
    stack: [
      { text: runs(`${estateName}　${officeName}`, sheet.coverage, 40), fontSize: 12, alignment: 'center' },
      { text: meta.title, bold: true, fontSize: TITLE, alignment: 'center', characterSpacing: 4 },
      {
        columns: [
          small(`No: ${sheet.number}`, sheet, { bold: true, fontSize: 10.5, width: '*' }),
          small(coded(meta, marks), sheet, {
            bold: marks.part !== undefined,
            alignment: 'right',
            width: '*',
          }),
        ],
        margin: [0, 2, 0, 0],
      },
      {
        columns: [
          small(`打印版次：第 ${sheet.version} 次`, sheet, { width: '*' }),
          small(`打印时间：${formatCivil(sheet.printedAt)}　打印人：${sheet.printedBy}`, sheet, {
            alignment: 'right',
            width: 'auto',
          }),
        ],
        margin: [0, 0, 0, 4],
      },
    ],
  }
}

/** Why, by whom and when it was voided, in a box under the head. */
function voidBox({ reason, by, at }: Voided, sheet: Sheet): Block {
  const width = A4_WIDTH - 2 * PAD_X - 2 * RULE
  const said = `${VOID}：${reason}　经手人：${by}　时间：${formatCivil(at)}`
  return {
    table: { widths: [width], body: [[{ ...paragraphs(said, sheet.coverage, width), bold: true }]] },
    layout: 'boxed',
    margin: [0, 0, 0, 4],
  }
}

/** Running head of the further pages: a loose sheet still says where it belongs, and that it is void. */
function continuedHead(meta: FormMeta, sheet: Sheet, voided: boolean, marks: SheetMarks): Block {
  const title = `${voided ? `【${VOID}】` : ''}${meta.title}（续）`
  return {
    columns: [
      small(title, sheet, { bold: true, width: '*' }),
      small(`No: ${sheet.number}　${coded(meta, marks)}`, sheet, { alignment: 'right', width: 'auto' }),
    ],
    margin: [MARGIN_SIDE, MARGIN_TOP - 16, MARGIN_SIDE, 0],
  }
}

function formFoot(meta: FormMeta, sheet: Sheet): Block {
  const { number, version } = sheet
  return {
    columns: [
      small(`${number}　第 ${version} 次打印`, sheet, { width: '*', margin: [0, 44, 0, 0] }),
      small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, sheet, {
        alignment: 'center',
        width: '*',
        margin: [0, 44, 0, 0],
      }),
      {
        columns: [
          { text: '', width: '*' },
          qrCode(encodeSheetCode({ number, version, form: meta.code }), QR_SIDE),
        ],
        width: '*',
      },
    ],
    margin: [MARGIN_SIDE, 2 * MM, MARGIN_SIDE, 0],
  }
}

/** A whole form of upright A4: head, foot and margins around its content; marked on every page where it is void. */
export function a4Form(
  meta: FormMeta,
  sheet: Sheet,
  content: Block[],
  voided: Voided | null = null,
  marks: SheetMarks = {},
): PrintDefinition {
  const margins: Margin = [MARGIN_SIDE, MARGIN_TOP, MARGIN_SIDE, MARGIN_BOTTOM]
  return {
    title: `${meta.title} ${sheet.number}`,
    author: sheet.office.officeName,
    createdAt: sheet.printedAt,
    paper: meta.paper,
    margins,
    continuedHead: continuedHead(meta, sheet, voided !== null, marks),
    foot: formFoot(meta, sheet),
    ...markedPages(markOf(voided !== null, sheet.office.demo), meta.paper),
    content: [formHead(meta, sheet, marks), ...(voided ? [voidBox(voided, sheet)] : []), ...content],
  }
}

/** Draws one part of a form of several: what stands on it, and what its sheets say beside their code. */
export type DrawPart = (part: string, index: number) => PrintDefinition

/** A form of several parts on sheets of their own: 存档联, then 上报联, each with its own head and count of pages. */
export function inParts({ parts }: FormMeta, draw: DrawPart): PrintDefinition {
  const [first, ...others] = parts.map(draw)
  if (!first) throw new Error('a form has at least one part')
  return { ...first, parts: others }
}
