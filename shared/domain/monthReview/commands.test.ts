import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import type { CheckLine } from '../month/check'
import type { Role } from '../office/types'
import { accepted, contextAt } from '../visit/testing'
import { giveReason, openReview, suggest, tick, untick, withdrawSuggestion } from './commands'
import { approvalDue, monthReviewRules, reviewDue } from './lifecycle'
import { approve, decide, reopen, review, sendBack } from './signing'
import { checkItem, drawn, drawSample, type SpotCandidate } from './spotCheck'

const at = (day: string, time = '09:00', role: Role = 'supervisor') => contextAt(instantOf(day, time), role)
const NOV = '2026-11'
const running = () => openReview(NOV, at('2026-11-20'))
const candidates: SpotCandidate[] = Array.from({ length: 9 }, (_, index) => ({
  table: 'complaints',
  id: `c${index}`,
  number: `客服-TS-2026-000${index}`,
}))
const line = (change: Partial<CheckLine> = {}): CheckLine => ({
  key: 'all.unsigned',
  weight: 'mend',
  findings: [
    {
      table: 'complaints',
      id: 'c1',
      number: '客服-TS-2026-0001',
      about: '',
      at: null,
      why: null,
      reason: '',
    },
  ],
  figure: null,
  ...change,
})
const refused = (key: string, params?: object) => ({ refusal: { key, ...(params ? { params } : {}) } })

/** A review with nothing left to do but to sign it. */
function prepared() {
  const sampled = accepted(
    drawSample(running(), { seed: 1 }, { size: 1, candidates: candidates.slice(0, 1) }, at('2026-11-29')),
  )
  const read = { table: 'complaints', recordId: 'c0', outcome: 'good', comment: '' } as const
  return accepted(checkItem(sampled, read, at('2026-11-29')))
}
const reviewed = () => accepted(review(prepared(), { words: '属实' }, [], at('2026-11-30')))
const approved = () =>
  accepted(approve(reviewed(), { words: '同意' }, 'd1', at('2026-12-02', '09:00', 'director')))

