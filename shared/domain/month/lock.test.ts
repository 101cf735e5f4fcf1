import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { monthOf, monthSpan } from '../../util/months'
import { complaintMonthFacts } from '../complaint/monthFacts'
import { answered, closed, handled, inProgress, judged, registered } from '../complaint/testing'
import type { Complaint } from '../complaint/types'
import { incidentMonthFacts } from '../incident/monthFacts'
import { archived } from '../incident/testing'
import { visitMonthFacts } from '../visit/monthFacts'
import { visited } from '../visit/testing'
import type { MonthFacts } from './facts'
import { monthsTouched, objectionToWrite } from './lock'
import { countedFlow } from './testing'

const NOVEMBER = instantOf('2026-11-28', '10:00')
const DECEMBER = instantOf('2026-12-03', '10:00')

/** What the lock of months says of a write: the refusal and its month, or `free`. */
function verdict<R extends object>(
  facts: MonthFacts<R>,
  before: R | null,
  after: R,
  locked: readonly string[] = ['2026-11'],
): string {
  const objection = objectionToWrite(facts, before, after, (month) => locked.includes(month))
  if (!objection) return 'free'
  return `${objection.refusal.key} ${objection.refusal.params?.month}`
}
const ofComplaint = (before: Complaint | null, after: Complaint, locked?: readonly string[]) =>
  verdict(complaintMonthFacts, before, after, locked)

const open = registered()
const working = inProgress()
const done = closed()
const december = registered({ registeredAt: DECEMBER })
const voided = { reason: '登记两次', at: DECEMBER, by: '周主管' }
const answer = { person: '', way: 'phone', content: '已修好', answeredBy: '小林' } as const
const finding = {
  id: 'v1',
  person: '',
  way: 'phone',
  visitedBy: '小林',
  outcome: 'satisfied',
  words: '',
} as const

describe('nothing new is dated into a locked month (domain 12)', () => {
  const rows: [string, Complaint | null, Complaint, string][] = [
    ['a record', null, open, 'month.backdated 2026-11'],
    ['a record of the month that runs', null, december, 'free'],
    [
      'a 判定',
      { ...judged(), intake: december.intake, judgement: null },
      { ...judged(), intake: december.intake },
      'month.backdated 2026-11',
    ],
    [
      'a 完成时间',
      { ...working, intake: december.intake },
      { ...handled(), intake: december.intake },
      'month.backdated 2026-11',
    ],
    ['an 答复', open, { ...open, answers: [{ ...answer, answeredAt: NOVEMBER }] }, 'month.backdated 2026-11'],
    ['an 答复 of now', open, { ...open, answers: [{ ...answer, answeredAt: DECEMBER }] }, 'free'],
    [
      'a 回访',
      open,
      { ...open, returnVisits: [{ ...finding, visitedAt: NOVEMBER }] },
      'month.backdated 2026-11',
    ],
    ['a closing', open, { ...open, closedAt: NOVEMBER }, 'month.backdated 2026-11'],
    ['a begin', december, { ...december, intake: open.intake }, 'month.backdated 2026-11'],
    ['an escalation', open, { ...open, escalatedAt: NOVEMBER }, 'month.backdated 2026-11'],
    ['what stood there before', answered(handled()), { ...answered(handled()), summary: '备件不足' }, 'free'],
  ]
  it.each(rows)('%s', (_, before, after, expected) => {
    expect(ofComplaint(before, after)).toBe(expected)
  })
})

describe('a moment hides behind no other of the same instant (domain 12)', () => {
  const at = open.intake.registeredAt
  const said = { ...open, answers: [{ ...answer, answeredAt: NOVEMBER }] }

  it.each<[string, Complaint, Complaint]>([
    ['a second 答复', said, { ...said, answers: [...said.answers, ...said.answers] }],
    ['an end at the moment of the 答复', said, { ...said, closedAt: NOVEMBER }],
    ['an end at the moment of the begin', open, { ...open, closedAt: at }],
  ])('%s', (_, before, after) => {
    expect(ofComplaint(before, before)).toBe('free')
    expect(ofComplaint(before, after)).toBe('month.backdated 2026-11')
  })
})

describe('a record that ended in a locked month stands as it is (domain 12)', () => {
  const print = { ...done.prints, complaintVisit: undefined }
  it.each<[string, Partial<Complaint>, string]>([
    ['its words', { summary: '改写' }, 'month.locked 2026-11'],
    ['its 判定', { judgement: null }, 'month.locked 2026-11'],
    ['one letter deep inside', { intake: { ...done.intake, place: '6号楼' } }, 'month.locked 2026-11'],
    ['its end', { state: 'visited', closedAt: null }, 'month.locked 2026-11'],
    ['another end', { closedAt: DECEMBER }, 'month.locked 2026-11'],
    ['作废', { state: 'void', void: voided }, 'month.locked 2026-11'],
    [
      'an answer of today',
      { answers: [...done.answers, { ...answer, answeredAt: DECEMBER }] },
      'month.locked 2026-11',
    ],
    ['its scans', { attachmentIds: ['scan'] }, 'free'],
    [
      'its links',
      { links: [{ table: 'incidents', id: 'i', number: '客服-SG-2026-0001', relation: 'related' }] },
      'free',
    ],
    ['its paper', { prints: print as unknown as Complaint['prints'] }, 'free'],
    ['the marks of a step', { rev: 99, updatedAt: DECEMBER, steps: [] }, 'free'],
  ])('%s', (_, change, expected) => {
    expect(ofComplaint(done, { ...done, ...change })).toBe(expected)
    expect(ofComplaint(done, { ...done, ...change }, [])).toBe('free')
  })

  it('lets 补充 grow on a report that was filed then, and nothing else of it (domain 7)', () => {
    const report = archived()
    const supplements = [
      { id: 's', seq: 1, text: '保险已赔付', at: DECEMBER, by: '陈主任', attachmentIds: [] },
    ]
    expect(verdict(incidentMonthFacts, report, { ...report, supplements })).toBe('free')
    const changed = { ...report, report: { ...report.report, place: '6号楼' } }
    expect(verdict(incidentMonthFacts, report, changed)).toBe('month.locked 2026-11')
  })
})

