import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDayOf, instantFromMs, msOf, shiftDay } from '../../util/civilTime'
import type { Result } from '../../util/result'
import { ROLES } from '../office/types'
import type { RuleContext } from '../register/types'
import * as commands from './commands'
import { legalYearRuns } from './deadlines'
import { isKept, isOpen } from './states'
import { contextAt, HANDED_IN_AT, showing, statement, stored, worth } from './testing'
import { CHECK_OUTCOMES, CLAIM_RELATIONS, DECISION_OUTCOMES, LOST_CATEGORIES, type LostItem } from './types'

type Try = (record: LostItem, ctx: RuleContext) => Result<LostItem>

const words = fc.constantFrom('', ' ', '一致', '移交派出所', '捐社区')
const hours = fc.integer({ min: -6, max: 1 })
const near = (ctx: RuleContext, shift: number) => instantFromMs(msOf(ctx.now) + shift * 3_600_000)

/** Everything that may be tried on a found item, with inputs that are right and wrong. */
const attempt: fc.Arbitrary<Try> = fc.oneof(
  fc.record({ place: words, shift: hours }).map(
    ({ place, shift }): Try =>
      (r, ctx) =>
        commands.publish(r, { place, postedAt: near(ctx, shift) }, ctx),
  ),
  fc.record({ statedFeatures: words, relation: fc.constantFrom(...CLAIM_RELATIONS), shift: hours }).map(
    ({ shift, ...change }): Try =>
      (r, ctx) =>
        commands.stateClaim(r, statement({ ...change, statedAt: near(ctx, shift) }), ctx),
  ),
  fc
    .record({
      outcome: fc.constantFrom(...CHECK_OUTCOMES),
      words,
      idLast4: fc.constantFrom('1234', '1234', '123', '12345', ''),
      shown: fc.integer({ min: -2, max: 1 }),
      paper: fc.boolean(),
    })
    .map(
      ({ shown, paper, ...change }): Try =>
        (r, ctx) => {
          const shownAt = near(ctx, shown)
          const authorizationIds = paper ? ['a1'] : []
          return commands.claim(
            r,
            showing(r, { ...change, shownAt, claimedAt: ctx.now, authorizationIds }),
            ctx,
          )
        },
    ),
  fc.record({ office: words, receipt: words, shift: hours }).map(
    ({ shift, ...input }): Try =>
      (r, ctx) =>
        commands.handOver(
          r,
          { ...input, target: 'police', takenBy: '', words: '', at: near(ctx, shift) },
          ctx,
        ),
  ),
  fc
    .record({
      outcome: fc.constantFrom(...DECISION_OUTCOMES),
      opinion: words,
      earlyReason: words,
      days: fc.integer({ min: -3, max: 60 }),
    })
    .map(
      ({ days, ...input }): Try =>
        (r, ctx) =>
          commands.decide(r, { ...input, keepUntil: shiftDay(civilDayOf(ctx.now), days) }, ctx),
    ),
  fc.record({ words, witness: words, shift: hours }).map(
    ({ shift, ...input }): Try =>
      (r, ctx) =>
        commands.dispose(r, { ...input, way: 'donate', at: near(ctx, shift) }, ctx),
  ),
  fc.constant((r: LostItem, ctx: RuleContext): Result<LostItem> => {
    const next = commands.expireIfDue(r, ctx)
    return next ? { ok: true, value: next } : { ok: false, refusal: { key: 'nothing due' } }
  }),
)

const DAY = 86_400_000
const story = fc.record({
  category: fc.constantFrom(...LOST_CATEGORIES),
  yuan: fc.constantFrom(0, 99.99, 100, 100.01, 5000),
  attempts: fc.array(
    fc.record({
      apply: attempt,
      role: fc.oneof({ weight: 3, arbitrary: fc.constant('director' as const) }, fc.constantFrom(...ROLES)),
      later: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 0, max: DAY }) },
        { weight: 2, arbitrary: fc.integer({ min: DAY, max: 150 * DAY }) },
      ),
    }),
    { minLength: 5, maxLength: 25 },
  ),
})

