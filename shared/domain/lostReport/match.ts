import { msOf } from '../../util/civilTime'
import { normalizePhone } from '../../util/contact'
import { foldText } from '../../util/textFold'
import { isKept } from '../lostItem/states'
import type { Claim, LostCategory, LostItem } from '../lostItem/types'
import { isOpen } from './states'
import type { LostReport } from './types'

/** Why a found thing may be the lost one: 类别, 时间, 地点, 描述. */
export const MATCH_REASONS = ['category', 'time', 'place', 'words'] as const
export type MatchReasonKind = (typeof MATCH_REASONS)[number]

/** One reason with what it counts: `shared` are the words in common. */
export interface MatchReason {
  kind: MatchReasonKind
  /** Points of the score. */
  points: number
  /** 同类 or 相近类别; 在时间段内 or days after it; common words. */
  detail: MatchDetail
}

export type MatchDetail =
  | { is: 'sameCategory' | 'nearCategory' | 'inWindow' }
  | { is: 'daysAfter'; days: number }
  | { is: 'shared'; words: string[] }

/** How likely the two are one thing: `score` from 0 to 100. */
export interface Match {
  score: number
  reasons: MatchReason[]
}

/** From this score on a match is proposed: a category alone, or a time alone, is none. */
export const LEAST_SCORE = 40

const POINTS = { category: 30, nearCategory: 15, time: 25, place: 20, words: 25 } as const

const DAY_MS = 86_400_000
/** People are wrong about when they still had a thing. */
const BEFORE_MS = DAY_MS / 2
/** How long a thing may be gone before somebody misses it. */
const LONG_BEFORE_MS = 7 * DAY_MS
/** Found so many days after the window: the points that are left. */
const AFTER: readonly (readonly [days: number, points: number])[] = [
  [3, 20],
  [14, 12],
  [60, 5],
]

/** Categories that people mix up: a wallet holds cards, a bag holds a wallet. */
const NEAR: readonly (readonly LostCategory[])[] = [
  ['walletCash', 'bankCard', 'document', 'bags'],
  ['bags', 'clothing', 'sports', 'children'],
  ['electronics', 'bags'],
  ['keys', 'bags'],
]

/**
 * How likely a found thing is the lost one (domain 6: category, time window, place, words), with the reasons; null where
 * it cannot be: found before it was lost. The same seen from either side.
 */
export function matchOf(item: Pick<LostItem, 'intake'>, report: Pick<LostReport, 'intake'>): Match | null {
  const time = timeReason(item, report)
  if (time === 'impossible') return null
  const reasons = [
    categoryReason(item.intake.category, report.intake.category),
    time,
    wordsReason('place', item.intake.foundPlace, report.intake.places, 2),
    wordsReason('words', describing(item), `${report.intake.item} ${report.intake.features}`, 3),
  ].filter((reason) => reason !== null)
  const score = reasons.reduce((sum, { points }) => sum + points, 0)
  return { score: Math.min(100, score), reasons }
}

/** Found items among `items` that may be what was reported, likeliest first. */
export function itemsFor(
  report: Pick<LostReport, 'intake'>,
  items: readonly LostItem[],
): (Match & { record: LostItem })[] {
  return items
    .filter(isKept)
    .flatMap(likely((item) => matchOf(item, report)))
    .sort(byScore)
}

/** Reports among `reports` that may be of this found item, likeliest first. */
export function reportsFor(
  item: Pick<LostItem, 'intake'>,
  reports: readonly LostReport[],
): (Match & { record: LostReport })[] {
  return reports
    .filter(isOpen)
    .flatMap(likely((report) => matchOf(item, report)))
    .sort(byScore)
}

/**
 * The report of the very person who claims the thing, among `reports` with the likeliest first: the same phone, else the
 * same name. Null where it is nobody's of them: whose report a claim answers is then for a person to say.
 */
export function reportOf(
  claim: Pick<Claim, 'name' | 'phone'>,
  reports: readonly LostReport[],
): LostReport | null {
  const phone = normalizePhone(claim.phone)
  const name = claim.name.trim()
  const samePhone = reports.find(({ intake }) => phone !== '' && normalizePhone(intake.owner.phone) === phone)
  return samePhone ?? reports.find(({ intake }) => name !== '' && intake.owner.name.trim() === name) ?? null
}

