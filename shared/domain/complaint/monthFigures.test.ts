import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addHours, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { monthSpan, weekSpan } from '../../util/months'
import type { Figure } from '../month/statistics'
import { type Books, figureOf, monthViewOf, spreadOf } from '../month/testing'
import { complaintFigures } from './monthFigures'
import { answered, closed, COMPLETED_AT, handled, inProgress, judged, registered, visited } from './testing'
import {
  CAUSES,
  CHANNELS,
  type Complaint,
  NATURES,
  type ReturnVisit,
  SEVERITIES,
  VISIT_OUTCOMES,
} from './types'

const MONTH = '2026-11'
const { from, until } = monthSpan(MONTH)
const DUE = addHours(COMPLETED_AT, 24)

let made = 0
/** Another record of the same kind: ids tell matters apart. */
function another(record: Complaint, change: Partial<Complaint> = {}): Complaint {
  made += 1
  return { ...record, id: `r${made}`, number: `客服-TS-2026-${String(made).padStart(4, '0')}`, ...change }
}
function registeredOn(day: string, record = registered()): Complaint {
  return another(record, { intake: { ...record.intake, registeredAt: instantOf(day, '09:00') } })
}
function visit(visitedAt: string, outcome: ReturnVisit['outcome'] = 'satisfied'): ReturnVisit {
  return { id: visitedAt, person: '', visitedAt, way: 'phone', visitedBy: '小林', outcome, words: '' }
}
const figuresOf = (complaints: Complaint[], parts: Parameters<typeof monthViewOf>[2] = {}) =>
  complaintFigures(monthViewOf(MONTH, { complaints }, parts))
/** `7/9` of a rate, else the value. */
function said({ value, denominator }: Figure): string {
  return denominator === null ? String(value) : `${value}/${denominator}`
}
const figure = (complaints: Complaint[], key: string, parts: Parameters<typeof monthViewOf>[2] = {}) =>
  said(figureOf(figuresOf(complaints, parts), `complaint.${key}`))

describe('前期遗留 + 新增 = 应跟进, 已完成, 完成率 (domain 12)', () => {
  const october = registeredOn('2026-10-20')
  const oldDone = another(closed(), {
    intake: { ...closed().intake, registeredAt: october.intake.registeredAt },
  })
  const books = [october, oldDone, another(closed()), another(visited()), another(registered())]

  it('are those of the index', () => {
    const figures = figuresOf(books)
    expect(figures.carryOver).toMatchObject({ carriedIn: 2, added: 3, due: 5, completed: 2, carriedOut: 3 })
    expect(said(figureOf(figures, 'complaint.added'))).toBe('3')
    expect(said(figureOf(figures, 'complaint.completed'))).toBe('2')
    expect(said(figureOf(figures, 'complaint.completionRate'))).toBe('2/5')
  })

  it('处理率 counts what is handled too, though it is not closed', () => {
    expect(figure(books, 'handlingRate')).toBe('3/5')
    expect(figure([another(handled())], 'handlingRate')).toBe('1/1')
    expect(figure([another(answered(judged({ nature: 'inquiry' })))], 'handlingRate')).toBe('1/1')
    expect(figure([another(answered(judged()))], 'handlingRate')).toBe('0/1')
  })

  it('of an empty month have an empty denominator, which prints 无', () => {
    const rates = figuresOf([]).figures.filter(({ denominator }) => denominator !== null)
    expect(rates.length).toBeGreaterThan(5)
    for (const { value, denominator } of rates) expect([value, denominator]).toEqual([0, 0])
  })
})

describe('超过1个月未结案 (domain 5, 12)', () => {
  it.each<[string, Complaint, string]>([
    ['accepted on 1 November: its month ends in December', judgedOn('2026-11-01'), '0'],
    // The last day of November has no 31st: the month ended with it, and the complaint was not closed within it.
    ['accepted on 31 October: its month ended with November', judgedOn('2026-10-31'), '1'],
    ['accepted on 29 October', judgedOn('2026-10-29'), '1'],
    ['沟通性投诉', judgedOn('2026-10-01', 'inquiry'), '0'],
    ['handled, yet not closed', { ...handled(), intake: judgedOn('2026-10-01').intake }, '1'],
    ['closed by now', { ...closed(), intake: judgedOn('2026-09-01').intake }, '0'],
    ['closed after the month', { ...closed(), intake: judgedOn('2026-09-01').intake, closedAt: until }, '1'],
  ])('%s', (_, record, expected) => {
    expect(figure([record], 'overAMonth')).toBe(expected)
  })

  it('goes by now while the month runs', () => {
    const record = judgedOn('2026-10-20')
    expect(figure([record], 'overAMonth', { now: instantOf('2026-11-20', '23:59') })).toBe('0')
    expect(figure([record], 'overAMonth', { now: instantOf('2026-11-21', '00:00') })).toBe('1')
  })

  function judgedOn(day: string, nature: 'valid' | 'inquiry' = 'valid'): Complaint {
    return registeredOn(day, judged({ nature }))
  }
})

