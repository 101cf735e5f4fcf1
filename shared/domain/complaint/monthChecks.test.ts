import { describe, expect, it } from 'vitest'
import { addHours, formatCivil, instantFromMs, instantOf, msOf } from '../../util/civilTime'
import { monthSpan } from '../../util/months'
import type { CheckLine, Finding } from '../month/check'
import { monthViewOf } from '../month/testing'
import { complaintChecks } from './monthChecks'
import { complaintFigures } from './monthFigures'
import { answered, closed, COMPLETED_AT, handled, inProgress, judged, registered, visited } from './testing'
import type { Complaint, ReturnVisit } from './types'

const MONTH = '2026-11'
const { until } = monthSpan(MONTH)
const DUE = addHours(COMPLETED_AT, 24)
const LATE = addHours(DUE, 5)
const NEXT_MONTH = instantOf('2026-12-06')

const done = answered(handled())
const voided = { reason: '误登', at: until, by: '周主管' }
const given = { reason: '停机', at: until, by: '周主管' }

function visit(visitedAt: string, outcome: ReturnVisit['outcome'], words = ''): ReturnVisit {
  return { id: visitedAt, person: '', visitedAt, way: 'phone', visitedBy: '小林', outcome, words }
}
function lines(records: Complaint[], now = NEXT_MONTH): CheckLine[] {
  return complaintChecks(monthViewOf(MONTH, { complaints: records }, { now }))
}
function line(key: string, records: Complaint[], now = NEXT_MONTH): CheckLine {
  const found = lines(records, now).find((one) => one.key === `complaint.${key}`)
  if (!found) throw new Error(`no line ${key}`)
  return found
}
/** What the line says of the one record; null where it does not stand behind the line. */
function said(key: string, record: Complaint, now = NEXT_MONTH): Finding | null {
  return line(key, [record], now).findings[0] ?? null
}
const wordOf = (finding: Finding | null) => finding?.why?.word.replace('monthChecks:why.', '') ?? null

describe('the checklist of complaints (domain 12)', () => {
  it('has every line, also where nothing stands behind it', () => {
    expect(lines([]).map(({ key, weight, findings }) => [key, weight, findings.length])).toEqual([
      ['complaint.overAMonth', 'mend', 0],
      ['complaint.noResult', 'mend', 0],
      ['complaint.noReturnVisit', 'mend', 0],
      ['complaint.lateReturnVisit', 'mend', 0],
      ['complaint.owedReturnVisit', 'look', 0],
      ['complaint.dissatisfiedUnlinked', 'mend', 0],
      ['complaint.majorNoCorrective', 'mend', 0],
      ['complaint.majorNoHeadOffice', 'mend', 0],
      ['complaint.replyOverdue', 'look', 0],
      ['complaint.repeated', 'info', 0],
      ['complaint.joined', 'info', 0],
    ])
  })

  it('finds nothing amiss with a complaint that went as it should, nor with a blank sheet', () => {
    const blank: Complaint = {
      ...registered(),
      state: 'reserved',
      intake: { ...registered().intake, content: '' },
    }
    expect(lines([closed(), blank]).flatMap(({ findings }) => findings)).toEqual([])
  })

  it('shows the first words of 投诉内容, with the record they lead to', () => {
    const content = '电梯三天没人来修。'.repeat(10)
    const record = { ...done, intake: { ...done.intake, content } }
    expect(said('owedReturnVisit', record)).toEqual({
      table: 'complaints',
      id: record.id,
      number: record.number,
      about: `${content.slice(0, 30)}…`,
      at: DUE,
      why: { word: 'monthChecks:why.visitOwed', params: { at: formatCivil(DUE) } },
      reason: '',
    })
  })

  it('leaves 作废 and 并案 out, but for the line that tells of 并案', () => {
    const link = { table: 'complaints', id: 'x', number: '客服-TS-2026-0009', relation: 'joined' as const }
    const joined: Complaint = {
      ...judged({ severity: 'major' }),
      state: 'closed',
      closedAt: COMPLETED_AT,
      joinedInto: 'x',
      links: [link],
    }
    const amiss = lines([joined, { ...done, state: 'void', void: voided }]).filter(
      (one) => one.findings.length > 0,
    )
    expect(amiss.map(({ key }) => key)).toEqual(['complaint.joined'])
    expect(amiss[0]?.findings[0]?.why).toEqual({
      word: 'monthChecks:why.joinedInto',
      params: { number: '客服-TS-2026-0009' },
    })
  })
})