describe('of a record that was still open then, what came in stands (domain 12)', () => {
  it.each<[string, Partial<Complaint>, string]>([
    ['受理', { intake: { ...open.intake, content: '改写' } }, 'month.locked 2026-11'],
    ['登记时间', { intake: { ...open.intake, registeredAt: DECEMBER } }, 'month.locked 2026-11'],
    ['作废', { state: 'void', void: voided }, 'month.locked 2026-11'],
    ['closing it now', { state: 'closed', closedAt: DECEMBER }, 'free'],
    ['its 总结评价', { summary: '备件不足' }, 'free'],
    ['并案 now', { state: 'closed', closedAt: DECEMBER, joinedInto: 'another' }, 'free'],
    ['a loss that the next person tells of', { intake: { ...open.intake, lossOrInjury: true } }, 'free'],
    ['another person with the same matter', { alsoFirstAskedUserIds: ['u-2'] }, 'free'],
  ])('%s', (_, change, expected) => {
    expect(ofComplaint(open, { ...open, ...change })).toBe(expected)
  })

  it('keeps what a visit found, while its feedback goes on', () => {
    const visit = visited()
    const { findings } = visit
    if (!findings) throw new Error('a recorded visit has findings')
    const month = monthOf(findings.visitedAt)
    const changed = { ...visit, findings: { ...findings, visitedBy: '别人' } }
    expect(verdict(visitMonthFacts, visit, changed, [month])).toBe(`month.locked ${month}`)
    expect(verdict(visitMonthFacts, visit, { ...visit, rev: 9 }, [month])).toBe('free')
  })
})

describe('which months a write could touch', () => {
  it('are those of its moments before and after, each once', () => {
    expect(monthsTouched(complaintMonthFacts, null, open)).toEqual(['2026-11'])
    expect(monthsTouched(complaintMonthFacts, done, { ...done, closedAt: DECEMBER }).sort()).toEqual([
      '2026-11',
      '2026-12',
    ])
    const blank = { ...open, intake: { ...open.intake, content: '' } }
    expect(monthsTouched(complaintMonthFacts, null, blank)).toEqual([])
  })
})

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12']
const from = msOf(monthSpan('2026-09').from)
const moment = fc.integer({ min: 0, max: 121 * 24 }).map((hours) => instantFromMs(from + hours * 3_600_000))
const life = fc
  .record({
    begun: moment,
    completedAt: fc.option(moment),
    closedAt: fc.option(moment),
    voidAt: fc.option(moment),
    joined: fc.boolean(),
    place: fc.constantFrom('5号楼', '6号楼'),
  })
  .map(({ begun, completedAt, closedAt, voidAt, joined, place }): Complaint => {
    const { handling } = working
    return {
      ...working,
      intake: { ...working.intake, registeredAt: begun, place },
      handling: handling && { ...handling, completedAt },
      closedAt,
      joinedInto: closedAt && joined ? 'another' : null,
      void: voidAt === null ? null : { ...voided, at: voidAt },
    }
  })

describe('whatever is written (domain 12)', () => {
  const flow = (row: Complaint | null, month: string) =>
    countedFlow(complaintMonthFacts, row ? [row] : [], monthSpan(month))

  it('leaves what came in and what ended in every locked month as it was, where the lock lets it pass', () => {
    const own = (row: Complaint | null, month: string) => {
      const { added, completed, withdrawn } = flow(row, month)
      return { added, completed, withdrawn }
    }
    fc.assert(
      fc.property(fc.option(life), life, fc.subarray(MONTHS), (before, after, locked) => {
        fc.pre(ofComplaint(before, after, locked) === 'free')
        for (const month of locked) expect(own(after, month)).toEqual(own(before, month))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves the whole carry-over as it was, where the months were locked in their order', () => {
    const signed = fc.integer({ min: 0, max: MONTHS.length }).map((count) => MONTHS.slice(0, count))
    fc.assert(
      fc.property(fc.option(life), life, signed, (before, after, locked) => {
        fc.pre(ofComplaint(before, after, locked) === 'free')
        for (const month of locked) expect(flow(after, month)).toEqual(flow(before, month))
      }),
      { numRuns: 500 },
    )
  })

  it('nothing is refused where no month of it is locked, nor where nothing changed', () => {
    fc.assert(
      fc.property(life, life, (before, after) => {
        expect(ofComplaint(before, after, [])).toBe('free')
        expect(ofComplaint(before, before, MONTHS)).toBe('free')
        const touched = monthsTouched(complaintMonthFacts, before, after)
        const others = MONTHS.filter((month) => !touched.includes(month))
        expect(ofComplaint(before, after, others)).toBe('free')
      }),
    )
  })
})
