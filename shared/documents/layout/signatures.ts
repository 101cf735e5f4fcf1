import type { ScreenSignature } from '../../domain/register/types'
import { civilDayOf } from '../../util/civilTime'
import type { Block, Cell, TableBlock } from '../definition'
import { drawnSignature } from './drawnSignature'
import { tickBox } from './marks'
import { A4_WIDTH, PAD_X, RULE } from './measures'

/** Who signs, and when it applies to some records only, a word on it. */
export interface Signer {
  role: string
  note?: string
  /** What may be ticked instead of signing: 拒签. */
  choice?: string
}

const MOST_A_ROW = 3
const UNITS = 6
// 12 mm for the hand between label and date; at least 45 mm wide: a third of A4's text is 58 mm.
const ROOM = 36
/** Width of the text in one of the units, in points. */
const UNIT = (A4_WIDTH - UNITS * 2 * PAD_X - (UNITS + 1) * RULE) / UNITS

function titleOf({ role, note, choice }: Signer): Block {
  const title: Block = {
    text: [{ text: `${role}签名：`, bold: true }, ...(note ? [{ text: note }] : [])],
    noWrap: true,
  }
  if (choice === undefined) return title
  const chosen: Block = { text: choice, noWrap: true, width: 'auto' }
  return { columns: [{ ...title, width: '*' }, tickBox(false), chosen] }
}

type Drawn = readonly ScreenSignature[]

/** What stands for the hand to fill in, or was filled in on the screen. */
export function dateLine(signature: ScreenSignature | undefined, blank: string): string {
  if (!signature) return blank
  const [year, month, day] = civilDayOf(signature.at).split('-')
  return `日期：${year}年${month}月${day}日`
}

const BLANK_DATE = '日期：　　　　年　　月　　日'

function box(signer: Signer, colSpan: number, drawn: Drawn): Cell[] {
  const signature = drawn.find(({ role }) => role === signer.role)
  const width = colSpan * UNIT + (colSpan - 1) * (2 * PAD_X + RULE)
  const date = { text: dateLine(signature, BLANK_DATE), alignment: 'right' as const, noWrap: true }
  const cell: Cell = {
    stack: [
      titleOf(signer),
      ...(signature
        ? [drawnSignature(signature.drawing, { width, height: ROOM }), date]
        : [{ ...date, margin: [0, ROOM, 0, 0] as [number, number, number, number] }]),
    ],
    colSpan,
  }
  return [cell, ...Array.from({ length: colSpan - 1 }, () => ({}))]
}

/** Whoever signed on the screen has a box, although the record alone would not ask for one. */
function withDrawn(signers: Signer[], drawn: Drawn): Signer[] {
  const more = drawn.filter(({ role }) => signers.every((signer) => signer.role !== role))
  return [...signers, ...more.map(({ role }) => ({ role }))]
}

/**
 * Signature boxes, spread evenly over rows of at most three, each 12 × 45 mm or more for the hand; `drawn`: those who
 * signed on the screen (`Sheet.drawn`).
 */
export function signatures(given: Signer[], drawn: Drawn = []): TableBlock {
  const signers = withDrawn(given, drawn)
  const rowCount = Math.ceil(signers.length / MOST_A_ROW)
  const rows: Cell[][] = []
  let start = 0
  for (let row = 0; row < rowCount; row += 1) {
    const count = Math.ceil((signers.length - start) / (rowCount - row))
    rows.push(signers.slice(start, start + count).flatMap((signer) => box(signer, UNITS / count, drawn)))
    start += count
  }
  return {
    table: { widths: Array.from({ length: UNITS }, () => UNIT), body: rows },
    layout: 'boxed',
    margin: [0, -RULE, 0, 0],
  }
}

/** Keeps the last rows of a form on one page with its signatures: no page holds signatures alone. */
export function closingBlock(last: Block[], signers: Signer[], drawn: Drawn = []): Block {
  return { stack: [...last, signatures(signers, drawn)], unbreakable: true }
}
