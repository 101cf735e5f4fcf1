import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { foldText } from '../../util/textFold'
import { unitIdsOf, voicesOf } from './complainants'
import { isOpen } from './states'
import type { Complaint } from './types'

/** What is compared of a matter, be it a record or an intake that is still being typed. */
export interface Matter {
  /** Households of everybody who brought it. */
  unitIds: readonly string[]
  place: string
  /** What each person said. */
  texts: readonly string[]
  /** 登记时间 */
  at: Instant
}

/** Why two matters may be the same: 同一户, 同一地点, 内容相近. */
export type SimilarReason = 'household' | 'place' | 'words'

/** How alike two matters are: `score` from 0 to 1, `share` how much of the words they have in common, 0 to 1. */
export interface Likeness {
  score: number
  share: number
  reasons: SimilarReason[]
}

/** Another record that may be about the same. */
export interface Similar extends Likeness {
  record: Complaint
}

const DAY_MS = 86_400_000
/** Other people's reports of one fault come within days; later it is another fault of the same kind. */
const SAME_EVENT_MS = 14 * DAY_MS
/** What a household complained of and what was closed this long ago may not have been solved. */
const CLOSED_WITHIN_MS = 30 * DAY_MS
/** From this share of common pieces on, words are alike. */
const ALIKE = 0.35
/** Within a household this much is enough. */
const NEAR = 0.15
/** How much of the remaining doubt a household or a place takes away. */
const HOUSEHOLD = 0.5
const PLACE = 0.4

/** The matter of a record. */
export function matterOf(record: Complaint): Matter {
  const { place, registeredAt } = record.intake
  const texts = voicesOf(record).map(({ words }) => words)
  return { unitIds: unitIdsOf(record), place, texts, at: registeredAt }
}

/**
 * How alike two matters are. Symmetric; from 0 to 1; 1 with itself as soon as somebody said something. Words count by
 * their common 2-character pieces, so that no dictionary is needed.
 */
export function likeness(one: Matter, other: Matter): Likeness {
  const share = bestShare(one.texts, other.texts)
  const household = one.unitIds.some((id) => other.unitIds.includes(id))
  // What happens in one household mostly happens at its own door: that says nothing more.
  const place = !household && samePlace(one.place, other.place)
  const doubt = (1 - share) * (household ? 1 - HOUSEHOLD : 1) * (place ? 1 - PLACE : 1)
  const reasons: SimilarReason[] = []
  if (household) reasons.push('household')
  if (place) reasons.push('place')
  if (share >= ALIKE) reasons.push('words')
  return { score: 1 - doubt, share, reasons }
}

/**
 * The records among `candidates` that may be the same matter, likeliest first (quality 9.13): open ones of the same
 * household with something in common at any time, of the same place or with alike words within 14 days; those closed
 * within 30 days where the words are alike too.
 */
export function similarTo(matter: Matter, candidates: readonly Complaint[], now: Instant): Similar[] {
  return candidates
    .flatMap((record): Similar[] => {
      if (!mayBeMeant(record, now)) return []
      const other = matterOf(record)
      const alike = likeness(matter, other)
      const sameTime = Math.abs(msOf(matter.at) - msOf(other.at)) <= SAME_EVENT_MS
      const household = alike.reasons.includes('household')
      // A household complains of many things: only what was said tells whether it is this one.
      const counts = isOpen(record)
        ? (household && alike.share >= NEAR) || (sameTime && !household && alike.reasons.length > 0)
        : alike.reasons.includes('words') && (sameTime || household)
      return counts ? [{ ...alike, record }] : []
    })
    .sort((a, b) => b.score - a.score || (a.record.number < b.record.number ? 1 : -1))
}

function mayBeMeant(record: Complaint, now: Instant): boolean {
  if (record.state === 'void' || record.state === 'reserved' || record.joinedInto !== null) return false
  if (isOpen(record)) return true
  return record.closedAt !== null && msOf(now) - msOf(record.closedAt) <= CLOSED_WITHIN_MS
}

/** The greatest share of common pieces between any two of the texts, 0 to 1. */
function bestShare(ones: readonly string[], others: readonly string[]): number {
  return Math.max(0, ...ones.flatMap((one) => others.map((other) => shareOf(one, other))))
}

/** Share of common 2-character pieces of two texts (twice the common ones by all), 0 to 1. */
export function shareOf(one: string, other: string): number {
  const a = piecesOf(one)
  const b = piecesOf(other)
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const piece of a) if (b.has(piece)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** The 2-character pieces of a text, folded; of a single character, that one. */
function piecesOf(text: string): Set<string> {
  const characters = [...foldText(text)]
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, before) => `${characters[before] ?? ''}${character}`))
}

/** Buildings are called by several words: 5栋, 5幢, 5座 and 5号楼 are one. */
const BUILDING = /(?<=\d)(?:号楼|栋|幢|座)/gu

/** One place in two writings: the same numbers in the same order, and mostly the same words. */
export function samePlace(one: string, other: string): boolean {
  const [a, b] = [one, other].map((place) =>
    place.normalize('NFKC').replace(/\s/g, '').replace(BUILDING, '#'),
  )
  if (!a || !b || foldText(a) === '' || foldText(b) === '') return false
  if (foldText(a) === foldText(b)) return numbersIn(a) === numbersIn(b)
  return numbersIn(a) === numbersIn(b) && shareOf(a, b) >= 0.5
}

function numbersIn(text: string): string {
  return (text.match(/\d+|[a-z]+/giu) ?? []).join(' ').toLowerCase()
}

/** Characters of talk that stand in every complaint: pieces with them tell nothing apart. */
const TALK = /[的了是我你他她它们在有没不就都也很还和说要这那个着过呢吗吧啊请来去给到]/u

/**
 * Pieces to look for in the search index, spread over the text, at most `limit`: without the words of talk, and
 * without digits, which stand in every phone and door number.
 */
export function tellingPieces(text: string, limit: number): string[] {
  const telling = [...piecesOf(text)].filter(
    (piece) => [...piece].length === 2 && !TALK.test(piece) && !/[\d\w]/u.test(piece),
  )
  if (telling.length <= limit) return telling
  return Array.from({ length: limit }, (_, at) => telling[Math.floor((at * telling.length) / limit)] ?? '')
}

/** Pieces of the place and of the words to look for in the search index: as few as tell a matter apart. */
export function piecesToAsk({ place, texts }: Matter): string[] {
  const words = texts.flatMap((text) => tellingPieces(text, 8)).slice(0, 12)
  return [...new Set([...tellingPieces(place, 3), ...words])]
}
