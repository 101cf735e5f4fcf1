import { sha256Hex } from '../../util/digest'
import type { MonthId } from '../../util/months'
import { accept, type Result, refuse } from '../../util/result'
import { sampleOf } from '../../util/sample'
import { allObjections, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import { monthReviewLife } from './lifecycle'
import type { MonthReview, SpotItem, SpotOutcome, SpotSample } from './types'

/** A seed is typed, so it is short. */
export const SEED_MOST = 999_999

/** A record that may be drawn. */
export interface SpotCandidate {
  table: string
  id: string
  number: string
}

/**
 * 抽查 (domain 12): of each register so many records of the month, by its number, so that whoever types the same seed
 * draws the same ones again.
 */
export function drawn(
  month: MonthId,
  seed: number,
  size: number,
  candidates: readonly SpotCandidate[],
): SpotCandidate[] {
  const tables = [...new Set(candidates.map(({ table }) => table))]
  return tables.flatMap((table) => {
    const pool = candidates.filter((one) => one.table === table)
    return sampleOf(pool.toSorted(byNumber), size, `${month} ${seed} ${table}`)
  })
}

function byNumber(a: SpotCandidate, b: SpotCandidate): number {
  return a.number < b.number ? -1 : 1
}

export interface DrawInput {
  /** null: the app gives one. */
  seed: number | null
}

/**
 * Draws the sample, or another one while none of it was read. Refusals `monthReview.sampleBegun`,
 * `monthReview.seedInvalid`.
 * @param size records of each register (a setting).
 */
export function drawSample(
  record: MonthReview,
  { seed: typed }: DrawInput,
  { size, candidates }: { size: number; candidates: readonly SpotCandidate[] },
  ctx: RuleContext,
): Result<MonthReview> {
  const seed = typed ?? givenSeed(ctx)
  const valid = Number.isInteger(seed) && seed >= 0 && seed <= SEED_MOST
  const objection = allObjections(
    monthReviewLife.objectionTo('drawSample', record, ctx),
    record.sample?.items.some(({ outcome }) => outcome !== null) ? refuse('monthReview.sampleBegun') : null,
    valid ? null : refuse('monthReview.seedInvalid', 'seed', { most: SEED_MOST }),
  )
  if (objection) return objection
  const sample: SpotSample = {
    seed,
    size,
    drawnAt: ctx.now,
    drawnBy: ctx.actor.name,
    items: drawn(record.id, seed, size, candidates).map(
      ({ table, id, number }): SpotItem => ({
        table,
        id,
        number,
        outcome: null,
        comment: '',
        at: null,
        by: '',
      }),
    ),
  }
  return accept(
    monthReviewLife.advance(record, { command: 'drawSample', note: String(seed), fields: { sample } }, ctx),
  )
}

function givenSeed(ctx: RuleContext): number {
  return Number.parseInt(sha256Hex(ctx.newId()).slice(0, 8), 16) % (SEED_MOST + 1)
}

export interface CheckItemInput {
  table: string
  recordId: string
  outcome: SpotOutcome
  comment: string
}

/**
 * 合格 or 有问题 of one record that was read; again, it replaces what was said. Refusals `monthReview.notDrawn`,
 * `monthReview.commentRequired` for 有问题 without words.
 */
export function checkItem(
  record: MonthReview,
  { table, recordId, outcome, comment }: CheckItemInput,
  ctx: RuleContext,
): Result<MonthReview> {
  const { sample } = record
  const known = sample?.items.find((item) => item.table === table && item.id === recordId)
  const objection = allObjections(
    monthReviewLife.objectionTo('checkItem', record, ctx),
    known ? null : refuse('monthReview.notDrawn'),
    outcome === 'fault' ? requireText(comment, 'monthReview.commentRequired', 'comment') : null,
  )
  if (objection || !sample || !known) return objection ?? refuse('monthReview.notDrawn')
  const read: SpotItem = { ...known, outcome, comment: comment.trim(), at: ctx.now, by: ctx.actor.name }
  const items = sample.items.map((item) => (item === known ? read : item))
  const fields = { sample: { ...sample, items } }
  return accept(monthReviewLife.advance(record, { command: 'checkItem', note: known.number, fields }, ctx))
}

/** How many records of the sample wait to be read; null where none was drawn. */
export function unread(sample: SpotSample | null): number | null {
  return sample && sample.items.filter(({ outcome }) => outcome === null).length
}
