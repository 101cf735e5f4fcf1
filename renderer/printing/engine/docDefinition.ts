import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces'
import {
  type Block,
  type LayoutName,
  PAGE,
  PAGES,
  type PrintDefinition,
} from '../../../shared/documents/definition'
import { BODY, PAD_X, PAD_Y, RULE } from '../../../shared/documents/layout/measures'
import { MAIN_FONT } from '../fonts/fontFiles'

const SIZES: Record<PrintDefinition['paper'], { pageSize: 'A4' | 'A5'; landscape: boolean }> = {
  A4: { pageSize: 'A4', landscape: false },
  'A4-landscape': { pageSize: 'A4', landscape: true },
  A5: { pageSize: 'A5', landscape: false },
  'A5-landscape': { pageSize: 'A5', landscape: true },
}

/** The rules of tables by name: functions cannot be sent to a worker, so they live here. */
export const tableLayouts: Record<LayoutName, CustomTableLayout> = {
  boxed: {
    hLineWidth: () => RULE,
    vLineWidth: () => RULE,
    paddingLeft: () => PAD_X,
    paddingRight: () => PAD_X,
    paddingTop: () => PAD_Y,
    paddingBottom: () => PAD_Y,
  },
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
}

function numbered(template: Block, page: number, pages: number): Content {
  const text = JSON.stringify(template).replaceAll(PAGE, String(page)).replaceAll(PAGES, String(pages))
  return JSON.parse(text)
}

// As pale as the text over it allows, and solid: old printers draw transparent pages slowly or wrongly. Behind the
// text, because in front it would cover it.
const MARK_COLOR = '#cccccc'
const MARK_SIZE = 220

/** The mark in the middle of a page of `height` points, far from the QR code. */
function markOf(mark: string, height: number): Content {
  return {
    text: mark,
    bold: true,
    fontSize: MARK_SIZE,
    color: MARK_COLOR,
    alignment: 'center',
    noWrap: true,
    margin: [0, (height - MARK_SIZE * 1.5) / 2, 0, 0],
  }
}

/** Our plain definition → pdfmake's. A copy: pdfmake writes into what it is given. */
export function toDocDefinition(definition: PrintDefinition): TDocumentDefinitions {
  const { title, author, createdAt, paper, margins, continuedHead, foot, mark } = definition
  const { pageSize, landscape } = SIZES[paper]
  const created = new Date(createdAt)
  return {
    // Dates come from the print time, never from the clock: the same print gives the same bytes.
    info: { title, author, creationDate: created, modDate: created },
    language: 'zh-CN',
    pageSize,
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: margins,
    header: (page, pages) => (page === 1 ? '' : numbered(continuedHead, page, pages)),
    footer: (page, pages) => numbered(foot, page, pages),
    ...(mark ? { background: (_page, { height }) => markOf(mark, height) } : {}),
    content: structuredClone(definition.content) as Content[],
    defaultStyle: { font: MAIN_FONT, fontSize: BODY },
  }
}
