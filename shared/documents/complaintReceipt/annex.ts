import type { Block, Cell } from '../definition'
import { paragraphs } from '../layout/grid'
import { DENSE_PAD_X, RULE } from '../layout/measures'
import { SLIP_WIDTH } from '../layout/slip'
import type { Coverage } from '../runs'
import { needsAnnex } from './copy'
import type { ReceiptTexts } from './input'

const FIXED = [88, 66]
const WIDTHS = [
  ...FIXED,
  SLIP_WIDTH - 6 * DENSE_PAD_X - 4 * RULE - FIXED.reduce((sum, width) => sum + width, 0),
]

/** 附页: every answer whole, under a head that is repeated; none where the first page has room for them. */
export function annexRows(texts: ReceiptTexts, coverage: Coverage): Block[] {
  if (!needsAnnex(texts, coverage)) return []
  const head: Cell[] = ['答复时间', '答复方式', '答复内容'].map((text) => ({
    text,
    bold: true,
    alignment: 'center',
    noWrap: true,
  }))
  const rows = texts.answers.map(({ at, way, content }): Cell[] =>
    [at, way, content].map((text, index) => paragraphs(text, coverage, WIDTHS[index] ?? 0)),
  )
  return [{ table: { widths: WIDTHS, body: [head, ...rows], headerRows: 1 }, layout: 'dense' }]
}
