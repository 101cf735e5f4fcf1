import { formatCivil } from '../../util/civilTime'
import { type Block, PAGE, PAGES, type PrintDefinition } from '../definition'
import type { FormMeta } from '../registry'
import { runs } from '../runs'
import { type Printing, small } from './frame'
import { DENSE_PAD_X, MM, PAPER_SIZES, RULE, TITLE } from './measures'
import { markedPages, markOf } from './underlay'

// Lists lie on A4 landscape. They are of a period, not of a record: no number, no code to scan.
const { width: WIDTH } = PAPER_SIZES['A4-landscape']
const SIDE = 12 * MM
const TOP = 13 * MM
const BOTTOM = 12 * MM

/** Width between the margins of a list, in points. */
export const LIST_WIDTH = WIDTH - 2 * SIDE

/** Width that is left for the texts of so many columns. */
export function listInner(columns: number): number {
  return LIST_WIDTH - columns * 2 * DENSE_PAD_X - (columns + 1) * RULE
}

/** Which list it is: its period (2026年11月), and how it was sieved, '' where it is all of it. */
export interface ListHead {
  period: string
  filter: string
}

function said({ period, filter }: ListHead): string {
  return filter === '' ? period : `${period}　${filter}`
}

function listHead(meta: FormMeta, printing: Printing, head: ListHead): Block {
  const { estateName, officeName } = printing.office
  return {
    stack: [
      {
        text: runs(`${estateName}　${officeName}`, printing.coverage, 60),
        fontSize: 12,
        alignment: 'center',
      },
      { text: meta.title, bold: true, fontSize: TITLE, alignment: 'center', characterSpacing: 4 },
      {
        columns: [
          { text: runs(said(head), printing.coverage, 48), bold: true, width: '*' },
          small(
            `${meta.code}　打印时间：${formatCivil(printing.printedAt)}　打印人：${printing.printedBy}`,
            printing,
            { alignment: 'right', width: 270 },
          ),
        ],
        margin: [0, 2, 0, 4],
      },
    ],
  }
}

/** A whole list: its head, content that repeats its own table head, page numbers, marked where the office is 演示. */
export function listForm(
  meta: FormMeta,
  printing: Printing,
  head: ListHead,
  content: Block[],
): PrintDefinition {
  return {
    title: `${meta.title} ${head.period}`,
    author: printing.office.officeName,
    createdAt: printing.printedAt,
    paper: meta.paper,
    margins: [SIDE, TOP, SIDE, BOTTOM],
    continuedHead: {
      columns: [
        small(`${meta.title}（续）`, printing, { bold: true, width: 'auto' }),
        small(head.period, printing, { width: '*', alignment: 'right' }),
      ],
      margin: [SIDE, TOP - 16, SIDE, 0],
    },
    foot: {
      columns: [
        small(`${printing.office.officeName}　${meta.code}`, printing, { width: '*' }),
        small(`第 ${PAGE} 页 / 共 ${PAGES} 页`, printing, { width: '*', alignment: 'right' }),
      ],
      margin: [SIDE, 6, SIDE, 0],
    },
    ...markedPages(markOf(false, printing.office.demo), meta.paper),
    content: [listHead(meta, printing, head), ...content],
  }
}