describe('valid complaints older than a month (domain 5, 12)', () => {
  it('are those of the figure', () => {
    const october = { ...judged().intake, registeredAt: instantOf('2026-10-20') }
    const books = [
      { ...judged(), intake: october },
      { ...judged(), id: 'young' },
    ]
    const view = monthViewOf(MONTH, { complaints: books })
    const figure = complaintFigures(view).figures.find(({ key }) => key === 'complaint.overAMonth')
    const found = line('overAMonth', books).findings
    expect(found).toHaveLength(figure?.value ?? -1)
    expect(found[0]?.why).toEqual({ word: 'monthChecks:why.openDays', params: { days: 42 } })
  })
})

describe('closed without result or return visit (domain 12)', () => {
  const bad = (change: Partial<Complaint>) => ({ ...closed(), ...change })
  const { handling } = closed()
  it.each<[string, Complaint, string | null]>([
    ['as it should be', closed(), null],
    ['without 处理措施', bad({ handling: handling && { ...handling, measures: ' ' } }), 'noMeasures'],
    ['without 完成时间', bad({ handling: handling && { ...handling, completedAt: null } }), 'noCompletion'],
    ['without 答复', bad({ answers: [] }), 'noAnswer'],
    ['沟通性投诉 explained', closedAs(answered(judged({ nature: 'inquiry' }))), null],
    ['沟通性投诉 not explained', closedAs(judged({ nature: 'inquiry' })), 'noAnswer'],
    ['still open', done, null],
  ])('%s', (_, record, expected) => {
    expect(wordOf(said('noResult', record))).toBe(expected)
  })

  it.each<[string, Complaint, string | null]>([
    ['visited', closed(), null],
    ['not visited', bad({ returnVisits: [] }), 'notVisited'],
    ['tried only', bad({ returnVisits: [visit(DUE, 'notReached', '停机')] }), 'onlyAttempts'],
    ['given up by a supervisor', bad({ returnVisits: [], unreachable: given }), null],
    ['沟通性投诉', closedAs(answered(judged({ nature: 'inquiry' }))), null],
    ['closed in another month', bad({ returnVisits: [], closedAt: NEXT_MONTH }), null],
  ])('return visit: %s', (_, record, expected) => {
    expect(wordOf(said('noReturnVisit', record))).toBe(expected)
  })

  function closedAs(record: Complaint): Complaint {
    return { ...record, state: 'closed', closedAt: COMPLETED_AT }
  }
})