describe('the review of a month (domain 12)', () => {
  it('is due by the 5th, 审阅 by the 10th of the next month', () => {
    expect(running().duty).toEqual({ kind: 'monthReview', dueAt: reviewDue(NOV) })
    expect(reviewed().duty).toEqual({ kind: 'monthApproval', dueAt: approvalDue(NOV) })
    expect(approved().duty).toBeNull()
  })

  it('keeps a reason a line or a record, replaces it, and takes it back without words', () => {
    const ctx = at('2026-11-21')
    const whole = accepted(giveReason(running(), { line: 'all.unsigned', recordId: '', text: ' 外出 ' }, ctx))
    const both = accepted(giveReason(whole, { line: 'all.unsigned', recordId: 'c1', text: '补签' }, ctx))
    const other = accepted(giveReason(both, { line: 'all.unsigned', recordId: '', text: '出差' }, ctx))
    expect(other.reasons.map(({ recordId, text }) => [recordId, text])).toEqual([
      ['c1', '补签'],
      ['', '出差'],
    ])
    const back = accepted(giveReason(other, { line: 'all.unsigned', recordId: 'c1', text: ' ' }, ctx))
    expect(back.reasons).toHaveLength(1)
    expect(giveReason(back, { line: 'all.unsigned', recordId: 'c1', text: '' }, ctx)).toMatchObject(
      refused('monthReview.reasonRequired'),
    )
  })

  it('is the supervisor’s: a clerk prepares nothing, and a supervisor does not sign 审阅', () => {
    const clerk = at('2026-12-02', '09:00', 'clerk')
    expect(suggest(running(), { text: '修灯' }, clerk)).toMatchObject(refused('office.notAllowed'))
    expect(review(prepared(), { words: '' }, [], clerk)).toMatchObject(refused('office.notAllowed'))
    expect(approve(reviewed(), { words: '' }, 'd', at('2026-12-02'))).toMatchObject(
      refused('office.notAllowed'),
    )
    expect(reopen(approved(), { reason: '漏记' }, at('2026-12-03'))).toMatchObject(
      refused('office.notAllowed'),
    )
  })

  it.each([
    ['2026-11-29', '23:59', 'monthReview.tooEarly'],
    ['2026-11-30', '00:00', null],
    ['2026-12-20', '09:00', null],
  ])('may be 审核 from the last day on: %s %s', (day, time, key) => {
    const signed = review(prepared(), { words: '' }, [], at(day, time))
    expect(signed.ok ? null : signed.refusal.key).toBe(key)
  })

  it('asks for a reason of every line to mend, given here or on the record itself', () => {
    const ctx = at('2026-11-30')
    const open = review(prepared(), { words: '' }, [line(), line({ key: 'all.overdue' })], ctx)
    expect(open).toMatchObject(refused('monthReview.reasonsMissing', { count: 2 }))
    const looked = [line({ weight: 'look' }), line({ findings: [] })]
    const said = line({ findings: line().findings.map((one) => ({ ...one, reason: '住户出差' })) })
    expect(review(prepared(), { words: '' }, [...looked, said], ctx).ok).toBe(true)
    const explained = accepted(
      giveReason(prepared(), { line: 'all.unsigned', recordId: 'c1', text: '外出' }, ctx),
    )
    expect(review(explained, { words: '' }, [line()], ctx).ok).toBe(true)
  })

  it('asks for the sample, drawn and read', () => {
    const ctx = at('2026-11-30')
    expect(review(running(), { words: '' }, [], ctx)).toMatchObject(refused('monthReview.sampleMissing'))
    const pool = { size: 3, candidates }
    const unread = accepted(drawSample(running(), { seed: 5 }, pool, ctx))
    expect(review(unread, { words: '' }, [], ctx)).toMatchObject(
      refused('monthReview.sampleOpen', { count: 3 }),
    )
    const empty = accepted(drawSample(running(), { seed: 5 }, { size: 3, candidates: [] }, ctx))
    expect(review(empty, { words: '' }, [], ctx).ok).toBe(true)
  })

  it('is 审阅 when it is over and every suggestion is decided on; 不采纳 says why', () => {
    const suggested = accepted(suggest(prepared(), { text: '修灯' }, at('2026-11-30')))
    const signed = accepted(review(suggested, { words: '' }, [], at('2026-11-30')))
    const director = at('2026-12-01', '00:00', 'director')
    expect(approve(signed, { words: '' }, 'd', at('2026-11-30', '23:59', 'director'))).toMatchObject(
      refused('monthReview.notOver', { day: '2026-12-01' }),
    )
    expect(approve(signed, { words: '' }, 'd', director)).toMatchObject(
      refused('monthReview.undecided', { count: 1 }),
    )
    const suggestionId = signed.suggestions[0]?.id ?? ''
    const no = { suggestionId, verdict: 'notAdopted', note: ' ' } as const
    expect(decide(signed, no, director)).toMatchObject(refused('monthReview.noteRequired'))
    const decided = accepted(decide(signed, { ...no, note: '预算不足' }, director))
    expect(approve(decided, { words: '' }, 'd', director).ok).toBe(true)
    const back = accepted(sendBack(decided, { reason: '请补' }, director))
    expect(withdrawSuggestion(back, { suggestionId }, at('2026-12-01'))).toMatchObject(
      refused('monthReview.decided'),
    )
  })

  it('lets a director sign both, for he may all that a supervisor may (domain 1)', () => {
    const director = at('2026-12-01', '09:00', 'director')
    const signed = accepted(review(prepared(), { words: '' }, [], director))
    expect(approve(signed, { words: '' }, 'd', director).ok).toBe(true)
  })

  it('goes back with a reason, which is kept with the digest', () => {
    const director = at('2026-12-03', '09:00', 'director')
    const record = approved()
    expect(reopen(record, { reason: '' }, director)).toMatchObject(refused('monthReview.backReasonRequired'))
    const again = accepted(reopen(record, { reason: '漏记' }, director))
    expect([again.state, again.review, again.approval, again.digest]).toEqual(['running', null, null, ''])
    expect(again.reopenings).toMatchObject([{ kind: 'reopened', reason: '漏记', digest: 'd1' }])
    expect(giveReason(record, { line: 'x', recordId: '', text: 'y' }, at('2026-12-03'))).toMatchObject(
      refused('monthReview.isClosed'),
    )
    expect(monthReviewRules.voidRecord(record, { reason: 'x' }, director)).toMatchObject({ ok: false })
  })

  it('notes a duty of the plan on a day of its month that has come', () => {
    const ctx = at('2026-11-20')
    const done = (doneOn: string) => tick(running(), { duty: 'training', doneOn, note: '' }, ctx)
    expect(done('2026-10-31')).toMatchObject(refused('monthReview.tickOutside', { month: NOV }))
    expect(done('2026-11-21')).toMatchObject(refused('time.inFuture'))
    const ticked = accepted(done('2026-11-20'))
    expect(accepted(untick(ticked, { tickId: ticked.ticks[0]?.id ?? '' }, ctx)).ticks).toEqual([])
    expect(untick(ticked, { tickId: 'x' }, ctx)).toMatchObject(refused('monthReview.tickGone'))
  })
})

