import type { Block, Cell, TableBlock } from '../definition'
import { A4_WIDTH, PAD_X, RULE } from './measures'

/** Who signs, and when it applies to some records only, a word on it. */
export interface Signer {
  role: string
  note?: string
}

const MOST_A_ROW = 3
const UNITS = 6
// 12 mm for the hand between label and date; at least 45 mm wide: a third of A4's text is 58 mm.
const ROOM = 36

function box({ role, note }: Signer, colSpan: number): Cell[] {
  const cell: Cell = {
    stack: [
      { text: [{ text: `${role}签名：`, bold: true }, ...(note ? [{ text: note }] : [])], noWrap: true },
      { text: '日期：　　　　年　　月　　日', alignment: 'right', margin: [0, ROOM, 0, 0], noWrap: true },
    ],
    colSpan,
  }
  return [cell, ...Array.from({ length: colSpan - 1 }, () => ({}))]
}

/** Signature boxes, spread evenly over rows of at most three, each 12 × 45 mm or more for the hand. */
export function signatures(signers: Signer[]): TableBlock {
  const rowCount = Math.ceil(signers.length / MOST_A_ROW)
  const rows: Cell[][] = []
  let start = 0
  for (let row = 0; row < rowCount; row += 1) {
    const count = Math.ceil((signers.length - start) / (rowCount - row))
    rows.push(signers.slice(start, start + count).flatMap((signer) => box(signer, UNITS / count)))
    start += count
  }
  const unit = (A4_WIDTH - UNITS * 2 * PAD_X - (UNITS + 1) * RULE) / UNITS
  return {
    table: { widths: Array.from({ length: UNITS }, () => unit), body: rows },
    layout: 'boxed',
    margin: [0, -RULE, 0, 0],
  }
}

/** Keeps the last rows of a form on one page with its signatures: no page holds signatures alone. */
export function closingBlock(last: Block[], signers: Signer[]): Block {
  return { stack: [...last, signatures(signers)], unbreakable: true }
}
