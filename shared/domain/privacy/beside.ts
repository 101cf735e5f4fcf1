import type { Dispute } from '../dispute/types'
import { sealDigest } from '../monthReview/seal'
import type { MonthReview, MonthSeal } from '../monthReview/types'
import type { ReturnRound } from '../returnVisit/types'
import type { ShelfCount } from '../shelfCount/types'
import type { VisitMonth } from '../visitMonth/types'
import { type Erased, ERASED_WORDS } from './types'

/** What was erased: ids, and the numbers of those that have one. */
export interface ErasedPlaces {
  ids: ReadonlySet<string>
  numbers: ReadonlySet<string>
}

const gone = (words: string): string => (words === '' ? '' : ERASED_WORDS)

/** A seal without the words of an erased record; null where it has none. Its signed digest stays, for it was printed. */
export function withoutWordsOf(seal: MonthSeal, { ids, numbers }: ErasedPlaces): MonthSeal | null {
  const named = seal.checks.some(({ findings }) => findings.some((one) => ids.has(one.id)))
  const told = seal.report.corrections.some((one) => isAbout(one, numbers))
  if (!named && !told) return null
  const checks = seal.checks.map((line) => ({
    ...line,
    findings: line.findings.map((one) =>
      ids.has(one.id) ? { ...one, about: gone(one.about), reason: gone(one.reason) } : one,
    ),
  }))
  const corrections = seal.report.corrections.map((one) =>
    isAbout(one, numbers) ? { ...one, reason: gone(one.reason) } : one,
  )
  const { erasedDigest: _before, ...left } = { ...seal, checks, report: { ...seal.report, corrections } }
  return { ...left, erasedDigest: sealDigest(left) }
}

function isAbout(one: { number: string; target: string }, numbers: ReadonlySet<string>): boolean {
  return numbers.has(one.number) || numbers.has(one.target)
}

/** The review of a month without what was said of an erased record; null where nothing was. */
export function reviewWithout(review: MonthReview, { ids }: ErasedPlaces): MonthReview | null {
  const items = review.sample?.items ?? []
  const named = [...items.map(({ id }) => id), ...review.reasons.map(({ recordId }) => recordId)]
  if (!named.some((id) => ids.has(id))) return null
  return {
    ...review,
    reasons: review.reasons.map((one) => (ids.has(one.recordId) ? { ...one, text: gone(one.text) } : one)),
    sample: review.sample && {
      ...review.sample,
      items: items.map((one) => (ids.has(one.id) ? { ...one, comment: gone(one.comment) } : one)),
    },
  }
}

/** A month of visits without the suggestions of an erased visit; null where it decided on none. */
export function visitMonthWithout(month: VisitMonth, { ids }: ErasedPlaces): VisitMonth | null {
  if (!month.decisions.some(({ visitId }) => ids.has(visitId))) return null
  return {
    ...month,
    decisions: month.decisions.map((one) =>
      ids.has(one.visitId) ? { ...one, unitCode: '', text: gone(one.text), note: gone(one.note) } : one,
    ),
  }
}

/** A quarter's round without the household that an erased record called, or was to be called about; null where none. */
export function roundWithout(round: ReturnRound, { ids }: ErasedPlaces): ReturnRound | null {
  const isOf = (target: ReturnRound['targets'][number]): boolean =>
    [target.returnVisitId, target.source.recordId].some((id) => id !== null && ids.has(id))
  if (!round.targets.some(isOf)) return null
  return {
    ...round,
    targets: round.targets.map((one) =>
      isOf(one)
        ? { ...one, unitId: null, unitCode: '', name: gone(one.name), phone: '', skipped: gone(one.skipped) }
        : one,
    ),
  }
}

/** A shelf count without what an erased thing was called; null where it was not counted. */
export function countWithout(count: ShelfCount, { ids }: ErasedPlaces): ShelfCount | null {
  const all = [...count.lines, ...count.strays]
  if (!all.some(({ itemId }) => ids.has(itemId))) return null
  return {
    ...count,
    lines: count.lines.map((one) => (ids.has(one.itemId) ? { ...one, name: ERASED_WORDS } : one)),
    strays: count.strays.map((one) => (ids.has(one.itemId) ? { ...one, name: ERASED_WORDS } : one)),
  }
}

/**
 * A line of 待核对 about an erased record, without what either version said: the record as it was erased stays in force.
 * Null where it is about another, or says nothing any more.
 */
export function disputeWithout(
  dispute: Dispute,
  { ids }: ErasedPlaces,
  { at, by }: Pick<Erased, 'at' | 'by'>,
): Dispute | null {
  const { recordId: id, waiting, fields } = dispute
  const says = fields.length > 0 || Object.keys(waiting).length > 1
  if (!ids.has(id) || !says) return null
  const silent = { ...dispute, fields: [], waiting: { id } }
  return dispute.state === 'open' ? { ...silent, state: 'kept', decidedAt: at, decidedBy: by } : silent
}
