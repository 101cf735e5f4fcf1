import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complaintMonthFacts } from '../domain/complaint/monthFacts'
import { closed, inProgress, voided } from '../domain/complaint/testing'
import type { Complaint } from '../domain/complaint/types'
import { archived } from '../domain/incident/testing'
import { incidentMonthFacts } from '../domain/incident/monthFacts'
import type { MonthFacts } from '../domain/month/facts'
import { objectionToWrite } from '../domain/month/lock'
import { instantFromMs, msOf } from '../util/civilTime'
import { monthSpan } from '../util/months'
import { frozenOf, frozenTextOf, newestCorrectionOf } from './frozen'
import type { Row } from './wire'

const facts = complaintMonthFacts as unknown as MonthFacts<Row>
const rowOf = (record: object) => record as Row
const done = closed()
const open = inProgress()
const november = (month: string): boolean => month === '2026-11'
const text = (record: object, isLocked = november) => frozenTextOf(facts, rowOf(record), isLocked)

describe('what a signed month keeps of a record (domain 12)', () => {
  it('is nothing where no month of it is locked', () => {
    expect(text(done, () => false)).toBeNull()
    expect(
      frozenOf(
        facts,
        rowOf(done),
        () => false,
        (part) => part,
      ),
    ).toBeNull()
  })

  it('is what came in of one that was open then, and more once its end is locked too', () => {
    expect(text(open)).toMatchObject({ ended: null })
    expect(text(open)?.begun).toContain(open.intake.content)
    expect(text(open)?.begun).not.toContain('judgement')
    expect(text(done)?.ended).toContain('judgement')
    expect(text(done)?.begun).toBe(text({ ...done, state: 'inProgress', closedAt: null })?.begun)
  })

  it.each<[string, object]>([
    ['its paper', { prints: { complaintVisit: { version: 2 } } }],
    ['its links and scans', { links: [{ id: 'x' }], attachmentIds: ['a'] }],
    ['the marks of a step', { rev: 99, updatedAt: '2026-12-24T00:00:00.000Z', steps: [], duty: null }],
    ['a field that says nothing any more', { repeatOf: undefined }],
  ])('is the same whatever becomes of %s', (_, change) => {
    expect(text({ ...done, ...change })).toEqual(text(done))
  })

  it('is another after any other change of one that ended then', () => {
    expect(text({ ...done, summary: '改写' })?.ended).not.toBe(text(done)?.ended)
    expect(text({ ...open, void: voided().void, state: 'void' })?.begun).not.toBe(text(open)?.begun)
  })

  it('leaves out what the office keeps to its machines, and what may still grow', () => {
    const report = archived()
    const of = (record: object, withheld: string[] = []) =>
      frozenTextOf(incidentMonthFacts as unknown as MonthFacts<Row>, rowOf(record), november, withheld)
    const hurt = { ...report, injuries: [{ id: 'j', who: '甲', condition: '擦伤', treatment: '' }] }
    expect(of(hurt)).not.toEqual(of(report))
    expect(of(hurt, ['injuries'])).toEqual(of(report, ['injuries']))
    expect(of({ ...report, supplements: [{ id: 's' }] })).toEqual(of(report))
  })

  it('is digested part by part', () => {
    expect(frozenOf(facts, rowOf(done), november, (part) => `d${part.length}`)).toEqual({
      begun: `d${text(done)?.begun?.length}`,
      ended: `d${text(done)?.ended?.length}`,
    })
  })

  it('names the newest 更正单', () => {
    const link = (id: string, table = 'corrections') => ({ table, id, number: '', relation: 'correction' })
    expect(newestCorrectionOf(rowOf(done))).toBeNull()
    expect(newestCorrectionOf({ links: [link('a'), link('b'), link('c', 'complaints')] })).toBe('b')
  })
})

const MONTHS = ['2026-10', '2026-11', '2026-12']
const first = msOf(monthSpan('2026-10').from)
const moment = fc.integer({ min: 0, max: 91 * 24 }).map((hours) => instantFromMs(first + hours * 3_600_000))
/** Moments beside begin and end stay where they are: the lock looks at those apart. */
const change: fc.Arbitrary<Partial<Complaint>> = fc.record(
  {
    rev: fc.nat(9),
    summary: fc.constantFrom('', '备件不足'),
    closedAt: fc.option(moment),
    void: fc.option(moment.map((at) => ({ reason: '登记两次', at, by: '周主管' }))),
    intake: fc
      .record({ place: fc.constantFrom('东门', '西门'), registeredAt: moment, lossOrInjury: fc.boolean() })
      .map((said) => ({ ...done.intake, ...said })),
    attachmentIds: fc.constantFrom([], ['a']),
  },
  { requiredKeys: [] },
)

describe('whatever is changed, in whatever locked months (domain 12)', () => {
  it('is another exactly where the lock refuses the change of what it keeps', () => {
    let [refused, allowed] = [0, 0]
    fc.assert(
      fc.property(change, change, fc.subarray(MONTHS), (one, other, locked) => {
        const [before, after] = [rowOf({ ...done, ...one }), rowOf({ ...done, ...one, ...other })]
        const isLocked = (month: string) => locked.includes(month)
        const objection = objectionToWrite(facts, before, after, isLocked)
        const [kept, then] = [frozenTextOf(facts, before, isLocked), frozenTextOf(facts, after, isLocked)]
        if (objection) expect(then).not.toEqual(kept)
        else expect(then).toEqual(kept)
        if (objection) refused += 1
        else allowed += 1
      }),
      { numRuns: 1000, seed: 20261122 },
    )
    expect(Math.min(refused, allowed)).toBeGreaterThan(100)
  })
})
