import type { Run } from './definition'

/**
 * The font that prints a code point: '' for the form's own font, a font name for a fallback,
 * null where no font has it.
 */
export type Coverage = (codePoint: number) => string | null

// A number, phone, plate or time is one thing: broken over two lines it is misread. What the line breaker of
// Unicode already keeps together (12:30, 1,280.50) is not listed.
const HAN = '\\p{Script=Han}'
const KNOWN = new RegExp(
  [
    // 客服-TS-2026-0001
    `${HAN}{1,4}-[A-Z]{2}-\\d{4}-[A-Z]?\\d{4,6}`,
    // 粤B·12345, 粤BD12345, 粤B 12345学
    `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•. ]?[A-Z0-9]{4,6}[挂学警港澳领]?`,
    // 2026-11-21 15:30
    '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2} \\d{1,2}:\\d{2}(?::\\d{2})?',
    // 138 0013 8000, +86 138-0013-8000
    '(?:\\+86[ -]?)?(?<!\\d)1\\d{2}[ -]?\\d{4}[ -]?\\d{4}(?!\\d)',
    // 0755-2688 8888 转 801
    '(?<!\\d)(?:0\\d{2,3}|400|800)[ -]?\\d{3,4}[ -]?\\d{3,4}(?: ?转 ?\\d{1,5})?(?!\\d)',
    // 95.5㎡, 38℃
    '\\d[\\d,.]*[㎡℃％‰°]',
    // 阿依古丽·买买提: no line begins or ends with the dot
    `${HAN}(?:·${HAN})+`,
  ].join('|'),
  'gu',
)
// 5-A-301, X-12, a.b@c. Looked for after the others, which know where they begin and end.
const JOINED = /[A-Za-z0-9]+(?:[-–/._:·#@+][A-Za-z0-9]+)+/g

// Control characters, and what Unicode says shows nothing where it is not supported: joiners, variation selectors.
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu

/** The text as paper can show it: line ends as `\n`, tabs as a space, no control or invisible characters. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(INVISIBLE, (char) => (char === '\n' ? char : ''))
    .toWellFormed()
}

/** The characters of `text` that no font has, each once, in order. Empty: all of it prints as itself. */
export function missingIn(text: string, coverage: Coverage): string[] {
  const missing = new Set<string>()
  for (const char of printable(text)) {
    if (char !== '\n' && coverage(char.codePointAt(0) ?? 0) === null) missing.add(char)
  }
  return [...missing]
}

/** Width of a text in ems, as near as layout needs it: an ideograph is 1, Latin and digits about 0.6. */
export function ems(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1
  return width
}

function nameOf(char: string): string {
  return `〔U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`
}

/** Splits a piece by font, code point by code point. */
function byFont(piece: string, coverage: Coverage, noWrap: boolean): Run[] {
  const parts: Required<Pick<Run, 'text' | 'font' | 'noWrap'>>[] = []
  for (const char of piece) {
    const font = coverage(char.codePointAt(0) ?? 0)
    // What no font has is named by its code point, so that nobody takes a box for a tick or a name.
    const shown = font === null && char !== '\n' ? nameOf(char) : char
    // pdfmake cuts what is wider than its line by UTF-16 unit: a character of two units stands alone and whole.
    const pair = shown === char && char.length > 1
    const last = parts.at(-1)
    const joins = last && last.font === (font ?? '') && !pair && last.noWrap === noWrap
    if (joins) last.text += shown
    else parts.push({ text: shown, font: font ?? '', noWrap: noWrap || pair })
  }
  return parts.map((part) => ({
    text: part.text,
    ...(part.font ? { font: part.font } : {}),
    ...(part.noWrap ? { noWrap: true } : {}),
  }))
}

/** Cuts a text into what matches `pattern` and is no wider than `maxEms`, and what stands between. */
function cut(text: string, pattern: RegExp, maxEms: number): { text: string; whole: boolean }[] {
  const pieces: { text: string; whole: boolean }[] = []
  let last = 0
  for (const match of text.matchAll(pattern)) {
    if (ems(match[0]) > maxEms) continue
    pieces.push({ text: text.slice(last, match.index), whole: false }, { text: match[0], whole: true })
    last = match.index + match[0].length
  }
  return [...pieces, { text: text.slice(last), whole: false }]
}

/**
 * Text → runs: each in a font that has its characters, with numbers, phones, plates and the dot in names kept whole
 * where they are not wider than `maxEms` (a line's width in ems).
 * The rest breaks by Unicode's rules, so that no line starts with ，。、）》 or ends with （《 (forms, line breaking).
 */
export function runs(text: string, coverage: Coverage, maxEms = 24): Run[] {
  return cut(printable(text), KNOWN, maxEms)
    .flatMap((piece) => (piece.whole ? [piece] : cut(piece.text, JOINED, maxEms)))
    .flatMap((piece) => byFont(piece.text, coverage, piece.whole))
}