describe('24-hour return-visit rate (domain 5, 12)', () => {
  const done = answered(handled())
  const reachedAt = (at: string) => another(done, { returnVisits: [visit(at)] })
  const nobody = { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' }
  it.each<[string, Complaint, string]>([
    ['reached at the last moment of the 24 hours', reachedAt(DUE), '1/1'],
    ['reached a moment later', reachedAt(instantFromMs(msOf(DUE) + 1)), '0/1'],
    [
      'tried in time, reached later',
      another(done, { returnVisits: [visit(COMPLETED_AT, 'notReached'), visit(until)] }),
      '0/1',
    ],
    ['reached in time, and again later', another(done, { returnVisits: [visit(until), visit(DUE)] }), '1/1'],
    ['not visited', another(done), '0/1'],
    ['无法回访', another(done, { unreachable: { reason: '停机', at: until, by: '周主管' } }), '0/0'],
    ['anonymous without a trace', another(done, { intake: { ...done.intake, complainant: nobody } }), '0/0'],
    ['沟通性投诉', another(handled({ nature: 'help' })), '0/0'],
    ['作废', another(done, { state: 'void', void: { reason: '误登', at: until, by: '周主管' } }), '0/0'],
    ['not done yet', another(inProgress()), '0/0'],
    ['done in October', doneOn(instantFromMs(msOf(from) - 1)), '0/0'],
    ['done at the first moment of November', doneOn(from), '0/1'],
  ])('%s', (_, record, expected) => {
    expect(figure([record], 'returnVisitInTime', { now: instantOf('2026-12-05') })).toBe(expected)
  })

  it('does not count those that are not due yet, but those visited already', () => {
    const parts = { now: DUE }
    expect(figure([another(done)], 'returnVisitInTime', parts)).toBe('0/0')
    expect(figure([reachedAt(COMPLETED_AT)], 'returnVisitInTime', parts)).toBe('1/1')
    expect(figure([another(done)], 'returnVisitInTime', { now: instantFromMs(msOf(DUE) + 1) })).toBe('0/1')
  })

  it('goes by the hours† of the office', () => {
    const rules = { ...monthViewOf(MONTH, {}).rules, returnVisitWithinHours: 48 }
    expect(figure([reachedAt(addHours(DUE, 24))], 'returnVisitInTime', { rules })).toBe('1/1')
  })

  function doneOn(completedAt: string): Complaint {
    const { handling, intake } = done
    const before = { ...intake, registeredAt: instantOf('2026-10-15') }
    return another(done, { intake: before, handling: handling && { ...handling, completedAt } })
  }
})

describe('按期答复率: 10 days† from 受理 (domain 5)', () => {
  // 2026-11-09 + 10 days = 19 November, a Thursday.
  const due = instantFromMs(msOf(instantOf('2026-11-20')) - 1)
  const answeredAt = (at: string) =>
    another(inProgress(), {
      answers: [{ person: '', answeredAt: at, way: 'phone', content: '已修', answeredBy: '小林' }],
    })
  it.each<[string, Complaint, string, string]>([
    ['on the last day', answeredAt(due), until, '1/1'],
    ['a day late', answeredAt(addHours(due, 24)), until, '0/1'],
    ['never', another(registered()), until, '0/1'],
    ['not yet due', another(registered()), due, '0/0'],
    ['answered before it is due', answeredAt(COMPLETED_AT), COMPLETED_AT, '1/1'],
    [
      'joined into another',
      another(registered(), { state: 'closed', closedAt: until, joinedInto: 'x' }),
      until,
      '0/0',
    ],
  ])('%s', (_, record, now, expected) => {
    expect(figure([record], 'replyInTime', { now })).toBe(expected)
  })

  it('counts each complaint in one month only: where its reply came in time, or was due at last', () => {
    const late = registeredOn('2026-11-28')
    const books: Books = { complaints: [late] }
    const now = instantOf('2026-12-31')
    const of = (month: string) =>
      said(figureOf(complaintFigures(monthViewOf(month, books, { now })), 'complaint.replyInTime'))
    expect([of('2026-11'), of('2026-12')]).toEqual(['0/0', '0/1'])
  })
})

describe('满意, 满意+较满意, 重复投诉, 有效投诉, 每百户, 天数 (domain 12)', () => {
  const withVisits = (...outcomes: ReturnVisit['outcome'][]) =>
    another(visited(), {
      returnVisits: outcomes.map((outcome, n) => visit(addHours(COMPLETED_AT, n), outcome)),
    })

  it('satisfaction is of the return visits that reached somebody', () => {
    const books = [
      withVisits('notReached', 'satisfied'),
      withVisits('fairlySatisfied'),
      withVisits('dissatisfied'),
    ]
    expect(figure(books, 'satisfied')).toBe('1/3')
    expect(figure(books, 'satisfiedOrFairly')).toBe('2/3')
    expect(spreadOf(figuresOf(books), 'complaint.satisfaction')).toEqual({
      satisfied: 1,
      fairlySatisfied: 1,
      dissatisfied: 1,
      notReached: 1,
    })
    expect(figure([another(visited(), { returnVisits: [visit(until)] })], 'satisfied')).toBe('0/0')
  })

  it('counts a pair of 重复投诉 once: one matter came in, and it was repeated once', () => {
    const second = another(judged(), { intake: { ...registered().intake, registeredAt: COMPLETED_AT } })
    const link = (id: string) => ({ table: 'complaints', id, number: id, relation: 'repeat' as const })
    const first = another(visited(), { closedAt: COMPLETED_AT, state: 'closed', links: [link(second.id)] })
    const pair = [first, { ...second, repeatOf: first.id, links: [link(first.id)] }]
    expect(figure(pair, 'added')).toBe('1')
    expect(figure(pair, 'repeated')).toBe('1')
    const mark = { reason: '误登', at: DUE, by: '周主管' }
    const withdrawn = pair.map((row) => (row.repeatOf ? { ...row, void: mark, state: 'void' as const } : row))
    expect(figure(withdrawn, 'repeated')).toBe('0')
    expect(figure(pair, 'completed')).toBe('0')
    expect(spreadOf(figuresOf(pair), 'complaint.cause')).toEqual({ facilities: 1 })
    expect(spreadOf(figuresOf(pair), 'complaint.state')).toEqual({ judged: 1 })
  })

  it('有效投诉 and 每百户 are of what came in', () => {
    const books = [another(judged()), another(judged({ nature: 'venting' })), another(registered())]
    expect(figure(books, 'valid')).toBe('1')
    expect(figure(books, 'perHundredHouseholds', { occupied: 240 })).toBe('3/240')
    expect(figure(books, 'perHundredHouseholds', { occupied: null })).toBe('3/0')
  })

  it('days to close are of what was 已完成, to one decimal', () => {
    const lasting = (days: number) =>
      another(closed(), { closedAt: addHours(closed().intake.registeredAt, days * 24) })
    expect(figure([lasting(2), lasting(2.5), another(registered())], 'daysToClose')).toBe('2.3')
    const joined = another(closed(), { joinedInto: 'x' })
    expect(figure([joined], 'daysToClose')).toBe('0/0')
  })
})

describe('spreads (domain 12)', () => {
  it('show every cause and channel in their order, with zeros', () => {
    const { spreads } = figuresOf([])
    const keys = (key: string) =>
      spreads.find((spread) => spread.key === key)?.slices.map((slice) => slice.key)
    expect(keys('complaint.cause')).toEqual([...CAUSES, 'open'])
    expect(keys('complaint.channel')).toEqual([...CHANNELS])
    expect(keys('complaint.nature')).toEqual([...NATURES, 'open'])
    expect(keys('complaint.severity')).toEqual([...SEVERITIES, 'open'])
  })

  it('put buildings in the order of the estate, unknown ones last', () => {
    const of = (unitId: string | null) => {
      const { intake } = registered()
      return another(registered(), { intake: { ...intake, complainant: { ...intake.complainant, unitId } } })
    }
    const books = [of('u10'), of('u2'), of('u2'), of(null), of('gone')]
    const { spreads } = figuresOf(books, { buildings: { u10: '10栋', u2: '2栋' } })
    const found = spreads.find(({ key }) => key === 'complaint.building')
    expect(found?.slices.map(({ key, value }) => [key, value])).toEqual([
      ['2栋', 2],
      ['10栋', 1],
      ['open', 2],
    ])
  })

  it('tell the state in which the end of the month found a record, not today’s', () => {
    const record = another(closed(), { closedAt: instantOf('2026-12-02') })
    const later = { ...record.steps.at(-1), at: instantOf('2026-12-02') } as Complaint['steps'][number]
    const books = [another(record, { steps: [...record.steps.slice(0, -1), later] }), another(closed())]
    expect(spreadOf(figuresOf(books), 'complaint.state')).toEqual({ visited: 1, closed: 1 })
  })

  it('takes what was on paper only at the end of the month for 受理', () => {
    const step = { by: '小林', userId: 'u', from: null, at: instantOf('2026-11-20') }
    const reserved = { ...step, command: 'reserve', to: 'reserved' as const }
    const books = [another(registered(), { steps: [reserved] }), another(registered(), { steps: [] })]
    expect(spreadOf(figuresOf(books), 'complaint.state')).toEqual({ accepted: 2 })
  })
})

describe('whatever the books hold', () => {
  const moment = fc
    .integer({ min: -60 * 24, max: 60 * 24 })
    .map((hours) => instantFromMs(msOf(from) + hours * 3_600_000))
  const outcome = fc.constantFrom(...VISIT_OUTCOMES)
  const record = fc
    .record({
      kind: fc.constantFrom(registered(), judged(), judged({ nature: 'help' }), inProgress(), handled()),
      begun: moment,
      completed: fc.option(moment),
      visits: fc.array(fc.record({ at: moment, outcome }), { maxLength: 3 }),
      answers: fc.array(moment, { maxLength: 2 }),
      ended: fc.option(moment),
      how: fc.constantFrom('closed', 'void', 'joined'),
    })
    .map(({ kind, begun, completed, visits, answers, ended, how }) => {
      const end = ended !== null && ended > begun ? ended : null
      return another(kind, {
        intake: { ...kind.intake, registeredAt: begun },
        handling: kind.handling && { ...kind.handling, completedAt: completed },
        returnVisits: visits.map((one) => visit(one.at, one.outcome)),
        answers: answers.map((answeredAt) => ({
          person: '',
          answeredAt,
          way: 'phone' as const,
          content: '已修',
          answeredBy: '小林',
        })),
        state: end === null ? kind.state : how === 'void' ? 'void' : 'closed',
        closedAt: how === 'void' ? null : end,
        joinedInto: end !== null && how === 'joined' ? 'x' : null,
        void: end !== null && how === 'void' ? { reason: '误登', at: end, by: '周主管' } : null,
      })
    })
  const spans = [monthSpan(MONTH), monthSpan('2026-10'), weekSpan('2026-11-11')]

  it('no rate is more than its whole, and every spread adds up', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 15 }), fc.constantFrom(...spans), (complaints, span) => {
        const view = monthViewOf(MONTH, { complaints }, { span, now: until })
        const figures = complaintFigures(view)
        for (const { key, unit, value, denominator } of figures.figures) {
          expect(value, key).toBeGreaterThanOrEqual(0)
          if (unit === 'rate') expect(value, key).toBeLessThanOrEqual(denominator ?? -1)
        }
        const sum = (key: string) => Object.values(spreadOf(figures, key)).reduce((a, b) => a + b, 0)
        const { carryOver } = figures
        for (const key of ['cause', 'channel', 'nature', 'severity', 'building']) {
          expect(sum(`complaint.${key}`), key).toBe(carryOver?.added)
        }
        expect(sum('complaint.state')).toBe(carryOver?.due)
        const inTime = figureOf(figures, 'complaint.returnVisitInTime')
        expect(sum('complaint.punctuality')).toBe(inTime.denominator)
      }),
      { numRuns: 200 },
    )
  })
})
