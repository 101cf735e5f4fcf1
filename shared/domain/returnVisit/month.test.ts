import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { weekSpan } from '../../util/months'
import { contextAt } from '../register/testing'
import { type Books, figureOf, monthViewOf, spreadOf } from '../month/testing'
import { accepted } from '../visit/testing'
import { register } from './commands'
import { returnVisitChecks } from './monthChecks'
import { returnVisitFigures } from './monthFigures'
import {
  RETURN_VISIT_SOURCES,
  type ReturnRound,
  type ReturnVisitEntry,
  type ReturnVisitRecord,
} from './types'

const VISITED_AT = instantOf('2026-11-12', '16:00')
let made = 0

function returnVisit(change: Partial<ReturnVisitEntry> = {}): ReturnVisitRecord {
  made += 1
  const entry: ReturnVisitEntry = {
    person: { personId: null, unitId: 'unit-1', name: '单雄信', phone: '', unitCode: '5-2-301' },
    source: { kind: 'free', recordId: null, number: '' },
    visitedAt: VISITED_AT,
    way: 'phone',
    content: '电梯运行正常',
    satisfaction: 'A',
    visitedBy: '',
    ...change,
  }
  const given = { number: `客服-HF-2026-${String(made).padStart(4, '0')}`, year: 2026, seq: made }
  const ctx = { ...contextAt(instantOf('2026-12-31')), newId: () => `hf${made}` }
  return accepted(register(given, { entry, round: '' }, null, ctx))
}
function voided(record: ReturnVisitRecord): ReturnVisitRecord {
  return { ...record, state: 'void', void: { reason: '误登', at: instantOf('2026-12-03'), by: '周主管' } }
}
/** A round of a quarter: so many called, still to be called, and not to be called. */
function round(id: string, called: number, waiting: number, skipped = 0): ReturnRound {
  const targets = Array.from({ length: called + waiting + skipped }, (_, n) => ({
    id: `t${n}`,
    unitId: `u${n}`,
    unitCode: '',
    name: '',
    phone: '',
    source: { kind: 'free' as const, recordId: null, number: '' },
    day: null,
    returnVisitId: n < called ? `hf${n}` : null,
    skipped: n >= called + waiting ? '已搬走' : '',
  }))
  return { id, rev: 1, createdAt: VISITED_AT, createdBy: '小林', updatedAt: VISITED_AT, targets }
}
const figuresOf = (books: Books, month = '2026-11') => returnVisitFigures(monthViewOf(month, books))
const rate = (books: Books, key: string, month?: string) => {
  const { value, denominator } = figureOf(figuresOf(books, month), `returnVisit.${key}`)
  return `${value}/${denominator}`
}

describe('figures of return visits (domain 8, 12)', () => {
  const returnVisits = [
    returnVisit(),
    returnVisit({ satisfaction: 'B', source: { kind: 'repair', recordId: null, number: '客服-WX-1' } }),
    returnVisit({ satisfaction: 'C' }),
    voided(returnVisit()),
    returnVisit({ visitedAt: instantOf('2026-10-31', '23:59') }),
    returnVisit({ visitedAt: instantOf('2026-12-01') }),
  ]

  it('count those dated in the month, without 作废', () => {
    expect(figureOf(figuresOf({ returnVisits }), 'returnVisit.recorded').value).toBe(3)
    expect(rate({ returnVisits }, 'satisfied')).toBe('1/3')
    expect(rate({ returnVisits }, 'satisfiedOrFairly')).toBe('2/3')
    expect(spreadOf(figuresOf({ returnVisits }), 'returnVisit.satisfaction')).toEqual({ A: 1, B: 1, C: 1 })
    expect(spreadOf(figuresOf({ returnVisits }), 'returnVisit.source')).toEqual({ free: 2, repair: 1 })
  })

  it('show every source, and print 无 for an empty month', () => {
    const { spreads, carryOver } = figuresOf({})
    expect(spreads[0]?.slices.map(({ key }) => key)).toEqual([...RETURN_VISIT_SOURCES])
    expect(rate({}, 'satisfied')).toBe('0/0')
    expect(carryOver).toBeNull()
  })

  it('follow the 季度回访 of their own quarter', () => {
    const returnRounds = [round('2026-Q3', 5, 5), round('2026-Q4', 3, 1, 2)]
    expect(rate({ returnRounds }, 'roundProgress')).toBe('3/4')
    expect(rate({ returnRounds }, 'roundProgress', '2026-09')).toBe('5/10')
    expect(rate({ returnRounds }, 'roundProgress', '2026-06')).toBe('0/0')
  })

  it('belong to a week by its first day', () => {
    const view = monthViewOf('2026-11', { returnVisits }, { span: weekSpan('2026-11-30'), month: null })
    expect(figureOf(returnVisitFigures(view), 'returnVisit.recorded').value).toBe(1)
  })
})

describe('the checklist of return visits (domain 8, 12)', () => {
  const checksOf = (books: Books, month = '2026-11') => returnVisitChecks(monthViewOf(month, books))

  it('finds C 不满意 of the month without a complaint, unless a complaint wrote it', () => {
    const upset = returnVisit({ satisfaction: 'C', content: '楼道灯不亮' })
    const link = {
      table: 'complaints',
      id: 'c',
      number: '客服-TS-2026-0001',
      relation: 'returnVisit' as const,
    }
    const returnVisits = [
      upset,
      { ...returnVisit({ satisfaction: 'C' }), links: [link] },
      { ...returnVisit({ satisfaction: 'C' }), attemptId: 'a' },
      returnVisit({ satisfaction: 'C', visitedAt: instantOf('2026-10-31') }),
      voided(returnVisit({ satisfaction: 'C' })),
      returnVisit(),
    ]
    const [line] = checksOf({ returnVisits })
    expect(line).toMatchObject({ key: 'returnVisit.dissatisfiedUnlinked', weight: 'mend' })
    expect(line?.findings).toMatchObject([{ id: upset.id, about: '楼道灯不亮', at: VISITED_AT }])
  })

  it.each([
    ['2026-11', 'info', null],
    ['2026-12', 'look', false],
  ])('looks at the 季度回访 in the last month of its quarter: %s', (month, weight, reached) => {
    const [, line] = checksOf({ returnRounds: [round('2026-Q4', 3, 1)] }, month)
    expect(line).toMatchObject({
      key: 'returnVisit.round',
      weight,
      figure: { value: 3, denominator: 4, needed: 4, reached },
    })
    const [, finished] = checksOf({ returnRounds: [round('2026-Q4', 4, 0)] }, month)
    expect(finished?.figure?.reached).toBe(month === '2026-12' ? true : null)
  })

  it('has no line of a round where there is none', () => {
    expect(checksOf({}).map(({ key }) => key)).toEqual(['returnVisit.dissatisfiedUnlinked'])
  })
})
