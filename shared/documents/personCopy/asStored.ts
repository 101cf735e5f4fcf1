import { MARKS } from '../../domain/monthPackage/patterns'
import type { Scrub } from '../../domain/monthPackage/scrub'

const MARK = new RegExp(`(${Object.values(MARKS).join('|')})`, 'u')

/**
 * A scrubber that gives back what stays as it was written: a scrubber compares in NFKC, where `，` is `,`, and a person's
 * copy shows their own words (个人信息保护法 45). Shows nothing that the scrubber did not leave.
 */
export function asStored(scrub: Scrub): Scrub {
  return (text) => {
    const clean = scrub(text)
    const forms = formsOf(text)
    let from = 0
    return clean
      .split(MARK)
      .map((piece, index) => {
        if (index % 2 === 1) return piece
        const found = forms.plain.indexOf(piece, from)
        if (found < 0) return piece
        from = found + piece.length
        return forms.stored(found, from) ?? piece
      })
      .join('')
  }
}

/** A text in NFKC, and how a stretch of it was written; null where it begins or ends within one sign. */
function formsOf(text: string) {
  const signs = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)]
  const begins = new Map<number, number>()
  let plain = ''
  for (const { segment, index } of signs) {
    begins.set(plain.length, index)
    plain += segment.normalize('NFKC')
  }
  begins.set(plain.length, text.length)
  const stored = (from: number, until: number): string | null => {
    const [begin, end] = [begins.get(from), begins.get(until)]
    return begin === undefined || end === undefined ? null : text.slice(begin, end)
  }
  return { plain, stored }
}
