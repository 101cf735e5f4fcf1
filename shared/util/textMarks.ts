import { spokenSigns } from './pinyin'
import { foldText } from './textFold'

/** A part of a text, in UTF-16 units: `from` is in it, `to` is not. */
export interface Span {
  from: number
  to: number
}

/**
 * Where the words of a search stand in a text, as the search compares them (`foldText`): 12345678 stands in 123 4567 8.
 * In `names`, which are parts of the text, also by pinyin: `zs` marks 张三. In order, none over another.
 */
export function markSpans(text: string, query: string, names: readonly string[] = []): Span[] {
  const words = query.split(/\s+/).map(foldText).filter(Boolean)
  if (words.length === 0) return []
  const folded = foldSigns(text)
  const spans = words.flatMap((word) => [...spansOf(folded, word), ...spokenIn(text, word, names)])
  return joined(spans)
}

/** Signs before the first mark that stay in sight. */
const BEFORE = 12

/** A long text from shortly before its first mark on, so that what was found is in sight; `from`: what was left out. */
export function fromFirstMark(
  text: string,
  spans: readonly Span[],
  room: number,
): { text: string; from: number } {
  const first = spans[0]
  if (!first || first.to <= room) return { text, from: 0 }
  const from = Math.max(0, first.from - BEFORE)
  // Not within a character of two units.
  const whole = isLow(text.charCodeAt(from)) ? from - 1 : from
  return { text: text.slice(whole), from: whole }
}

interface Folded {
  text: string
  /** Of each unit of the folded text, the sign of the text that it comes from. */
  signs: Span[]
}

function foldSigns(text: string): Folded {
  const folded: Folded = { text: '', signs: [] }
  let from = 0
  for (const sign of text) {
    const to = from + sign.length
    for (const unit of foldText(sign).split('')) {
      folded.text += unit
      folded.signs.push({ from, to })
    }
    from = to
  }
  return folded
}

function spansOf({ text, signs }: Folded, word: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    spans.push({ from: signs[at]?.from ?? 0, to: signs[at + word.length - 1]?.to ?? 0 })
  }
  return spans
}

function spokenIn(text: string, word: string, names: readonly string[]): Span[] {
  return names.flatMap((name) => {
    const at = name === '' ? -1 : text.indexOf(name)
    const span = at === -1 ? null : spokenSpan(name, word)
    return span ? [{ from: at + span.from, to: at + span.to }] : []
  })
}

/** The signs of a name whose initials, or whose whole pinyin, hold the word; null where they do not, or nobody knows yet. */
function spokenSpan(name: string, word: string): Span | null {
  const signs = spokenSigns(name)
  if (!signs) return null
  const initials = signs.map(({ spoken }) => ({ spoken: [...spoken][0] ?? '' }))
  const [from, to] = placeIn(initials, word) ?? placeIn(signs, word) ?? []
  if (from === undefined || to === undefined) return null
  const units = (count: number) => signs.slice(0, count).reduce((sum, { sign }) => sum + sign.length, 0)
  return { from: units(from), to: units(to) }
}

/** The first and the one after the last of the signs over which a word is spoken. */
function placeIn(signs: readonly { spoken: string }[], word: string): [number, number] | null {
  const at = signs
    .map(({ spoken }) => spoken)
    .join('')
    .indexOf(word)
  if (at === -1) return null
  let [end, from] = [0, 0]
  for (const [i, { spoken }] of signs.entries()) {
    if (end <= at) from = i
    end += spoken.length
    if (end >= at + word.length) return [from, i + 1]
  }
  return null
}

function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = apart.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else apart.push({ ...span })
  }
  return apart
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