function likely<R>(match: (record: R) => Match | null): (record: R) => (Match & { record: R })[] {
  return (record) => {
    const found = match(record)
    return found && found.score >= LEAST_SCORE ? [{ ...found, record }] : []
  }
}

function byScore(
  a: Match & { record: { number: string } },
  b: Match & { record: { number: string } },
): number {
  return b.score - a.score || (a.record.number < b.record.number ? 1 : -1)
}

function describing({ intake }: Pick<LostItem, 'intake'>): string {
  return `${intake.name} ${intake.features} ${intake.clues}`
}

function categoryReason(one: LostCategory, other: LostCategory): MatchReason | null {
  if (one === other && one !== 'other') {
    return { kind: 'category', points: POINTS.category, detail: { is: 'sameCategory' } }
  }
  // 其他 against 其他 says little more than that nobody knew where to put it.
  const near = one === other || NEAR.some((group) => group.includes(one) && group.includes(other))
  return near ? { kind: 'category', points: POINTS.nearCategory, detail: { is: 'nearCategory' } } : null
}

function timeReason(
  { intake: found }: Pick<LostItem, 'intake'>,
  { intake: lost }: Pick<LostReport, 'intake'>,
): MatchReason | 'impossible' | null {
  const at = msOf(found.foundAt ?? found.handedInAt)
  const { lostFrom, lostUntil, registeredAt } = lost
  if (lostFrom === null && lostUntil === null) return null
  if (lostFrom !== null && at < msOf(lostFrom) - BEFORE_MS) return 'impossible'
  // Whoever knows only since when it is gone had missed it by the time they came here.
  const until = msOf(lostUntil ?? registeredAt)
  // Whoever knows only when they missed it may have lost it days before.
  if (lostFrom === null && at < until - LONG_BEFORE_MS) return null
  if (at <= until) return { kind: 'time', points: POINTS.time, detail: { is: 'inWindow' } }
  const days = Math.ceil((at - until) / DAY_MS)
  const points = AFTER.find(([most]) => days <= most)?.[1]
  return points === undefined ? null : { kind: 'time', points, detail: { is: 'daysAfter', days } }
}

/** Points by the share of the shorter text's pieces that stand in the other, full from `enough` pieces on. */
function wordsReason(
  kind: 'place' | 'words',
  one: string,
  other: string,
  enough: number,
): MatchReason | null {
  const a = piecesOf(one)
  const b = piecesOf(other)
  const shared = [...a].filter((piece) => b.has(piece))
  if (shared.length === 0) return null
  const share = shared.length / Math.min(a.size, b.size)
  const part = Math.max(share, Math.min(1, shared.length / (2 * enough)))
  return {
    kind,
    points: Math.round(POINTS[kind] * part),
    detail: { is: 'shared', words: joined(shared).slice(0, 5) },
  }
}

/** Words that stand in every description tell nothing apart. */
const TALK = /[的了是我在有个一和与及或把被件只]/u

/**
 * The pieces that are compared: of Chinese every two characters that follow each other, of other scripts and numbers
 * whole words, so that `iPhone 15` is not like `150`.
 */
export function piecesOf(text: string): Set<string> {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  return new Set(runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? bigrams(run) : splitRun(run))))
}

function bigrams(run: string): string[] {
  const characters = [...run]
  return characters
    .slice(1)
    .map((character, before) => `${characters[before] ?? ''}${character}`)
    .filter((piece) => !TALK.test(piece))
}

function splitRun(run: string): string[] {
  const parts = run.match(/\d+|\D+/gu) ?? []
  // A single letter or digit is in everything.
  return [...new Set([run, ...parts])].map(foldText).filter((part) => part.length > 1)
}

/** Pieces that follow each other read as one word again: 黑色, 色钱, 钱包 → 黑色钱包. */
function joined(pieces: readonly string[]): string[] {
  const words: string[] = []
  for (const piece of pieces) {
    const [first = '', ...rest] = piece
    const last = words.at(-1)
    const follows = last?.endsWith(first) && /\p{Script=Han}/u.test(piece)
    if (follows) words[words.length - 1] = last + rest.join('')
    else words.push(piece)
  }
  return words
}