describe('return visits after 24 hours, and those still owed (domain 5, 12)', () => {
  const after = (...returnVisits: ReturnVisit[]): Complaint => ({ ...done, state: 'visited', returnVisits })

  it('says by how much, and takes what was said at attempts for the reason of the record', () => {
    expect(said('lateReturnVisit', after(visit(DUE, 'satisfied')))).toBeNull()
    const late = said('lateReturnVisit', after(visit(LATE, 'satisfied')))
    expect(late).toMatchObject({ at: DUE, reason: '' })
    expect(late?.why).toEqual({ word: 'monthChecks:why.visitLate', params: { hours: 29 } })
    const tried = after(visit(COMPLETED_AT, 'notReached', '出差，后天回'), visit(LATE, 'satisfied', '很好'))
    expect(said('lateReturnVisit', tried)).toMatchObject({
      why: { word: 'monthChecks:why.visitLateTried' },
      reason: '出差，后天回',
    })
  })

  it('counts begun hours: a minute late is an hour', () => {
    const soon = instantFromMs(msOf(DUE) + 60_000)
    expect(said('lateReturnVisit', after(visit(soon, 'satisfied')))?.why?.params).toEqual({ hours: 25 })
  })

  it('owes one from the moment it is due until somebody was reached', () => {
    expect(said('owedReturnVisit', done, DUE)).toBeNull()
    expect(said('owedReturnVisit', done, LATE)).not.toBeNull()
    expect(
      said('owedReturnVisit', { ...done, returnVisits: [visit(DUE, 'notReached', '停机')] }),
    ).toMatchObject({
      reason: '停机',
    })
    expect(said('owedReturnVisit', { ...done, unreachable: given })).toBeNull()
    expect(said('owedReturnVisit', after(visit(LATE, 'satisfied')))).toBeNull()
  })

  it('together are what the 24-hour rate misses of the month', () => {
    const books = [done, after(visit(LATE, 'satisfied')), after(visit(DUE, 'satisfied')), visited()]
    const rate = complaintFigures(
      monthViewOf(MONTH, { complaints: books }, { now: NEXT_MONTH }),
    ).figures.find(({ key }) => key === 'complaint.returnVisitInTime')
    const missed = ['lateReturnVisit', 'owedReturnVisit'].flatMap((key) => line(key, books).findings)
    expect(missed).toHaveLength((rate?.denominator ?? 0) - (rate?.value ?? 0))
  })
})

describe('不满意, 重大, 答复, 重复投诉 (domain 5, 12)', () => {
  const link = { table: 'complaints', id: 'next', number: '客服-TS-2026-0002', relation: 'repeat' as const }
  const unhappy: Complaint = { ...closed(), returnVisits: [visit(DUE, 'dissatisfied', '没修好')] }

  it('asks for the linked complaint of a 不满意', () => {
    expect(wordOf(said('dissatisfiedUnlinked', unhappy))).toBe('dissatisfied')
    expect(said('dissatisfiedUnlinked', { ...unhappy, links: [link] })).toBeNull()
    // The complaint before is linked too; that is not the one that goes on.
    expect(said('dissatisfiedUnlinked', { ...unhappy, links: [link], repeatOf: 'next' })).not.toBeNull()
  })

  it('asks a 重大 for 纠正措施 and the report to head office, each on its own line', () => {
    const major = handled({ severity: 'major' })
    expect(wordOf(said('majorNoCorrective', major))).toBe('noCorrective')
    expect(wordOf(said('majorNoHeadOffice', major))).toBe('noHeadOffice')
    expect(said('majorNoCorrective', { ...major, correctiveActionRef: '客服-JZ-2026-0001' })).toBeNull()
    expect(said('majorNoHeadOffice', { ...major, headOfficeReportedAt: DUE })).toBeNull()
    expect(said('majorNoCorrective', handled({ severity: 'important' }))).toBeNull()
    // One that became 重大 in the next month is asked for there.
    const later = { ...major, escalatedAt: until }
    expect(said('majorNoCorrective', later)).toBeNull()
    expect(said('majorNoHeadOffice', later)).toBeNull()
  })

  it('lists replies that are owed after their day, and those that came late', () => {
    const due = instantFromMs(msOf(instantOf('2026-11-20')) - 1)
    expect(said('replyOverdue', inProgress(), due)).toBeNull()
    expect(wordOf(said('replyOverdue', inProgress(), until))).toBe('replyOwed')
    const answer = { person: '', way: 'phone' as const, content: '已修', answeredBy: '小林' }
    const late = { ...inProgress(), answers: [{ ...answer, answeredAt: instantOf('2026-11-21', '09:00') }] }
    expect(said('replyOverdue', late)?.why).toEqual({
      word: 'monthChecks:why.replyLate',
      params: { count: 2 },
    })
    expect(said('replyOverdue', answered(inProgress()))).toBeNull()
  })

  it('tells of 重复投诉 of the month with the number before', () => {
    const again = { ...judged(), repeatOf: 'next', links: [link] }
    expect(said('repeated', again)?.why).toEqual({
      word: 'monthChecks:why.repeatOf',
      params: { number: link.number },
    })
    expect(said('repeated', judged())).toBeNull()
  })
})
