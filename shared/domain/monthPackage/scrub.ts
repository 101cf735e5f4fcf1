import { hanNumbersToDigits } from '../../util/hanNumber'
import { asMapped, type MappedText, replaceMapped, spanOf } from './mappedText'
import { type Found, foundByPattern, MARKS } from './patterns'
import type { PersonalWords } from './personal'

/** Texts of people are looked through again until nothing is found: what was taken out may bare something else. */
const MOST_ROUNDS = 6
/** All but letters, figures and pictures: what search folds away (`foldText`), and other signs that only part. */
const DROPPED = /[^\p{L}\p{N}\p{So}\p{Co}\p{Mc}]/gu
const HAN_DIGITS = '零一二三四五六七八九'
const DOOR_ATOM = /\d+|[A-Za-z]+|[零〇一二两三四五六七八九十]+/gu
/** What may stand between the parts of a door number. */
const DOOR_MARK = /^(?:号楼|栋|幢|座|楼|单元|门|室|房|号|梯|[\s\p{P}\p{S}]){0,6}$/u
const DOOR_WORDS = /号楼|单元|[栋幢座楼门室房号梯]/gu
const DOOR_PARTS = 5

/** Takes everything personal out of a text; `〔姓名〕` and such stand instead (domain 12, 13). The text comes back in NFKC. */
export type Scrub = (text: string) => string

/** A scrubber for one month: the words that it looks for are sorted once. */
export function scrubber(words: PersonalWords): Scrub {
  const names = byLength(words.names)
  const numbers = byLength(words.phones)
  const plates = byLength(words.plates)
  const doors = new Set([...words.doors].flatMap(spellings))
  const namedDoors = byLength(
    [...doors].map((code) => code.toLowerCase()).filter((code) => /\p{Script=Han}/u.test(code)),
  )
  const once = (text: string): string => {
    const base = asMapped(text)
    const folded = foldMapped(base)
    const digits = replaceMapped(folded, /[零〇一二三四五六七八九幺]/gu, digitOf)
    const spoken = replaceMapped(digits, DOOR_WORDS, () => '')
    return marked(text, [
      ...foundByPattern(base),
      ...foundWords(folded, names, 'name'),
      ...foundWords(folded, plates, 'plate'),
      ...foundWords(spoken, namedDoors, 'door'),
      ...foundWords(digits, numbers, 'phone'),
      ...foundDoors(base, doors),
    ])
  }
  // Offices write the same sentences again and again.
  const known = new Map<string, string>()
  const scrub = (text: string): string => {
    let clean = text.normalize('NFKC')
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = clean
        .split(MARK)
        .map((part) => (MARK_WORDS.has(part) ? part : once(part)))
        .join('')
      if (next === clean) return clean
      clean = next
    }
    return clean
  }
  return (text) => {
    const clean = known.get(text) ?? scrub(text)
    known.set(text, clean)
    return clean
  }
}

const MARK_WORDS: ReadonlySet<string> = new Set(Object.values(MARKS))
/** What stands instead of something is looked through no more: 车 is a surname too. */
const MARK = new RegExp(`(${Object.values(MARKS).join('|')})`, 'u')

type ByLength = ReadonlyMap<number, ReadonlySet<string>>

function byLength(words: Iterable<string>): ByLength {
  const sorted = new Map<number, Set<string>>()
  for (const word of words) {
    if (word === '') continue
    const same = sorted.get(word.length)
    if (same) same.add(word)
    else sorted.set(word.length, new Set([word]))
  }
  return sorted
}

function foldMapped(base: MappedText): MappedText {
  return replaceMapped(
    replaceMapped(base, DROPPED, () => ''),
    /\p{Lu}|\p{Lt}/gu,
    (letter) => letter.toLowerCase(),
  )
}

function digitOf(sign: string): string {
  if (sign === '〇') return '0'
  return sign === '幺' ? '1' : String(HAN_DIGITS.indexOf(sign))
}

function foundWords(mapped: MappedText, words: ByLength, kind: Found['kind']): Found[] {
  const { text } = mapped
  const found: Found[] = []
  for (const [length, set] of words) {
    for (let at = 0; at + length <= text.length; at += 1) {
      if (!set.has(text.slice(at, at + length))) continue
      const [from, until] = spanOf(mapped, at, at + length)
      found.push({ from, until, kind })
    }
  }
  return found
}

/** `5-2-301` as `52301`; what is too short to be told from a count only with its parts apart: `5-3`. */
function spellings(code: string): string[] {
  const parts = code.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  const joined = parts.join('')
  if (joined.length > 2) return [joined]
  return parts.length > 1 ? [parts.join('-')] : []
}

/** Unit codes however they are said: `5-2-301`, `52301`, `５栋２单元３０１`, 五栋二单元三〇一. */
function foundDoors(base: MappedText, doors: ReadonlySet<string>): Found[] {
  const atoms = [...base.text.matchAll(DOOR_ATOM)]
  const found: Found[] = []
  for (const [first, atom] of atoms.entries()) {
    let [said, parted, end] = ['', '', atom.index]
    for (const next of atoms.slice(first, first + DOOR_PARTS)) {
      if (next !== atom && !DOOR_MARK.test(base.text.slice(end, next.index))) break
      const part = figures(next[0].toUpperCase())
      parted += next === atom || next.index === end ? part : `-${part}`
      said += part
      end = next.index + next[0].length
      if (!doors.has(said) && !doors.has(parted)) continue
      const [from, until] = spanOf(base, atom.index, end)
      found.push({ from, until, kind: 'door' })
    }
  }
  return found
}

/** 十二 → 12, 三〇一 → 301; figures stay. */
function figures(atom: string): string {
  if (/^[A-Z\d]/.test(atom)) return atom
  if (atom.includes('十') || atom.length === 1) return hanNumbersToDigits(atom)
  return atom.replaceAll('两', '二').replaceAll(/./gu, digitOf)
}

/** Writes the marks, the first that begins winning; stretches that overlap are one. */
function marked(text: string, found: Found[]): string {
  const sorted = found.toSorted((a, b) => a.from - b.from || b.until - a.until)
  let [written, done] = ['', 0]
  for (const { from, until, kind } of sorted) {
    if (from >= done) written += text.slice(done, from) + MARKS[kind]
    done = Math.max(done, until)
  }
  return written + text.slice(done)
}
