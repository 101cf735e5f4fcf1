import { ems } from '../runs'
import { LABEL_SIZE, LEAST_SIZE } from './shapes'

const ELLIPSIS = '…'

/** Width of a text of this size, as near as layout needs it; never too little for digits and ideographs. */
export function widthOf(text: string, size = LABEL_SIZE): number {
  return ems(text) * size
}

/** The text as far as it fits, with … where it had to be cut: the table behind the chart has it whole. */
export function shortened(text: string, width: number, size = LABEL_SIZE): string {
  if (widthOf(text, size) <= width) return text
  let kept = ''
  for (const char of text) {
    if (widthOf(kept + char + ELLIPSIS, size) > width) break
    kept += char
  }
  return kept + ELLIPSIS
}

/** The largest size up to `size` at which all texts fit the width. */
export function sizeToFit(texts: readonly string[], width: number, size = LABEL_SIZE): number {
  const widest = Math.max(0, ...texts.map((text) => ems(text)))
  if (widest === 0) return size
  return Math.max(LEAST_SIZE, Math.min(size, Math.floor((width / widest) * 10) / 10))
}

/** A count with grouping, the same in every language and on paper: `1,234`. */
export function grouped(value: number): string {
  const [whole = '', part] = String(value).split('.')
  const marked = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? marked : `${marked}.${part}`
}
