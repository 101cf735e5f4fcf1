import { type Block, PALE, type Paper, type Underlay } from '../definition'
import { PAPER_SIZES } from './measures'

/** Words that mark every page of a sheet that must not pass for a valid one of the office. */
export const VOID = '作废'
export const DEMO = '演示'

/** Type size of a mark that has a whole page of A4 to itself. */
const LARGEST = 220

/** A mark in the middle of a part of a page, `width` × `height` points, far from the QR code. */
export function markBlock(word: string, width: number, height: number): Block {
  const fontSize = Math.min(LARGEST, Math.floor((width * 0.75) / [...word].length), Math.floor(height / 2))
  return {
    text: word,
    bold: true,
    fontSize,
    color: PALE,
    alignment: 'center',
    noWrap: true,
    width,
    margin: [0, (height - fontSize * 1.5) / 2, 0, 0],
  }
}

/** What marks a sheet: 作废 before 演示, nothing for a valid one. */
export function markOf(voided: boolean, demo: boolean): string | null {
  if (voided) return VOID
  return demo ? DEMO : null
}

/** The same mark behind every page. */
export function markedPages(word: string | null, paper: Paper): { underlay?: Underlay } {
  if (word === null) return {}
  const { width, height } = PAPER_SIZES[paper]
  const block = markBlock(word, width, height)
  return { underlay: { first: block, further: block } }
}