type Tale = typeof story extends fc.Arbitrary<infer T> ? T : never

/** Tells a story; a refusal changes nothing, for every record is frozen. */
function tell(
  { category, yuan, attempts }: Tale,
  onStep: (before: LostItem, after: LostItem, ctx: RuleContext) => void,
): LostItem {
  let record = freeze(stored({ category, estimate: worth(yuan) }))
  let now = msOf(HANDED_IN_AT)
  for (const { apply, role, later } of attempts) {
    now += later
    const ctx = contextAt(instantFromMs(now), role)
    const result = apply(record, ctx)
    if (!result.ok) continue
    onStep(record, freeze(result.value), ctx)
    record = result.value
  }
  return record
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part)
    Object.freeze(value)
  }
  return value
}

const RUNS = { numRuns: 500 }
/** Chosen, so that how many stories come to the end that a test is about does not change from run to run. */
const SEED = { seed: 20261122 }

describe('whatever is tried with a found item, in whatever order (domain 6)', () => {
  it('is given out only for features stated before it was shown, with four of a paper, and 委托书 for another', () => {
    let given = 0
    fc.assert(
      fc.property(story, (tale) => {
        const last = tell(tale, () => undefined)
        if (last.state !== 'claimed') return
        given += 1
        const claims = last.claims.filter(({ claimedAt }) => claimedAt !== null)
        expect(claims).toHaveLength(1)
        const [claim] = claims
        expect(claim?.statedFeatures.trim()).not.toBe('')
        expect((claim?.statedAt ?? '') <= (claim?.check?.shownAt ?? '')).toBe(true)
        expect(claim?.check?.outcome).toBe('matches')
        expect(claim?.idLast4).toHaveLength(4)
        expect(claim?.relation === 'self' || claim?.authorizationIds.length === 1).toBe(true)
      }),
      { ...RUNS, ...SEED },
    )
    expect(given).toBeGreaterThan(5)
  })

  it('is disposed of only as the director decided, with the reason while the legal year ran (民法典 318)', () => {
    let disposed = 0
    fc.assert(
      fc.property(story, (tale) => {
        tell(tale, (before, after, ctx) => {
          if (after.state !== 'disposed') return
          disposed += 1
          const decision = before.decisions.at(-1)
          expect(before.state).toBe('expired')
          expect(decision?.outcome).toBe('dispose')
          expect(decision?.decidedBy).toBe('陈主任')
          if (legalYearRuns(before, ctx.settings, ctx.now)) expect(decision?.earlyReason.trim()).not.toBe('')
        })
      }),
      // Few stories end so: one in three hundred.
      { numRuns: 3000, ...SEED },
    )
    expect(disposed).toBeGreaterThan(0)
  })

  it('follows the table; who, when and the revision stand; the clock and the duty fit the state', () => {
    fc.assert(
      fc.property(story, (tale) => {
        tell(tale, (before, after, ctx) => {
          expect(isKept(before)).toBe(true)
          expect(after.rev).toBe(before.rev + 1)
          expect(after.steps.slice(0, -1)).toEqual(before.steps)
          expect(after.steps.at(-1)).toMatchObject({ at: ctx.now, from: before.state, to: after.state })
          expect(after.duty === null).toBe(!isOpen(after))
          expect(after.custodyUntil === null).toBe(!isKept(after))
          expect(after.intake.handedInAt).toBe(before.intake.handedInAt)
          expect(after.notices.length >= before.notices.length).toBe(true)
          // A notice once posted: the legal year never begins later because of what follows.
          const [first] = before.notices
          if (first) expect((after.notices[0]?.postedAt ?? '') <= first.postedAt).toBe(true)
        })
      }),
      RUNS,
    )
  })
})
