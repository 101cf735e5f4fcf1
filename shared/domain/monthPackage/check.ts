import type { PersonalWords } from './personal'
import type { PersonalKind } from './patterns'

/** One text of the finished file, and where it stands, for people: `package.json › 客服-TS-2026-0003 › 处理措施`. */
export interface PackageField {
  place: string
  text: string
}

/** Something personal that is left: of which kind, and where. Never what it is. */
export interface Leak {
  place: string
  kind: PersonalKind
}

/** What may stand in the file whatever people are called. */
export interface Harmless {
  /** Words of the app itself, and the names of estate and office. */
  words: ReadonlySet<string>
  /** 编号前缀 */
  numberPrefix: string
}

/** Figures and letters of a door: `A`, `12`, `3`, `2803`, `B`. */
const LENGTHS = [1, 2, 3, 4, 5]

/** Kept apart from what writes the marks: this one believes nobody. */
const MARKS = /〔(?:姓名|号码|车牌|房号|账号)〕/gu
const SHAPES = /^(?:\d{4}-\d{2}(?:-\d{2})?|-?\d{1,6}(?:\.\d{1,2})?|[0-9a-f]{64}|)$/u
/** Days, and the second half of a record's number. */
const DATES = /(?<!\d)(?:19|20)\d{2}(?:([-/.])\d{1,2}\1\d{1,2}|-[A-Z]?\d{4,6})(?!\d)/gu
const HAN = '零一二三四五六七八九'
/** Phones of a place begin alike: fewer signs would leave too many to compare. */
const PREFIX_LENGTH = 7

/**
 * Looks through every text of a finished package for anything personal that the office knows, and for what looks like a
 * phone, an identity paper, a plate, a door or an address of the net. On purpose it shares nothing with the scrubber but
 * the words themselves: what one of them misses, the other finds (domain 12, 13). An empty answer lets the file go.
 */
export function leaksIn(
  fields: readonly PackageField[],
  personal: PersonalWords,
  { words, numberPrefix }: Harmless,
): Leak[] {
  const lookUps: [PersonalKind, LookUp][] = [
    ['name', lookUp(personal.names)],
    ['plate', lookUp(personal.plates)],
  ]
  const phones = lookUp(personal.phones)
  const doors = doorsOf(personal.doors)
  const number = new RegExp(`^${escaped(numberPrefix)}-[A-Z]{2}-\\d{4}-[A-Z]?\\d{4,}$`, 'u')
  return fields.flatMap(({ place, text }) => {
    if (words.has(text) || SHAPES.test(text) || number.test(text)) return []
    const kinds = new Set<PersonalKind>()
    for (const piece of text.normalize('NFKC').split(MARKS)) {
      const letters = lettersOf(piece)
      for (const [kind, has] of lookUps) if (has(letters)) kinds.add(kind)
      if (phones(numbersIn(letters)) || looksLikeNumber(piece)) kinds.add('phone')
      if (namesDoor(piece, doors)) kinds.add('door')
      if (/[^\s@]@[^\s@]+\.[^\s@]/u.test(piece)) kinds.add('account')
    }
    return [...kinds].map((kind) => ({ place, kind }))
  })
}

type LookUp = (text: string) => boolean

/** Whether a text holds one of very many words: those that begin alike are compared where a text begins so. */
function lookUp(words: Iterable<string>): LookUp {
  const byStart = new Map<string, string[]>()
  for (const word of words) {
    const start = word.slice(0, PREFIX_LENGTH)
    const like = byStart.get(start)
    if (like) like.push(word)
    else byStart.set(start, [word])
  }
  return (text) => {
    for (let at = 0; at < text.length; at += 1) {
      for (let length = 1; length <= PREFIX_LENGTH; length += 1) {
        const like = byStart.get(text.slice(at, at + length))
        if (like?.some((word) => text.startsWith(word, at))) return true
      }
    }
    return false
  }
}

/** Letters and figures alone, small. */
function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{So}\p{Co}\p{Mc}]/gu, '')
}

/** 一三八 → 138 */
function numbersIn(text: string): string {
  return [...text]
    .map((sign) => {
      if (sign === '〇') return '0'
      if (sign === '幺') return '1'
      const value = HAN.indexOf(sign)
      return value < 0 ? sign : String(value)
    })
    .join('')
}

/** A mobile, a landline with its area, an identity paper, a card. */
function looksLikeNumber(text: string): boolean {
  const undated = text.replaceAll(DATES, ' / ')
  const joined = numbersIn(undated).replaceAll(/(?<=\d)[\s()·.-]+(?=\d)/gu, '')
  return (joined.match(/\d+/gu) ?? []).some((run) => /1[3-9]\d{9}|^0\d{9,11}$|^\d{15,19}$/u.test(run))
}

/** `5-2-301` and `52301`; of one part only what can be nothing else. */
function spellings(code: string): string[] {
  const parts = code.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  const joined = parts.join('')
  if (parts.length < 2) return joined.length > 4 || /[A-Z]\d{2,}/u.test(joined) ? [joined] : []
  return [parts.join('-'), ...(joined.length > 2 ? [joined] : [])]
}

interface Doors {
  spelt: ReadonlySet<string>
  /** Those that begin with a word: 荷花苑-2-301. */
  hasNamed: LookUp
}

function doorsOf(codes: ReadonlySet<string>): Doors {
  const spelt = [...codes].flatMap(spellings)
  const named = spelt.filter((code) => /\p{Script=Han}/u.test(code) && !code.includes('-'))
  return { spelt: new Set(spelt), hasNamed: lookUp(named.map((code) => code.toLowerCase())) }
}

/** Whether a door of the estate is named, in figures or in words. */
function namesDoor(text: string, doors: Doors): boolean {
  const inFigures = numbersIn(tens(text)).toUpperCase()
  const dashed = inFigures
    .replaceAll(/号楼|单元|[栋幢座楼门室房号梯#]/gu, '-')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const parts = dashed.match(/[\p{L}\p{N}]+/gu) ?? []
  const atoms = parts.flatMap((part) => part.match(/\d+|[A-Z]+|[^A-Z\d]+/gu) ?? [])
  if (doors.hasNamed(lettersOf(dashed))) return true
  if (parts.some((_, first) => doors.spelt.has(parts.slice(first, first + 2).join('-')))) return true
  return atoms.some((_, first) =>
    LENGTHS.some((count) => doors.spelt.has(atoms.slice(first, first + count).join(''))),
  )
}

/** 十二 → 12 */
function tens(text: string): string {
  return text.replaceAll(
    /([一二三四五六七八九]?)十([一二三四五六七八九]?)/gu,
    (_, many: string, one: string) => {
      const value = (many === '' ? 1 : HAN.indexOf(many)) * 10 + (one === '' ? 0 : HAN.indexOf(one))
      return String(value)
    },
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
}