describe('抽查 (domain 12)', () => {
  const seeds = fc.integer({ min: 0, max: 999_999 })
  const pools = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 40 }).map((numbers) =>
    numbers.map((number): SpotCandidate => {
      const table = number % 2 === 0 ? 'complaints' : 'incidents'
      return { table, id: `id${number}`, number: String(number).padStart(4, '0') }
    }),
  )

  it('draws so many of each register, once each, whatever order they come in', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 20 }), pools, (seed, size, pool) => {
        const sample = drawn(NOV, seed, size, pool)
        for (const table of ['complaints', 'incidents']) {
          const all = pool.filter((one) => one.table === table).length
          expect(sample.filter((one) => one.table === table)).toHaveLength(Math.min(size, all))
        }
        expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length)
        const again = drawn(NOV, seed, size, pool.toReversed())
        expect(again.map(({ id }) => id).toSorted()).toEqual(sample.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('draws what was drawn with this seed in this month, on every machine', () => {
    const numbers = (month: string, seed: number) => drawn(month, seed, 3, candidates).map(({ id }) => id)
    expect(numbers(NOV, 4711)).toMatchInlineSnapshot(`
      [
        "c0",
        "c3",
        "c7",
      ]
    `)
    expect(numbers('2026-12', 4711)).not.toEqual(numbers(NOV, 4711))
  })

  it('gives every record about the same chance', () => {
    const hits = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed += 1) {
      for (const { id } of drawn(NOV, seed, 3, candidates)) hits.set(id, (hits.get(id) ?? 0) + 1)
    }
    for (const { id } of candidates) {
      expect(hits.get(id)).toBeGreaterThan(850)
      expect(hits.get(id)).toBeLessThan(1150)
    }
  })

  it('refuses a seed that is none, what was not drawn, and 有问题 without words', () => {
    const ctx = at('2026-11-20')
    const pool = { size: 1, candidates }
    for (const seed of [-1, 1.5, 1_000_000]) {
      expect(drawSample(running(), { seed }, pool, ctx)).toMatchObject(refused('monthReview.seedInvalid'))
    }
    const given = accepted(drawSample(running(), { seed: null }, pool, ctx))
    const { table = '', id = '' } = given.sample?.items[0] ?? {}
    const fault = { table, recordId: id, outcome: 'fault', comment: ' ' } as const
    expect(checkItem(given, fault, ctx)).toMatchObject(refused('monthReview.commentRequired'))
    expect(checkItem(given, { ...fault, recordId: 'x', comment: 'y' }, ctx)).toMatchObject(
      refused('monthReview.notDrawn'),
    )
    const read = accepted(checkItem(given, { ...fault, comment: '缺签字' }, ctx))
    expect(drawSample(read, { seed: 2 }, pool, ctx)).toMatchObject(refused('monthReview.sampleBegun'))
  })
})
